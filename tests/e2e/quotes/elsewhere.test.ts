import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVENING_LANTERN } from '../../fixtures/same-words.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { readAtRest } from '../harness/drawn-frames.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const VOTE = /Saltmere council backs £41m breakwater/;
/** What Ines Calloway has said in the articles that are saved. */
const STATEMENTS = 3;
const WEEK = /A week in which Saltmere stopped counting cellars/;

let session: Session;
let reader: Screen;

async function save(url: string): Promise<void> {
  const tab = await session.visit(url);
  await session.save(tab);
  await tab.page.close();
}

beforeAll(async () => {
  session = await Session.borrow();
  await save(`${COURIER}/harbour/breakwater-vote`);
  await save(`${EVENING_LANTERN}/saltmere-wall`);
  const library = await session.screen('library.html');
  await library.click('link', VOTE);
  reader = await session.openedPage(/reader\.html/);
  await reader.shows('pumping out cellars');
  if (!library.page.isClosed() && library.page !== reader.page) await library.page.close();
});
afterAll(() => session.close());

/** How often the line stands under a quote. */
const lines = (): Promise<string[]> =>
  reader.page.evaluate(() =>
    [...document.querySelectorAll('.quote')].flatMap((card) => {
      const line = [...card.querySelectorAll('button')].find(({ textContent }) =>
        /^Also in/.test(textContent ?? ''),
      );
      return line === undefined ? [] : [line.textContent ?? ''];
    }),
  );

/** Waits until these lines stand under quotes, in whatever order. */
const seesLines = (...wanted: string[]): Promise<unknown> =>
  waitFor(`the lines “${wanted.join('”, “')}”`, async () => {
    return JSON.stringify((await lines()).toSorted()) === JSON.stringify(wanted);
  });

it('says at a quote that another article has the same words, and as soon as one more has', async () => {
  await reader.page.bringToFront();
  await reader.press('v');
  await seesLines('Also in 1 article', 'Also in 1 article');
  await save(`${EVENING_LANTERN}/a-week-in-saltmere`);
  await reader.page.bringToFront();
  await seesLines('Also in 1 article', 'Also in 2 articles');
});

it('lists them by keyboard, the earliest first, with what differs', async () => {
  await reader.page.bringToFront();
  const line = await reader.find('button', /^Also in 2 articles$/);
  await line.evaluate((button) => (button as HTMLElement).focus());
  await reader.press('Enter');
  const dialog = await reader.find('dialog', /The same words elsewhere/);
  const items = await dialog.evaluate((sheet) =>
    [...sheet.querySelectorAll('li')].map((item) => (item.textContent ?? '').replace(/\s+/g, ' ')),
  );
  expect(items).toHaveLength(3);
  expect(items[0]).toMatch(/The Evening Lantern.*Earliest.*pumping out cellars.*Ines Calloway.*Shortened/);
  expect(items[1]).toMatch(/Harbour Courier.*This article/);
  expect(items[2]).toMatch(/17.*A week in which Saltmere/);
  const folder = path.resolve('.output/elsewhere');
  mkdirSync(folder, { recursive: true });
  await reader.page.screenshot({ path: path.join(folder, `${session.kind}-sheet.png`) });
  await reader.press('Escape');
  await waitFor('the focus to come back', () =>
    reader.page.evaluate(() => document.activeElement?.textContent === 'Also in 2 articles'),
  );
});

it('marks a word that another paper has otherwise', async () => {
  await reader.click('button', /^Also in 1 article$/);
  const dialog = await reader.find('dialog', /The same words elsewhere/);
  const marked = await dialog.evaluate((sheet) =>
    ['ins', 'del'].map((name) => sheet.querySelector(name)?.textContent),
  );
  expect(marked).toEqual(['really', 'actually']);
  await reader.press('Escape');
});

it('counts a statement once on the page of who made it, in either order of time', async () => {
  const library = await session.screen('library.html#people/ines%20calloway');
  await library.shows('Ines Calloway');
  const quotes = (): Promise<string[]> =>
    library.page.evaluate(() =>
      [...document.querySelectorAll('blockquote')].map(({ textContent }) => textContent ?? ''),
    );
  const newest = await readAtRest(library.page, 'the quotes', async () => {
    const all = await quotes();
    // A library that is at work stands still in the middle, too.
    if (all.length !== STATEMENTS) throw new Error(`there are ${all.length}`);
    return all;
  });
  expect(newest.filter((text) => text.includes('pumping out cellars'))).toHaveLength(1);
  await library.click('radio', /^Oldest first$/);
  await waitFor('the oldest to be first', async () => {
    return JSON.stringify(await quotes()) === JSON.stringify(newest.toReversed());
  });
  await library.click('button', /^Also in 2 articles$/);
  await library.find('link', WEEK);
  await library.page.screenshot({ path: path.resolve('.output/elsewhere', `${session.kind}-person.png`) });
  await library.page.close();
});

it('finds them in a library that has no index of quotes yet, once the background has made one', async () => {
  const left = await reader.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = db.transaction(['fingerprints', 'meta'], 'readwrite');
    writing.objectStore('fingerprints').clear();
    writing.objectStore('meta').delete('fingerprints');
    const counting = writing.objectStore('fingerprints').count();
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    db.close();
    return counting.result;
  });
  expect(left).toBe(0);
  await reader.reload();
  await reader.shows('pumping out cellars');
  await reader.press('v');
  await reader.find('searchbox', /Filter/);
  // A background that was idle for half a minute and starts now makes one without being told.
  await session.extension.call('alarms.create', 'upkeep', { when: Date.now() + 100, periodInMinutes: 15 });
  await reader.shows('Also in 2 articles');
});
