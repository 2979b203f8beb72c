import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.save(tab);
  await tab.page.close();
});
afterAll(() => session.close());

/** Nobody can click in the browser's own folder window: the folder is one of the origin's private ones. */
async function lendFolder(screen: Screen): Promise<void> {
  await screen.page.evaluate(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true }),
    });
  });
}

/** Names, bytes and first letters of what is in it. */
const readFolder = (screen: Screen) =>
  screen.page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My backups');
    const found: { name: string; size: number; begins: string }[] = [];
    for await (const [name, handle] of folder.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      found.push({ name, size: file.size, begins: await file.slice(0, 2).text() });
    }
    return found;
  });

const onlyChromium = process.env.OFFPRINT_BROWSER !== 'firefox';

it('writes a backup into the chosen folder at once and each day, or says that the browser can not', async () => {
  const screen = await session.screen('transfer.html');
  await screen.shows('Every day, into a folder');
  if (!onlyChromium) {
    await screen.shows('This browser does not let extensions write into a folder');
    expect(await screen.has('button', /^Choose a folder/)).toBe(false);
    return;
  }
  await lendFolder(screen);
  await screen.click('button', /^Choose a folder/);
  await screen.shows('Every day into the folder: My backups');
  await screen.shows(/Last backup: .*\d (?:kB|KB|MB)/);
  const [first, ...others] = await readFolder(screen);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ begins: 'PK' });
  expect(first?.name).toMatch(/^Offprint backup \d{4}-\d\d-\d\d \d{4}\.zip$/);
  expect(first?.size).toBeGreaterThan(2000);

  // A folder that has gone is said, and nothing is made in its place.
  await screen.page.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('My backups', { recursive: true }),
  );
  await screen.click('button', /^Back up now$/);
  await screen.shows('The folder is not there any more');
  await screen.reload();
  await screen.shows('The folder is not there any more');
  await screen.click('button', /^Stop daily backups$/);
  await screen.find('button', /^Choose a folder/);
});
