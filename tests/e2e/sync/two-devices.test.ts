import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncState } from '../../../utils/sync/sync-types.ts';
import { waitUntilIdle } from '../../bench/sync-device.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import { startDavServer } from '../../servers/dav-server.ts';
import type { DavServer } from '../../servers/run-server.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const PASSPHRASE = 'lamp river ochre nine';
const VOTE = /Saltmere council backs £41m breakwater/;
const LIGHT = /The woman who still winds the Skerry light/;
/** Words of the articles, of their addresses and of what the user adds. */
const MARKERS = ['breakwater', 'Saltmere', 'Skerry', 'courier', 'Kitchen', 'lamp river'];

/** A password is a text field as long as it is shown. */
async function typeSecret(screen: Screen, name: RegExp, text: string): Promise<void> {
  await screen.click('button', /^Show$/);
  await screen.type('textbox', name, text);
}

async function choosePlace(screen: Screen, server: DavServer, password = server.password): Promise<void> {
  await screen.type('textbox', /^Address$/, server.address);
  await screen.type('textbox', /^User name$/, server.user);
  await typeSecret(screen, /^App password$/, password);
  await screen.click('button', /^Test connection$/);
}

async function saveFrom(session: Session, address: string): Promise<void> {
  const tab = await session.visit(address);
  await session.save(tab);
  await tab.page.close();
}

/** Presses the button and waits until everything of this device is at the place, and everything there is here. */
async function syncNow(session: Session, screen: Screen): Promise<void> {
  await waitUntilIdle(screen.page);
  const since = Date.now();
  await screen.click('button', /^Sync now$/);
  await waitFor('a sync that began after this', async () => {
    const message = { offprint: 'background', type: 'sync/state', data: null };
    const { value } = await session.extension.call<{ value: SyncState }>('runtime.sendMessage', message);
    if (value.state === 'off') return false;
    return value.progress === null && value.waiting === 0 && (value.syncedAt ?? 0) >= since;
  });
  await screen.shows('Up to date');
}

/** What the library of a device shows once the article that none of them loses is in it. */
async function titles(session: Session): Promise<string> {
  const library = await session.screen('library.html');
  await library.find('link', LIGHT);
  const text = await library.text();
  await library.page.close();
  return text;
}

describe('two devices with a WebDAV folder', () => {
  let server: DavServer;
  let first: Session;
  let second: Session;
  let onFirst: Screen;
  let onSecond: Screen;

  beforeAll(async () => {
    [server, first, second] = await Promise.all([startDavServer(), Session.borrow(), Session.start()]);
    await saveFrom(first, `${COURIER}/harbour/breakwater-vote`);
    onFirst = await first.screen('library.html#sync');
    onSecond = await second.screen('library.html#sync');
  });
  afterAll(() => Promise.all([first.close(), second.close(), server.stop()]));

  it('says that a password is wrong, in words, and asks for no login of the browser’s', async () => {
    await choosePlace(onFirst, server, 'wrong');
    await onFirst.shows('does not accept this user name and password');
  });

  it('begins a library in three steps', async () => {
    await onFirst.type('textbox', /^App password$/, server.password);
    await onFirst.click('button', /^Test connection$/);
    await onFirst.shows('Step 2 of 3');
    await typeSecret(onFirst, /^New passphrase$/, PASSPHRASE);
    await typeSecret(onFirst, /^Repeat passphrase/, PASSPHRASE);
    await onFirst.type('textbox', /^Name of this device$/, 'Kitchen');
    await onFirst.click('button', /^Start syncing$/);
    await onFirst.shows(/AGE-SECRET-KEY-1/);
    await onFirst.click('button', /^I’ve stored it safely$/);
    await onFirst.shows('Up to date');
  });

  it('lets a second device join with the passphrase alone, and shows it the article with its text', async () => {
    await choosePlace(onSecond, server);
    await onSecond.shows('There is an Offprint library');
    await typeSecret(onSecond, /^Passphrase or recovery key$/, PASSPHRASE);
    await onSecond.type('textbox', /^Name of this device$/, 'Attic');
    await onSecond.click('button', /^Join/);
    await onSecond.click('button', /^I’ve stored it safely$/);
    await onSecond.shows('Up to date');
    await onSecond.shows('Kitchen');
    const library = await second.screen('library.html');
    await library.click('link', VOTE);
    const reader = await second.openedPage(/reader\.html/);
    await reader.shows(/breakwater/);
    await reader.page.close();
  });

  it('brings what one saves to the other', async () => {
    await saveFrom(second, `${COURIER}/features/skerry-light`);
    await syncNow(second, onSecond);
    await syncNow(first, onFirst);
    await titles(first);
    await onFirst.shows('Attic');
  });

  itLong('takes away from one what the other deletes', async () => {
    const library = await first.screen('library.html');
    await library.find('link', VOTE);
    await library.click('checkbox', VOTE);
    await library.click('button', /^Delete$/);
    await library.hides(VOTE);
    await library.page.close();
    await syncNow(first, onFirst);
    await syncNow(second, onSecond);
    const [here, there] = [await titles(first), await titles(second)];
    expect(here).not.toMatch(VOTE);
    expect(there).not.toMatch(VOTE);
  });

  itLong('leaves no word of it at the place', () => {
    const all = server.read();
    expect(all).toContain('age-encryption.org');
    expect(MARKERS.filter((marker) => all.includes(marker))).toEqual([]);
  });

  it('keeps the library of a device that stops, and what is at the place', async () => {
    const before = server.read().length;
    await onSecond.click('button', /^Stop syncing$/);
    await onSecond.shows('Stop syncing on this device?');
    await onSecond.page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('dialog .sync-danger')?.click();
    });
    await onSecond.shows('Step 1 of 3');
    await titles(second);
    // The other device may have written meanwhile.
    expect(server.read().length).toBeGreaterThanOrEqual(before);
  });
});
