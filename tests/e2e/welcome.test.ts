import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import type { Screen } from './harness/screen.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
const BOX = 'Get the harbour news first';

let session: Session;
let welcome: Screen;

beforeAll(async () => {
  session = await Session.borrow({ keepsWelcome: true });
  welcome = await session.openedPage(/welcome\.html/);
});
afterAll(() => session.close());

/** Waits until the browser has been told to look at no page: settings are shown a moment before they are acted on. */
async function gateIsAway(): Promise<void> {
  await waitFor('the gate to be taken away', async () => {
    const scripts = await session.extension.call<{ id: string }[]>('scripting.getRegisteredContentScripts');
    return scripts.every(({ id }) => id !== 'gate');
  });
}

/** Loads a page in a new tab and gives the gate the time it takes. */
async function look(url: string): Promise<Tab> {
  const tab = await session.visit(url);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return tab;
}

it('shows the main job on an example once installed: boxes gone, quotes with speakers, saved and read', async () => {
  await welcome.shows('Mira Holtby, captain of the ferry');
  await welcome.hides('The Post in your inbox');
  await welcome.click('button', /^Show all$/);
  await welcome.shows('The Post in your inbox');
  await welcome.click('button', /^Hide all$/);
  await welcome.hides('The Post in your inbox');

  // As in any page: a quote is marked while it is pointed at in the list, and none is before.
  const marked = () =>
    welcome.page.$$eval('mark', (quotes) =>
      quotes
        .filter((quote) => getComputedStyle(quote).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map((quote) => quote.textContent),
    );
  expect(await marked()).toEqual([]);
  await welcome.page.bringToFront();
  // The list may move under the pointer as it is drawn.
  await waitFor('the quote to be marked', async () => {
    await (await welcome.find('button', /^People ask what the boat costs/)).hover();
    return (await marked()).join().startsWith('People ask what the boat costs');
  });

  await welcome.click('button', /^Save$/);
  await welcome.find('button', /^Saved$/);
  await welcome.click('button', /^Read$/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The first boat leaves on Monday at six.');
  await reader.page.close();
  await welcome.click('button', /^Remove it from the library$/);
  await welcome.find('button', /^Save$/);
  const library = await session.screen('library.html');
  await library.shows('Nothing to read yet');
  await library.page.close();
});

itLong('looks at nothing before a click, at chosen sites only, or at all, as the user says', async () => {
  await welcome.click('radio', /^Only when you click/);
  await gateIsAway();
  const left = await look(VOTE);
  expect(await session.extension.askTab(left.id, 'gate/ask', null)).toBeNull();
  expect(await readVisibleText(left.page)).toContain(BOX);

  await welcome.click('radio', /^On sites you choose/);
  await welcome.shows('None yet.');
  await welcome.type('textbox', /^Add a site$/, VOTE);
  await welcome.click('button', /^Add a site$/);
  await welcome.shows(new URL(VOTE).host.replace(/^www\./, ''));
  // The page that is open already is looked at too.
  await session.waitUntilHidden(left, BOX);

  await welcome.click('button', /^Stop reading/);
  await welcome.shows('None yet.');
  await gateIsAway();
  await left.page.reload();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await session.extension.askTab(left.id, 'gate/ask', null)).toBeNull();

  await welcome.click('radio', /^On all sites/);
  await session.waitUntilHidden(left, BOX);
  await left.page.close();
});
