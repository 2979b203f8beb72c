import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { chooseTabs, readToolbar, waitForSign } from './harness/browser-controls.ts';
import { chooseFromMenu, chooseFromTabMenu } from './harness/context-menus.ts';
import { readInLibrary } from './harness/in-library.ts';
import { Session, type Tab } from './harness/session.ts';
import { heedToasts, waitForToast } from './harness/signs/toast.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;
let vote: Tab;

beforeAll(async () => {
  session = await Session.start();
  vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(vote);
  await heedToasts(session, vote);
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

it('on the page: the article is saved whole, and the toolbar button says so', async () => {
  await chooseFromMenu(session, vote, 'save-page', 'article p');
  await waitForSign(session, vote, '✓', /^Saved: Saltmere council backs £41m breakwater/);
  // And the page, with what can be done next.
  await waitForToast(session, vote, /^Saved: Saltmere council.* Undo Tags List Note Open$/);
  await readInLibrary(session, /Saltmere council backs £41m/, 'The council meets again on June 16');
});

it('on words that are selected: the whole article is saved, not the words', async () => {
  const ferry = await session.visit(`${COURIER}/uk/night-ferry`);
  await session.report(ferry);
  await ferry.page.$eval('article p', (paragraph) => getSelection()?.selectAllChildren(paragraph));
  await chooseFromMenu(session, ferry, 'save-page', 'article p');
  await waitForSign(session, ferry, '✓', /^Saved: /);
  const last = await ferry.page.$$eval('article p', (all) =>
    all.map(({ textContent }) => textContent).join(' '),
  );
  await ferry.page.close();
  expect(last.length).toBeGreaterThan(100);
});

it('on a link: the article behind it is saved without opening it', async () => {
  const before = (await session.extension.tabs()).length;
  await chooseFromMenu(session, vote, 'save-link', '.related a[href="/harbour/tide-gauge"]');
  await waitForSign(session, vote, '+1', /^Saved: Tide gauge older than the railway/);
  expect((await session.extension.tabs()).length).toBe(before);
  await readInLibrary(session, /Tide gauge older than the railway/, 'The paper is changed at noon');
});

// Each with other words than the one before it, which the button may still say.
it.each([
  [
    'a page that is gone',
    `${COURIER}/harbour/no-such-page`,
    /^Not saved\. This site has no page at this address/,
  ],
  ['a page with no article', `${COURIER}/login`, /^Not saved\. There is no article at this link/],
  ['a site that does not answer', 'https://nowhere.example/story', /^Not saved\. The site did not answer/],
  ['a picture', `${COURIER}/img/breakwater.jpg`, /^Not saved\. There is no article at this link/],
])('on a link to %s: says why nothing is saved', async (_, url, words) => {
  const before = await countInLibrary();
  await chooseFromMenu(session, vote, 'save-link', await addLink(vote, url));
  await waitForSign(session, vote, '!', words);
  // Nobody looks for the reason over a button.
  await waitForToast(session, vote, words);
  expect(await countInLibrary()).toBe(before);
});

it('on a link to a PDF: goes on to the page that saves it', async () => {
  await chooseFromMenu(session, vote, 'save-link', await addLink(vote, `${COURIER}/print/locks.pdf`));
  const reader = await session.openedPage(/reader\.html\?id=/);
  await reader.shows('The keepers of the lower lock asked the harbour board on Monday');
  await reader.page.close();
});

it('on a page that is no article: keeps what text there is, since the user points at it', async () => {
  const before = await countInLibrary();
  const login = await session.visit(`${COURIER}/login`);
  await chooseFromMenu(session, login, 'save-page', 'body');
  await waitForSign(session, login, '✓', /^Saved: /);
  expect(await countInLibrary()).toBe(String(Number(before) + 1));
  await login.page.close();
});

it('on one of several chosen tabs: saves them all, and names the one that could not be read', async () => {
  const light = await session.visit(`${COURIER}/features/skerry-light`);
  const front = await session.visit(`${COURIER}/`);
  const broken = await session.visit(`${COURIER}/harbour/eel-pass`);
  await session.report(light);
  session.network.setOffline(true);
  await broken.page.reload().catch(() => null);
  session.network.setOffline(false);
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
});

it('the sign of a failure passes, and the button says again that this page is saved', async () => {
  await waitForSign(session, vote, '✓', /^Offprint$/);
});

it('“all articles of this window”: saves each that is open', async () => {
  const opinion = await session.visit(`${COURIER}/opinion/ferry-fares`);
  await session.report(opinion);
  await vote.page.bringToFront();
  await chooseFromMenu(session, vote, 'save-window', 'article p');
  await waitForSign(session, vote, '+2', /^Saved: 2 · /);
  await waitFor(
    'the badge of the other tab',
    async () => (await readToolbar(session, opinion)).badge === '✓',
  );
  await readInLibrary(session, /A ferry is a street/, 'I will pay for the next pint of milk myself');
  await opinion.page.close();
});

it('“all articles of this window”: saves what is behind a tab that the browser has put to sleep, and does not wake it', async () => {
  const url = `${COURIER}/interviews/amara-oduya`;
  const interview = await session.visit(url);
  await vote.page.bringToFront();
  await session.extension.call('tabs.discard', interview.id);
  const asleep = () => session.extension.call<{ id: number }[]>('tabs.query', { url, discarded: true });
  await waitFor('the tab to sleep', async () => (await asleep()).length === 1);
  // What the button said last has passed.
  await waitForSign(session, vote, '✓', /^Offprint$/);
  await chooseFromMenu(session, vote, 'save-window', 'article p');
  await waitForSign(session, vote, '+2', /^Saved: 2 · /);
  const tabs = await asleep();
  expect(tabs).toHaveLength(1);
  await session.extension.call('tabs.remove', tabs[0]?.id);
  await readInLibrary(session, /The seagrass came back/, 'A plant does not need a quorum');
});

// Chromium lets nobody into the menu of its tab strip.
if (process.env.OFFPRINT_BROWSER === 'firefox') {
  it('on a tab of the tab strip: saves that one, and says so where the user looks', async () => {
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
