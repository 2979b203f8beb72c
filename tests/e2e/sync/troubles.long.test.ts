/** What goes wrong with a place is said in words that tell what to do, and nothing is lost by it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntilIdle } from '../../bench/sync-device.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { FaultServer } from '../../servers/fault-server.ts';
import { freePort } from '../../servers/run-server.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { choosePlace, setUpSync } from '../harness/set-up-sync.ts';

const MANIFEST = '/Offprint/offprint-sync.json';
const LIGHT = /The woman who still winds the Skerry light/;

const server = new FaultServer();
let session: Session;
let address: string;
let sync: Screen;

const wroteSince = (before: number): string[] =>
  server.asked.slice(before).flatMap(({ method, path }) => (method === 'PUT' ? [path] : []));

beforeAll(async () => {
  address = await server.start();
  session = await Session.borrow();
  sync = await session.screen('library.html#sync');
});
afterAll(async () => {
  await session.close();
  await server.stop();
});

/** Types the place in once more. */
async function tryPlace(typed = address): Promise<void> {
  await sync.reload();
  await choosePlace(sync, typed);
}

it('where the place is set up: password, address, something else that answers, somebody else’s folder', async () => {
  server.fault = () => ({ status: 401 });
  await tryPlace();
  await sync.shows('does not accept this user name and password. Check both');
  server.fault = () => ({ status: 404 });
  await tryPlace();
  await sync.shows('The folder was not found. Check the address');
  server.fault = () => ({ status: 200, body: '<title>Welcome to the hotel</title>' });
  await tryPlace();
  await sync.shows('Something answers at this address, but not a WebDAV server');
  server.fault = () => null;
  await tryPlace(`http://127.0.0.1:${await freePort()}/`);
  await sync.shows('There is no response from this address');
  server.folders.add('/Offprint/');
  server.files.set('/Offprint/holiday.jpg', Buffer.from('a picture'));
  const before = server.asked.length;
  await tryPlace();
  await sync.shows('This folder contains something else. Choose an empty one');
  expect(wroteSince(before)).toEqual([]);
  server.files.delete('/Offprint/holiday.jpg');
});

it('where the server is full, or goes away in the middle: the article is here, and goes there once that is over', async () => {
  await sync.page.close();
  sync = await setUpSync(session, address);
  server.fault = ({ method }) => (method === 'PUT' ? { status: 507 } : null);
  const tab = await session.visit(`${COURIER}/features/skerry-light`);
  await session.save(tab);
  await tab.page.close();
  await sync.click('button', /^Sync now$/);
  await sync.shows('The sync folder is full. Free up space there');
  await sync.shows(/Next try at/);
  server.fault = ({ method }) => (method === 'PUT' ? 'tearBefore' : null);
  await sync.click('button', /^Sync now$/);
  await sync.shows('There is no response from this address');
  const library = await session.screen('library.html');
  await library.find('link', LIGHT);
  await library.page.close();
  server.fault = () => null;
  await sync.click('button', /^Sync now$/);
  await sync.shows('Up to date');
  expect(
    [...server.files.keys()].filter((name) => name.startsWith('/Offprint/files/')).length,
  ).toBeGreaterThan(0);
});

it('where a later version has written, and where the folder is gone: nothing is written', async () => {
  // A run that is under way has read the manifest of this version.
  await waitUntilIdle(sync.page);
  const manifest = server.files.get(MANIFEST) ?? Buffer.from('');
  server.files.set(MANIFEST, Buffer.from(manifest.toString().replace(/"version":\s*1/, '"version":2')));
  const library = await session.screen('library.html');
  await library.click('button', /^Add to favourites/);
  await library.find('button', /^Remove from favourites/);
  await library.page.close();
  let before = server.asked.length;
  await sync.click('button', /^Sync now$/);
  await sync.shows(
    'The library in the sync folder was written by a newer version of Offprint. Update Offprint',
  );
  expect(wroteSince(before)).toEqual([]);
  server.files.set(MANIFEST, manifest);
  await waitUntilIdle(sync.page);
  const [files, folders] = [new Map(server.files), [...server.folders]];
  server.files.clear();
  server.folders.delete('/Offprint/');
  before = server.asked.length;
  await sync.click('button', /^Sync now$/);
  await sync.shows(
    'The library is no longer in the sync folder. If the folder was moved or deleted, put it back',
  );
  expect(wroteSince(before)).toEqual([]);
  for (const [name, file] of files) server.files.set(name, file);
  for (const folder of folders) server.folders.add(folder);
  await sync.click('button', /^Sync now$/);
  await sync.shows('Up to date');
});

it('where a passphrase is wrong: nothing is changed, and the right one still opens it', async () => {
  await sync.click('button', /^Stop syncing$/);
  await sync.shows('Stop syncing on this device?');
  await sync.page.evaluate(() => document.querySelector<HTMLButtonElement>('dialog .sync-danger')?.click());
  await sync.shows('Step 1 of 3');
  await choosePlace(sync, address);
  await sync.shows('There is an Offprint library');
  await sync.click('button', /^Show$/);
  await sync.type('textbox', /^Passphrase or recovery key$/, 'another one altogether');
  const before = server.asked.length;
  await sync.click('button', /^Join/);
  await sync.shows('This is neither the passphrase of this library');
  expect(wroteSince(before)).toEqual([]);
});
