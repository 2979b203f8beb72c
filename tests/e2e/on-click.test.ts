import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import { clickToolbarButton, giveAccessOnClickOnly, waitForSign } from './harness/browser-controls.ts';
import { chooseFromMenu } from './harness/context-menus.ts';
import { readInLibrary } from './harness/in-library.ts';
import { Session } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  await giveAccessOnClickOnly(session);
});
afterAll(() => session.close());

it('does nothing by itself, and everything after a click on its button', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  expect(await session.extension.askTab(tab.id, 'gate/ask', null)).toBeNull();
  expect(await readVisibleText(tab.page)).toContain('Get the harbour news first');

  await clickToolbarButton(session, tab.page);
  await session.waitUntilHidden(tab, 'Get the harbour news first');
  // Chromium spends the first click on letting the extension in, and opens the popup with the second.
  if (session.kind === 'chromium') await clickToolbarButton(session, tab.page);
  await waitFor('the popup to show the article', async () =>
    (await session.extension.readViews('popup')).some(
      (text) => text.includes('Saltmere council backs £41m') && text.includes('Key quotes'),
    ),
  );
  await session.extension.closePopups();
});

itLong(
  'saves by the menu, on the page and behind a link of its site; elsewhere it says that it was not let in',
  async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    // In Chromium nobody can choose from the real menu, which gives access as this does.
    if (session.kind === 'chromium') await clickToolbarButton(session, tab.page);
    await chooseFromMenu(session, tab, 'save-page', 'article p');
    await waitForSign(session, tab, '✓', /^Saved: Saltmere council backs £41m/);
    await chooseFromMenu(session, tab, 'save-link', '.related a[href="/harbour/tide-gauge"]');
    await waitForSign(session, tab, '+1', /^Saved: Tide gauge older than the railway/);
    await readInLibrary(session, /Tide gauge older than the railway/, 'The paper is changed at noon');

    await tab.page.bringToFront();
    await tab.page.$eval('.related a', (link) =>
      link.setAttribute('href', 'https://hostile.example/news/2026/shadow'),
    );
    await chooseFromMenu(session, tab, 'save-link', '.related a');
    await waitForSign(session, tab, '!', /^Not saved\. Offprint has no access to that site\. Open the page/);
  },
);
