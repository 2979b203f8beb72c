import { expect, it } from 'vitest';
import { countLoad, noteHidden } from '../../../entrypoints/background/count-loads.ts';

const START = 1_800_000_000_000;

/** Loads a page at such times, in ms after the start, in a tab of its own; the answer to the last. */
async function loadAt(tabId: number, times: readonly number[], url = 'https://herald.example/lamp') {
  let answer = false;
  for (const at of times) {
    const sender = { tabId, url, incognito: false };
    answer = (await countLoad({ opened: START + at }, sender, START + at + 200)).keepsLoading;
  }
  return answer;
}

it('notices a page that loads itself again and again, and leaves it alone for a while', async () => {
  expect(await loadAt(1, [0, 900, 1800])).toBe(false);
  expect(await loadAt(1, [2700])).toBe(true);
  expect(await loadAt(1, [60_000])).toBe(true);
  expect(await loadAt(1, [3_600_000])).toBe(false);
});

it('goes by its own clock: that of a page may be far behind', async () => {
  const sender = { tabId: 9, url: 'https://herald.example/lamp', incognito: false };
  const answers: boolean[] = [];
  for (const at of [0, 900, 1800, 2700]) {
    const { keepsLoading } = await countLoad({ opened: START - 90_000 + at }, sender, START + at);
    answers.push(keepsLoading);
  }
  expect(answers).toEqual([false, false, false, true]);
});

it('does not take a user for it who reads on, reloads now and then, or asks twice of one load', async () => {
  expect(await loadAt(2, [0, 20_000, 40_000, 60_000, 80_000])).toBe(false);
  expect(await loadAt(3, [0, 0, 0, 0, 0])).toBe(false);
  for (const page of ['a', 'b', 'c', 'd', 'e']) {
    expect(await loadAt(4, [page.charCodeAt(0)], `https://herald.example/${page}`)).toBe(false);
  }
});

/** Loads a page so often, each so many ms after something was hidden in the one before, which takes 5 s to come. */
async function loadAfterHiding(tabId: number, afterMs: readonly number[]): Promise<boolean[]> {
  const sender = { tabId, url: 'https://herald.example/lamp', incognito: false };
  const answers: boolean[] = [];
  let opened = START;
  for (const after of afterMs) {
    answers.push((await countLoad({ opened }, sender, opened + 5000)).keepsLoading);
    // The assistant asks again, much later where the line is slow.
    await countLoad({ opened }, sender, opened + 21_000);
    await noteHidden({ opened, at: opened + 22_000 }, sender);
    // In the page that is still there while the next is asked for.
    await noteHidden({ opened, at: opened + 22_000 + after + 4000 }, sender);
    opened += 22_000 + after;
  }
  return answers;
}

it('notices it on a slow line, too, where each load begins right after something was hidden', async () => {
  expect(await loadAfterHiding(20, [100, 900, 1500, 200])).toEqual([false, false, false, true]);
});

it('takes no user for that who reloads the page by hand, nor a paper that refreshes its page by the clock', async () => {
  const everyMinute = Array.from({ length: 12 }, () => 38_000);
  expect(await loadAfterHiding(21, everyMinute)).not.toContain(true);
  expect(await loadAfterHiding(22, [5000, 900, 4000, 700, 800, 6000, 400])).not.toContain(true);
});

it('heeds nothing that was hidden in another page, or in the one before the last', async () => {
  const sender = { tabId: 23, url: 'https://herald.example/lamp', incognito: false };
  for (const load of [0, 1, 2, 3, 4, 5]) {
    const opened = START + load * 20_000;
    const { keepsLoading } = await countLoad({ opened }, sender, opened);
    expect(keepsLoading).toBe(false);
    const at = opened + 19_500;
    await noteHidden({ opened, at }, { ...sender, url: 'https://herald.example/pier' });
    await noteHidden({ opened: opened - 20_000, at }, sender);
  }
});
