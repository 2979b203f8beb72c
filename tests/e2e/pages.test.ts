import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const MILL = `${COURIER}/features/tide-mill`;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

const asked = (path: string): number =>
  session.network.seen.filter(({ url }) => new URL(url).pathname === path).length;

it('follows an article over its pages only when the user asks, from whichever page they are on', async () => {
  const tab = await session.visit(`${MILL}/2`);
  await session.report(tab);
  const popup = await session.popup(tab);
  expect(await popup.shows('This is page 2 of 3.')).not.toContain('Tresidder said');
  expect(asked('/features/tide-mill/3')).toBe(0);
  await popup.click('button', /^Save all 3 pages$/);
  await popup.shows('Saved: all 3 pages.');
  expect([asked('/features/tide-mill'), asked('/features/tide-mill/3')]).toEqual([1, 1]);
  await popup.click('button', /^Open$/);
  const reader = await session.openedPage(/reader\.html\?id=/);
  const text = await reader.shows('They were here first, by some margin');
  const order = [
    'forty people stood on the dyke',
    'The stones were the easy part',
    'turned for nine minutes',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(text).toContain('all 3 pages');
  // What every page repeats is there once.
  for (const words of [
    'three people, one pond',
    'as the county drew it',
    'Next page',
    'writes about the creeks',
  ])
    expect([words, text.toLowerCase().split(words).length - 1 <= 1]).toEqual([words, true]);
  // Each page has a note 1 of its own, shown beside its mark.
  const notes = await reader.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.reader__body sup a')].map((mark) => {
      mark.click();
      return mark.getAttribute('href') ?? '';
    }),
  );
  expect(new Set(notes).size).toBe(2);
  const note = await waitFor('the note beside its mark', () =>
    reader.page.evaluate(() => document.querySelector('[role="note"]')?.textContent),
  );
  expect(note).toContain('Eels are older than barley');
  await reader.page.close();
  await tab.page.close();
});

it('keeps what came where a page is missing, and says which', async () => {
  const tab = await session.visit(`${COURIER}/features/salt-road`);
  await session.save(tab);
  const popup = await session.popup(tab);
  await popup.shows('Saved: page 1 of 2.');
  await popup.click('button', /^Download the other pages$/);
  await popup.shows('Page 2 is missing: No longer there.');
  await popup.find('button', /^Try again$/);
  await popup.find('button', /^Saved$/);
  await popup.page.close();
  const library = await session.screen('library.html');
  await library.find('row', /Walking the salt road/);
  expect(await library.shows('page 1 of 2')).toContain('The mill that the tide forgot to stop');
  await library.page.close();
  await tab.page.close();
});
