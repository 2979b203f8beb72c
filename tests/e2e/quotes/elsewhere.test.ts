import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVENING_LANTERN } from '../../fixtures/same-words.ts';
import { COURIER } from '../../fixtures/sites.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const VOTE = /Saltmere council backs £41m breakwater/;

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
  await reader.press('Escape');
  await waitFor('the focus to come back', () =>
    reader.page.evaluate(() => document.activeElement?.textContent === 'Also in 2 articles'),
  );
});
