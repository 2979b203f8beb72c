import { expect, it, vi } from 'vitest';
import {
  hideAnyway,
  recordHidden,
  recordLoad,
  recordReload,
} from '../../../entrypoints/background/detect-reload-loops.ts';
import { oneAtATime, runInSteps } from '../../../entrypoints/background/jobs/run-work.ts';
import { describeFailure, mustWait } from '../../../entrypoints/background/sync/sync-failure.ts';
import { SyncError } from '../../../utils/sync/format/sync-errors.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';

const START = 1_800_000_000_000;
const URL = 'https://herald.example/lamp';
let tabs = 0;

/** A tab whose loads are told to the background; the clock of the page is its own. */
class LoadedTab {
  readonly sender = { tabId: ++tabs, url: URL, incognito: false };
  #opened = START - 90_000;
  #now = START;

  /** The next load, so long after the last, in ms; true where the page is left alone. */
  async load(after = 0): Promise<boolean> {
    this.#opened += after;
    this.#now += after;
    return (await recordLoad({ opened: this.#opened }, this.sender, this.#now + 200)).keepsLoading;
  }

  /** Something is hidden, so long after the load, in ms. */
  hide = (after: number) => recordHidden({ opened: this.#opened, at: this.#opened + after }, this.sender);
  reloadItself = () => recordReload({ opened: this.#opened }, this.sender);
  hideAnyway = () => hideAnyway({ opened: this.#opened }, this.sender);

  /** Loads the page anew, after something was hidden at such times after the last load. */
  async again(by: 'page' | 'user', hidden: readonly number[], after: number): Promise<boolean> {
    for (const at of hidden) await this.hide(at);
    if (by === 'page') await this.reloadItself();
    return this.load(after);
  }
}

/** Whether the page is left alone after each of so many loads. */
async function leftAlone(by: 'page' | 'user', hidden: readonly number[], after: readonly number[]) {
  const tab = new LoadedTab();
  const answers = [await tab.load()];
  for (const ms of after) answers.push(await tab.again(by, hidden, ms));
  return answers;
}

it.each([
  ['at once', [200], [900, 900, 900]],
  [
    'on a slow line, where it is still there while the next load comes',
    [22_000, 26_000],
    [22_100, 22_900, 23_500],
  ],
])('leaves a page alone that reloads itself right after something was hidden, %s', async (_, hidden, after) =>
  expect(await leftAlone('page', hidden, after)).toEqual([false, false, false, true]),
);

it.each([
  ['the user reloads again and again', 'user', [200], Array.from({ length: 20 }, () => 900)],
  ['the page reloads by the clock', 'page', [200, 22_000], Array.from({ length: 6 }, () => 60_000)],
  [
    'it reloads by the clock while something is hidden every other second',
    'page',
    Array.from({ length: 30 }, (_unused, i) => i * 2000),
    Array.from({ length: 6 }, () => 59_000),
  ],
  ['it reloads at once although nothing is hidden', 'page', [], [900, 900, 900, 900]],
  ['only now and then after something was hidden', 'page', [200], [900, 900, 8000, 900, 900, 8000]],
] as const)('goes on hiding where %s', async (_, by, hidden, after) =>
  expect(await leftAlone(by, hidden, after)).not.toContain(true),
);

it('neither counts a reload that was not announced nor begins anew after it', async () => {
  const tab = new LoadedTab();
  const answers = [await tab.load()];
  for (const by of ['page', 'user', 'page', 'user', 'page'] as const)
    answers.push(await tab.again(by, [200], 900));
  expect(answers).toEqual([false, false, false, false, false, true]);
});

async function leftAloneTab(): Promise<LoadedTab> {
  const tab = new LoadedTab();
  let isLeft = await tab.load();
  for (let i = 0; i < 3; i++) isLeft = await tab.again('page', [200], 900);
  expect(isLeft).toBe(true);
  return tab;
}

it('leaves it alone for ten minutes, also when the user reloads it', async () => {
  const tab = await leftAloneTab();
  expect(await tab.again('user', [], 1000)).toBe(true);
  expect(await tab.again('user', [], 599_000)).toBe(false);
});

it('does not count a load twice when several scripts ask', async () => {
  const tab = new LoadedTab();
  await tab.load();
  for (let i = 0; i < 2; i++) await tab.again('page', [200], 900);
  await tab.hide(200);
  await tab.reloadItself();
  expect([await tab.load(), await tab.load()]).toEqual([false, false]);
});

it('hides again where the page goes on reloading although nothing was hidden, and does not suspect it any more', async () => {
  const tab = await leftAloneTab();
  expect(await tab.again('page', [], 1000)).toBe(false);
  for (let i = 0; i < 5; i++) expect(await tab.again('page', [200], 900)).toBe(false);
});

it('hides again when the user says so, whatever the page does', async () => {
  const tab = await leftAloneTab();
  await tab.hideAnyway();
  for (let i = 0; i < 5; i++) expect(await tab.again('page', [200], 900)).toBe(false);
});

it('heeds nothing of another page, or of the load before the last', async () => {
  const tab = new LoadedTab();
  await tab.load();
  for (let i = 0; i < 6; i++) {
    const opened = START - 90_000 + i * 900;
    await recordHidden({ opened: opened - 900, at: opened + 200 }, tab.sender);
    await recordHidden({ opened, at: opened + 200 }, { ...tab.sender, url: 'https://herald.example/pier' });
    expect(await tab.again('page', [], 900)).toBe(false);
  }
});

/** Work whose runs end when the test says so. */
function makeWork() {
  const ends: ((error?: Error) => void)[] = [];
  const work = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
  );
  const end = async (error?: Error): Promise<void> => {
    ends.shift()?.(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { work, end };
}

it('runs once at a time, and once more for all who asked meanwhile', async () => {
  const { work, end } = makeWork();
  const worker = oneAtATime('work', work);
  worker.wake();
  worker.wake();
  worker.wake();
  expect(work).toHaveBeenCalledTimes(1);
  expect(worker.isRunning()).toBe(true);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  expect(worker.isRunning()).toBe(false);
});

it('goes on after a run that failed', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { work, end } = makeWork();
  const worker = oneAtATime('work', work);
  worker.wake();
  worker.wake();
  await end(new Error('no disk'));
  expect(error).toHaveBeenCalledWith('offprint: work', expect.any(Error));
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  error.mockRestore();
});

it('leaves it to others when the next run is', async () => {
  const { work, end } = makeWork();
  const again = vi.fn();
  const worker = oneAtATime('work', work, again);
  worker.wake();
  worker.wake();
  await end();
  expect(work).toHaveBeenCalledTimes(1);
  expect(again).toHaveBeenCalledTimes(1);
  worker.wake();
  await end();
  expect(again).toHaveBeenCalledTimes(1);
});

const PACE = { maxDurationMs: 10_000, pauseFactor: 9, minPauseMs: 100 };

/** A clock of its own, and steps that take so long each (ms). */
function makeSteps(took: number, steps = Number.POSITIVE_INFINITY) {
  let clock = 0;
  let worked = 0;
  let done = 0;
  return {
    options: {
      ...PACE,
      now: () => clock,
      sleep: async (ms: number) => {
        clock += ms;
      },
      isBusy: async () => false,
      step: async () => {
        clock += took;
        worked += took;
        done += 1;
        return done < steps;
      },
    },
    seen: () => ({ worked, done, clock }),
  };
}

it('works a tenth of the time, and ends when the maxDurationMs is over', async () => {
  const { options, seen } = makeSteps(50);
  expect(await runInSteps(options)).toBe(true);
  const { worked, clock } = seen();
  expect(worked / clock).toBeLessThanOrEqual(0.1);
  expect(clock).toBeLessThan(11_000);
});

it('rests after quick steps, too', async () => {
  const { options, seen } = makeSteps(0);
  await runInSteps(options);
  expect(seen().done).toBe(100);
});

it('ends when all is done', async () => {
  const { options, seen } = makeSteps(50, 3);
  expect(await runInSteps(options)).toBe(false);
  expect(seen().done).toBe(3);
});

it('begins no step while somebody else is at work', async () => {
  const { options, seen } = makeSteps(50);
  const isBusy = async () => seen().done === 2;
  expect(await runInSteps({ ...options, isBusy })).toBe(true);
  expect(seen().done).toBe(2);
});

const NOW = 1_770_000_000_000;
const HOUR = 60 * 60_000;

it('a place that is in trouble is left alone once it has refused the password, until the user asks', () => {
  const refused = describeFailure(new RemoteError('signIn', '401'), 1, NOW);
  expect(refused.nextTryAt).toBeNull();
  expect(mustWait(refused, NOW + 24 * HOUR)).toBe(true);
});

it.each(['full', 'conflict', 'changed', 'notWebDav', 'notFound', 'forbidden'] as const)(
  'a place that is in trouble is asked again within the hour where what it says may be over: %s',
  (code) => {
    const trouble = describeFailure(new RemoteError(code, 'refused'), 1, NOW);
    expect(mustWait(trouble, NOW + HOUR - 1)).toBe(true);
    expect(mustWait(trouble, NOW + HOUR)).toBe(false);
    expect(trouble.nextTryAt).toBe(NOW + HOUR);
  },
);

it('a place that is in trouble gets the rest that it asks for', () => {
  const busy = describeFailure(new RemoteError('busy', '429', { wait: HOUR }), 1, NOW);
  expect(mustWait(busy, NOW + HOUR - 1)).toBe(true);
  expect(mustWait(busy, NOW + HOUR)).toBe(false);
});

it('a place that is in trouble is asked at once when the network may be back', () => {
  const offline = describeFailure(new RemoteError('offline', 'no network'), 9, NOW);
  expect(offline.nextTryAt).toBeGreaterThan(NOW);
  expect(mustWait(offline, NOW + 1)).toBe(false);
});

it('a place that is in trouble is asked again where it is the library that had trouble', () => {
  expect(
    mustWait(describeFailure(new SyncError('newerFormat', 'made by a later version'), 1, NOW), NOW + 1),
  ).toBe(false);
  expect(mustWait(null, NOW)).toBe(false);
});
