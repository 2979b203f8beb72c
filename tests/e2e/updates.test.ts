import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

/** The text of a box that Offprint hides in the page. */
const BOX = 'Get the harbour news first';

let session: Session;
/** Open since before the update. */
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.waitUntilHidden(tab, BOX);
  await session.report(tab);
});
afterAll(() => session.close());

it('keeps the library over an update, and saves at once from a tab that was open before', async () => {
  const other = await session.visit(`${COURIER}/harbour/lock-closed`);
  await session.save(other);
  await other.page.close();
  await session.updateExtension();
  const popup = await session.popup(tab);
  await popup.shows('Key quotes');
  await popup.click('button', /^Save$/);
  await popup.find('button', /^Saved$/);
  await popup.page.close();
  const library = await session.screen('library.html');
  await library.shows('Saltmere council');
  await library.shows('Town lock closed');
  // Shown only if the browser lost the library, or if it came back from the second copy.
  expect(await library.text()).not.toMatch(/lost your library|second copy/);
  await library.page.close();
});

it('has one generation of scripts in a tab after an update', async () => {
  await session.waitUntilHidden(tab, BOX);
  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  await waitFor('the box to be back', async () => (await readVisibleText(tab.page)).includes(BOX));
  // Scripts of the former generation would hide it again as soon as the page changes.
  await tab.page.evaluate(() => document.body.append(document.createElement('p')));
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await readVisibleText(tab.page)).toContain(BOX);
});
