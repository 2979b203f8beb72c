import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { chooseTabs, openRealPopup, pressCommand, saveLinkFromMenu } from './harness/browser-controls.ts';
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
  await waitFor('the button to tell the sum', async () =>
    /^2 saved · 1 no articles · 0/.test(await session.extension.call<string>('action.getTitle', {})),
  );
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
