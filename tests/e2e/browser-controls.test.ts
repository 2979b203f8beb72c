import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import {
  chooseTabs,
  openRealPopup,
  pressCommand,
  readToolbar,
  waitForSign,
} from './harness/browser-controls.ts';
import { readInLibrary } from './harness/in-library.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.start();
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
});
afterAll(() => session.close());

it('the popup under the toolbar button speaks of the page in front', async () => {
  await openRealPopup(session, tab.page);
  await waitFor('the popup to show the article', async () =>
    (await session.extension.readViews('popup')).some((text) => /Saltmere council backs £41m/.test(text)),
  );
});

it('a key saves the article, and the toolbar button says so', async () => {
  await pressCommand(session, tab, 'save-page');
  await waitForSign(session, tab, '✓', /^Saved: Saltmere council backs £41m/);
  const library = await session.screen('library.html');
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.page.close();
});

it('a key saves every article of the tabs that are chosen in the tab strip, and the popup offers the same', async () => {
  const light = await session.visit(`${COURIER}/features/skerry-light`);
  const front = await session.visit(`${COURIER}/`);
  const ferry = await session.visit(`${COURIER}/uk/night-ferry`);
  for (const each of [light, ferry]) await session.report(each);
  await ferry.page.bringToFront();
  await chooseTabs(session, [ferry, light, front]);

  const popup = await session.popup(ferry);
  await popup.find('button', /^Save 3 tabs$/);
  await popup.page.close();

  await chooseTabs(session, [ferry, light, front]);
  await pressCommand(session, ferry, 'save-page');
  await waitForSign(session, ferry, '+2', /^Saved: 2 · not articles: 1 · failed: 0$/);
  const library = await session.screen('library.html');
  await library.shows(/The woman who still winds the Skerry light/);
  await library.page.close();

  // One alone is one alone again.
  await chooseTabs(session, [front]);
  const alone = await session.popup(front);
  await alone.find('button', /^Save all articles of this window$/);
  await alone.page.close();
  for (const { page } of [light, front, ferry]) await page.close();
});

it('the popup saves the chosen tabs together, and names the one that could not be read', async () => {
  const opinion = await session.visit(`${COURIER}/opinion/ferry-fares`);
  await session.report(opinion);
  const broken = await session.visit(`${COURIER}/harbour/eel-pass`);
  session.network.setOffline(true);
  await broken.page.reload().catch(() => null);
  session.network.setOffline(false);
  await opinion.page.bringToFront();
  await chooseTabs(session, [opinion, tab, broken]);

  const popup = await session.popup(opinion);
  await popup.click('button', /^Save 3 tabs$/);
  await popup.shows(/2 articles saved\. 1 could not be saved\./);
  await popup.shows('The page did not load');
  await popup.page.close();
  await waitForSign(session, opinion, '✓', /^Offprint$/);
  expect((await readToolbar(session, broken)).badge).toBe('');

  await readInLibrary(session, /A ferry is a street/, 'I will pay for the next pint of milk myself');
  for (const { page } of [opinion, broken]) await page.close();
});

it('a key opens the library', async () => {
  await pressCommand(session, tab, 'open-library');
  const library = await session.openedPage(/library\.html/);
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.page.close();
});
