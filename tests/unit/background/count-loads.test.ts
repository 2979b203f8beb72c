import { expect, it } from 'vitest';
import { countLoad } from '../../../entrypoints/background/count-loads.ts';

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
