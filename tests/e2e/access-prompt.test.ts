import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { allowAfterPopupClosed, pressInRealPopup, setAccessPrompts } from './harness/access-prompt.ts';
import { clickToolbarButton, giveAccessOnClickOnly, openRealPopup } from './harness/browser-controls.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  const options = await session.screen('options.html');
  await options.click('radio', /^On sites you choose/);
  // Stored, and not only shown: a page that is closed before that leaves the choice as it was.
  await waitFor('the choice to be stored', async () => {
    const stored = await session.extension.call<{ settings?: { reading: string } }>(
      'storage.local.get',
      'settings',
    );
    return stored.settings?.reading === 'chosen';
  });
  await options.page.close();
  await giveAccessOnClickOnly(session);
  await setAccessPrompts(session, true);
});
afterAll(async () => {
  await setAccessPrompts(session, false);
  await session.close();
});

it('“Always read this site” holds when the browser’s prompt is answered after the popup has closed', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  expect(await session.extension.askTab(tab.id, 'gate/ask', null)).toBeNull();
  await clickToolbarButton(session, tab.page);
  await session.waitUntilHidden(tab, 'Get the harbour news first');
  const popups = (): Promise<string[]> => session.extension.readViews('popup');
  // Chromium may spend the click on access to the page, and open no popup. A second click would close one that is opening.
  const isOpen = await waitFor('the popup', async () => (await popups()).length > 0, 4000).catch(() => false);
  if (!isOpen) await openRealPopup(session, tab.page);
  await waitFor('the popup to offer it', async () =>
    (await popups()).some((text) => text.includes('Always read this site')),
  );
  await pressInRealPopup(session, 'Always read this site');
  await allowAfterPopupClosed(session, new URL(COURIER).host.replace(/^www\./, ''));

  // From now on without a click.
  const next = await waitFor('another page of the site to be read', async () => {
    const page = await session.visit(`${COURIER}/features/skerry-light`);
    const answer = await waitFor(
      'the gate',
      () => session.extension.askTab(page.id, 'gate/ask', null),
      3000,
    ).catch(() => null);
    if (answer === null) await page.page.close();
    return answer && page;
  });
  expect((await session.report(next)).article?.title).toContain('Skerry light');
});
