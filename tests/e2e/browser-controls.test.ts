import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { openRealPopup, pressCommand, saveLinkFromMenu } from './harness/browser-controls.ts';
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
  await waitFor(
    'the button to say that it is saved',
    async () => (await session.extension.call<string>('action.getBadgeText', { tabId: tab.id })) !== '',
  );
  const library = await session.screen('library.html');
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.page.close();
});

it('the context menu saves the article behind a link without opening it', async () => {
  const before = (await session.extension.tabs()).length;
  await saveLinkFromMenu(session, tab, '.related a[href="/harbour/tide-gauge"]');
  const library = await session.screen('library.html');
  await library.page.bringToFront();
  await library.shows(/Tide gauge older than the railway/);
  expect((await session.extension.tabs()).length).toBe(before + 1);
  await library.click('link', /Tide gauge older than the railway/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The paper is changed at noon');
  await reader.page.close();
});

it('a key opens the library', async () => {
  await pressCommand(session, tab, 'open-library');
  const library = await session.openedPage(/library\.html/);
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.page.close();
});
