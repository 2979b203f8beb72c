import { afterAll, beforeAll, expect, it } from 'vitest';
import ukrainian from '../../locales/uk.json';
import { COURIER } from '../fixtures/sites.ts';
import { Session, type Tab } from './harness/session.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow({ locale: ukrainian });
  tab = await session.visit(VOTE);
  await session.report(tab, (report) => report.quotes.length > 0);
});
afterAll(() => session.close());

it('speaks the user’s language in the popup, with its dates and plural forms', async () => {
  const popup = await session.popup(tab);
  await popup.find('button', /^Зберегти$/);
  await popup.shows('12 травня 2026');
  await popup.shows('Головні цитати');
  await popup.shows(/Приховано \d+ блок/);
  expect(await popup.page.evaluate(() => document.documentElement.lang)).toBe('uk');
  await popup.click('button', /^Зберегти$/);
  await popup.find('button', /^Збережено$/);
  await popup.page.close();
});
