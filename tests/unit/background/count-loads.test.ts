import { expect, it } from 'vitest';
import {
  hideAnyway,
  recordHidden,
  recordLoad,
  recordReload,
} from '../../../entrypoints/background/count-loads.ts';

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
])(
  'leaves a page alone that reloads itself right after something was hidden, %s',
  async (_, hidden, after) => {
    expect(await leftAlone('page', hidden, after)).toEqual([false, false, false, true]);
  },
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
] as const)('goes on hiding where %s', async (_, by, hidden, after) => {
  expect(await leftAlone(by, hidden, after)).not.toContain(true);
});

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
