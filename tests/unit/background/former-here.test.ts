import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ArticleSnapshot } from '../../../utils/library/articles/article-snapshot.ts';

const called = vi.hoisted(() => ({ times: 0, back: [] as unknown[] }));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    runtime: {
      getPlatformInfo: async () => {
        called.times += 1;
      },
    },
  },
}));
vi.mock('../../../utils/library/articles/article-snapshot.ts', () => ({
  takeSnapshot: async (id: string) => (id === 'gone' ? null : { name: id }),
  restoreSnapshot: async (former: { name: string }) => {
    called.back.push(former);
    return former.name !== 'deleted meanwhile';
  },
}));

const { PreviousVersions, keepForUndo, undoReplacement } = await import(
  '../../../entrypoints/background/save/undo-replacement.ts'
);

const former = (name: string) => ({ name }) as unknown as ArticleSnapshot;

beforeEach(() => {
  vi.useFakeTimers();
  called.times = 0;
  called.back = [];
});
afterEach(() => vi.useRealTimers());

it('each of two toasts takes back its own', async () => {
  keepForUndo('quay', [former('quay')]);
  keepForUndo('ferry', [former('ferry')]);
  expect(await undoReplacement('quay')).toBe(true);
  expect(await undoReplacement('ferry')).toBe(true);
  expect(await undoReplacement('ferry')).toBe(false);
  expect(called.back).toEqual([former('quay'), former('ferry')]);
});

it('the background does not go to sleep over one, nor stay awake once it is put back', async () => {
  keepForUndo('quay', [former('quay')]);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(called.times).toBe(2);
  await undoReplacement('quay');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(called.times).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('forgets it after two minutes, and the oldest of many', async () => {
  for (const name of ['one', 'two', 'three', 'four', 'five']) keepForUndo(name, [former(name)]);
  expect(await undoReplacement('one')).toBe(false);
  expect(await undoReplacement('five')).toBe(true);
  await vi.advanceTimersByTimeAsync(121_000);
  expect(await undoReplacement('two')).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

it('restores all texts that a save of several replaced, and says if one of them could not be', async () => {
  const versions = new PreviousVersions();
  expect(versions.keep()).toEqual({});
  for (const id of ['quay', 'gone', 'ferry']) await versions.read(id);
  expect(versions.size).toBe(2);
  expect(await undoReplacement(versions.keep().undo ?? '')).toBe(true);
  expect(called.back).toEqual([former('quay'), former('ferry')]);
  await versions.read('deleted meanwhile');
  expect(await undoReplacement(versions.keep().undo ?? '')).toBe(false);
});
