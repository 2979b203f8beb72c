// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TextWatch } from '../../../entrypoints/assistant/text-watch.ts';

const looks = { read: vi.fn(), tell: vi.fn() };
let watch: TextWatch;

/** A change, and the turn in which observers hear of it. */
async function change(): Promise<void> {
  document.body.append(document.createElement('p'));
  await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  watch = new TextWatch(document, looks);
  watch.begin();
});
afterEach(() => {
  watch.close();
  vi.useRealTimers();
});

it('knows of a change in the same turn, and sets no timer where nobody shows the page', async () => {
  expect(watch.isOutdated).toBe(false);
  document.body.append('more');
  expect(watch.isOutdated).toBe(true);
  await change();
  expect(vi.getTimerCount()).toBe(0);
});

it('hears of no second change until the page is read again', async () => {
  const heard = vi.spyOn(MutationObserver.prototype, 'observe');
  await change();
  await change();
  expect(heard).not.toHaveBeenCalled();
  watch.begin();
  expect(watch.isOutdated).toBe(false);
  heard.mockRestore();
});

it('has the page read for those who show it, less often where that was in vain', async () => {
  watch.onRequest();
  const waits: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    await change();
    const before = Date.now();
    vi.advanceTimersToNextTimer();
    waits.push(Date.now() - before);
    watch.begin();
    watch.end(false);
  }
  expect(looks.read).toHaveBeenCalledTimes(4);
  // At least a second after the reading before.
  expect(waits).toEqual([300, 1000, 1200, 2400]);
});

it('reads what has changed already when somebody asks', async () => {
  await change();
  watch.onRequest();
  vi.advanceTimersByTime(300);
  expect(looks.read).toHaveBeenCalledTimes(1);
});

it('rests once those who were told ask no more', async () => {
  watch.onRequest();
  await change();
  vi.advanceTimersByTime(300);
  watch.begin();
  watch.end(true);
  await change();
  vi.advanceTimersByTime(60_000);
  expect(looks.read).toHaveBeenCalledTimes(1);
  expect(looks.tell).not.toHaveBeenCalled();
});

it('only tells those who have not asked for long', async () => {
  watch.onRequest();
  vi.advanceTimersByTime(61_000);
  await change();
  vi.advanceTimersByTime(300);
  expect(looks.read).not.toHaveBeenCalled();
  expect(looks.tell).toHaveBeenCalledTimes(1);
  watch.begin();
  await change();
  vi.advanceTimersByTime(60_000);
  expect(looks.tell).toHaveBeenCalledTimes(1);
});

it('looks at each change while the text of a new address is awaited', async () => {
  watch.isAwaited = true;
  for (let turn = 0; turn < 6; turn++) {
    await change();
    vi.advanceTimersByTime(800);
    watch.begin();
    watch.end(false);
  }
  expect(looks.read).toHaveBeenCalledTimes(6);
});

it('does not let the text of a new address wait for a look that was put off for long', async () => {
  watch.onRequest();
  for (let turn = 0; turn < 8; turn++) {
    await change();
    vi.advanceTimersToNextTimer();
    watch.begin();
    watch.end(false);
  }
  await change();
  vi.clearAllMocks();
  watch.isAwaited = true;
  vi.advanceTimersByTime(800);
  expect(looks.read).toHaveBeenCalledTimes(1);
});
