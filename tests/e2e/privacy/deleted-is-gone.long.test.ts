import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForPage } from '../../bench/bundle-for-page.ts';
import { COURIER } from '../../fixtures/sites.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** A word of one article and of nothing else. */
const WORD = 'brackenmoth';
const OTHERS = 40;
/** Finds the article without its word: what was searched for, and stood for two seconds, is kept beside the search. */
const SEARCH = `site:${new URL(COURIER).hostname}`;

const folder = mkdtempSync(path.join(tmpdir(), 'offprint-gone-'));
const profile = { folder: path.join(folder, 'profile'), build: path.join(folder, 'build') };
let session: Session;
let scripts: string[];

async function openConsole(): Promise<Screen> {
  const screen = await session.screen('options.html');
  for (const script of scripts) await screen.page.evaluate(script);
  return screen;
}

const traces = ({ page }: Screen): Promise<string[]> =>
  page.evaluate(`OffprintTraces.findTraces('${WORD}')`) as Promise<string[]>;

/** Saves it once more, with another text: the former one is kept as a version. */
async function saveAgain(tab: Tab): Promise<void> {
  await tab.page.reload();
  await session.report(tab);
  await tab.page.evaluate((word) => {
    const more = document.createElement('p');
    more.textContent = `A late edition adds that every ${word} has been given a number, and that the numbers are kept in a drawer at the sorting office.`;
    document.querySelector('article')?.append(more);
  }, WORD);
  await session.report(tab, ({ article }) => article?.text.includes('late edition') === true);
  const popup = await session.popup(tab);
  await popup.click('button', /^Save again$/);
  await popup.find('button', /^Saved$/);
  await popup.page.close();
}

beforeAll(async () => {
  scripts = [
    await bundleForPage(new URL('../harness/traces-in-page.ts', import.meta.url), 'OffprintTraces'),
    await bundleForPage(new URL('../harness/leave-words.ts', import.meta.url), 'OffprintWords'),
  ];
  session = await Session.start({ profile });
});

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
});

it('leaves no word of an article that was deleted for good, in whatever store', async () => {
  const console_ = await openConsole();
  await console_.page.evaluate(`OffprintWords.saveOthers(${OTHERS})`);
  const tab = await session.visit(`${COURIER}/features/${WORD}`);
  await session.save(tab);
  await console_.page.evaluate(`OffprintWords.leaveWords('${WORD}')`);
  await saveAgain(tab);
  await tab.page.close();
  const storage = await session.screen('library.html#storage');
  await storage.shows('· up to date');
  await storage.page.close();
  const before = await traces(console_);
  const tables = [
    'articles',
    'contents',
    'quoteSets',
    'versions',
    'snapshots',
    'highlights',
    'speakers',
    'tags',
  ];
  for (const place of tables) {
    expect(before).toContain(`offprint/${place}`);
  }
  expect(before.some((place) => /^(files|caches)\//.test(place))).toBe(true);

  const library = await session.screen(`library.html#inbox?q=${SEARCH}`);
  await library.click('button', /^Delete$/);
  await library.click('button', /^Delete for good$/);
  await library.shows('1 article deleted for good');
  await library.page.close();
  expect(await traces(console_)).toEqual([]);
  expect(await console_.page.evaluate('OffprintWords.countArticles()')).toBe(OTHERS);
});

it('has none after the next start either, and all others are there', async () => {
  await session.close();
  session = await Session.start({ profile });
  const console_ = await openConsole();
  expect(await traces(console_)).toEqual([]);
  const storage = await session.screen('library.html#storage');
  await storage.shows('· up to date');
  expect(await traces(console_)).toEqual([]);
  expect(await console_.page.evaluate('OffprintWords.countArticles()')).toBe(OTHERS);
});

it('finishes a purge that the browser was ended in', async () => {
  const tab = await session.visit(`${COURIER}/features/${WORD}`);
  await session.save(tab);
  const console_ = await openConsole();
  const storage = await session.screen('library.html#storage');
  await storage.shows('· up to date');
  const library = await session.screen(`library.html#inbox?q=${SEARCH}`);
  await library.click('button', /^Delete$/);
  await library.shows(/deleted/);
  // Nobody waits for the answer: the browser ends as soon as the article is out of the database.
  await console_.page.evaluate(
    `void chrome.runtime.sendMessage({ offprint: 'background', type: 'library/purge', data: { ids: null } })`,
  );
  await waitFor('the purge to begin', async () => {
    return (await console_.page.evaluate('OffprintWords.countArticles()')) === OTHERS;
  });
  await session.close();
  session = await Session.start({ profile });
  const again = await openConsole();
  await waitFor('what was deleted to be gone', async () => (await traces(again)).length === 0, 60_000);
  expect(await again.page.evaluate('OffprintWords.countArticles()')).toBe(OTHERS);
});
