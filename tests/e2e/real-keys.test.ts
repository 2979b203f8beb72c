import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { waitForSign } from './harness/browser-controls.ts';
import { openMenus, pressRealKeys } from './harness/real-keys.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;
let tab: Tab;
/** Of each command, the key that the browser has given it. */
let shortcuts: Map<string, string>;

beforeAll(async () => {
  session = await Session.borrow();
  const commands = await session.extension.call<{ name: string; shortcut: string }[]>('commands.getAll');
  shortcuts = new Map(
    commands.filter(({ shortcut }) => shortcut !== '').map((each) => [each.name, each.shortcut]),
  );
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
});
afterAll(() => session.close());

async function press(command: string): Promise<void> {
  const shortcut = shortcuts.get(command);
  if (shortcut === undefined)
    throw new Error(`${command} has no key, but ${[...shortcuts.keys()].join(', ')}`);
  await pressRealKeys(session, tab, shortcut);
}

afterEach(async () => expect(await openMenus(session)).toEqual([]));

it('the key for saving saves the article, and opens no menu of the browser', async () => {
  await press('save-page');
  await waitForSign(session, tab, '✓', /^Saved: Saltmere council/);
  const library = await session.screen('library.html');
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.page.close();
});

it('the key for reading opens the article in the reader', async () => {
  await press('read-page');
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows(/Saltmere council backs £41m breakwater/);
  await reader.page.close();
});

it('the key for the popup opens it', async () => {
  await press('_execute_action');
  await waitFor('the popup', async () =>
    (await session.extension.readViews('popup')).some((text) => text.includes('Saltmere council')),
  );
  await session.extension.closePopups();
});

it('the key for the side panel opens it', async () => {
  await press('toggle-panel');
  await waitFor('the panel', () =>
    session.extension.run(async () => {
      const { chrome } = globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } };
      const panels = chrome.extension
        .getViews()
        .filter(({ location }) => location.pathname === '/sidepanel.html');
      return panels.some(({ document }) => document.body.textContent?.includes('Ines Calloway'));
    }),
  );
  await press('toggle-panel');
});
