import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import { chooseTabs, openRealPopup, readToolbar, waitForSign } from './harness/browser-controls.ts';
import { chooseFromMenu, chooseFromTabMenu } from './harness/context-menus.ts';
import { readInLibrary } from './harness/in-library.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitForToast } from './harness/toast.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;
let vote: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(vote);
});
afterAll(() => session.close());

/** How many articles are in the library, as its rail says. */
async function countInLibrary(): Promise<string | undefined> {
  const library = await session.screen('library.html');
  const text = await library.shows(/Inbox \d+/);
  await library.page.close();
  return /Inbox (\d+)/.exec(text)?.[1];
}

/** Puts a link into the text of a page. */
async function addLink(tab: Tab, url: string): Promise<string> {
  await tab.page.evaluate((href) => {
    document.querySelector('#added')?.remove();
    const link = Object.assign(document.createElement('a'), {
      id: 'added',
      href,
      textContent: 'Read this, too',
    });
    document.querySelector('article p')?.append(' ', link);
  }, url);
  return '#added';
}

itLong('the popup under the toolbar button speaks of the page in front', async () => {
  await openRealPopup(session, vote.page);
  await waitFor('the popup to show the article', async () =>
    (await session.extension.readViews('popup')).some((text) => /Saltmere council backs £41m/.test(text)),
  );
  await session.extension.closePopups();
});

it('on the page: the article is saved whole, and the toolbar button says so', async () => {
  await chooseFromMenu(session, vote, 'save-page', 'article p');
  await waitForSign(session, vote, '✓', /^Saved: Saltmere council backs £41m breakwater/);
  // And the page, with what can be done next.
  await waitForToast(session, vote, /^Saved: Saltmere council.* Undo Tags List Note Open$/);
  await readInLibrary(session, /Saltmere council backs £41m/, 'The council meets again on June 16');
});

it('on a link: the article behind it is saved without opening it', async () => {
  const before = (await session.extension.tabs()).length;
  await chooseFromMenu(session, vote, 'save-link', '.related a[href="/harbour/tide-gauge"]');
  await waitForSign(session, vote, '+1', /^Saved: Tide gauge older than the railway/);
  expect((await session.extension.tabs()).length).toBe(before);
  await readInLibrary(session, /Tide gauge older than the railway/, 'The paper is changed at noon');
});

// Each with other words than the one before it, which the button may still say.
itLong.each([
  [
    'a page that is gone',
    `${COURIER}/harbour/no-such-page`,
    /^Not saved\. This site has no page at this address/,
  ],
  ['a site that does not answer', 'https://nowhere.example/story', /^Not saved\. The site did not respond/],
])('on a link to %s: says why nothing is saved', async (_, url, words) => {
  const before = await countInLibrary();
  await chooseFromMenu(session, vote, 'save-link', await addLink(vote, url));
  await waitForSign(session, vote, '!', words);
  // Nobody looks for the reason over a button.
  await waitForToast(session, vote, words);
  expect(await countInLibrary()).toBe(before);
});

itLong(
  'on one of several chosen tabs: saves them all, and names the one that could not be read',
  async () => {
    const light = await session.visit(`${COURIER}/features/skerry-light`);
    const front = await session.visit(`${COURIER}/`);
    const broken = await session.visit(`${COURIER}/harbour/eel-pass`);
    await session.report(light);
    session.network.setOffline(true);
    await broken.page.reload().catch(() => null);
    session.network.setOffline(false);
    await light.page.bringToFront();
    await chooseTabs(session, [light, front, broken]);
    const popup = await session.popup(light);
    await popup.find('button', /^Save 3 tabs$/);
    await popup.page.close();
    await light.page.bringToFront();
    await chooseTabs(session, [light, front, broken]);
    await chooseFromMenu(session, light, 'save-page', 'article p');
    await waitForSign(
      session,
      light,
      '!',
      /^Saved: 1 · not articles: 1 · failed: 1\n.+: The page did not load/,
    );
    await readInLibrary(session, /The woman who still winds the Skerry light/, 'biscuit tin');
    for (const { page } of [light, front, broken]) await page.close();
  },
);

itLong(
  '“all articles of this window”: saves what is behind a tab that the browser has put to sleep, and does not wake it',
  async () => {
    const url = `${COURIER}/interviews/amara-oduya`;
    const interview = await session.visit(url);
    await vote.page.bringToFront();
    await session.extension.call('tabs.discard', interview.id);
    const asleep = () => session.extension.call<{ id: number }[]>('tabs.query', { url, discarded: true });
    await waitFor('the tab to sleep', async () => (await asleep()).length === 1);
    await chooseFromMenu(session, vote, 'save-window', 'article p');
    await waitForSign(session, vote, '+2', /^Saved: 2 · /);
    const tabs = await asleep();
    expect(tabs).toHaveLength(1);
    await session.extension.call('tabs.remove', tabs[0]?.id);
    await readInLibrary(session, /The seagrass came back/, 'A plant does not need a quorum');
  },
);

// Chromium lets nobody into the menu of its tab strip.
if (process.env.OFFPRINT_BROWSER === 'firefox') {
  itLong('on a tab of the tab strip: saves that one, and says so where the user looks', async () => {
    const mill = await session.visit(`${COURIER}/investigations/dredging-contract`);
    await session.report(mill);
    await vote.page.bringToFront();
    await chooseFromTabMenu(session, mill, 'save-page');
    await waitForSign(session, vote, '+1', /^Saved: /);
    await waitFor('the badge of the saved tab', async () => (await readToolbar(session, mill)).badge === '✓');
    await readInLibrary(session, /dredging/i, 'I should like to be able to say that I had read it');
    await mill.page.close();
  });
}
