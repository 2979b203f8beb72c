import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { logsOf, tearLogs } from '../bench/leveldb-logs.ts';
import { loseDatabase } from '../bench/lose-database.ts';
import { COURIER } from '../fixtures/sites.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const folder = mkdtempSync(path.join(tmpdir(), 'offprint-lost-'));
const profile = { folder: path.join(folder, 'profile'), build: path.join(folder, 'build') };

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 }));

/** The first thing that is written in a session of the browser's; the database is there by then. */
function waitUntilSealed({ extension }: Session): Promise<boolean> {
  return waitFor('the log to be sealed', async () => {
    const { logSealed } = await extension.call<{ logSealed?: boolean }>('storage.session.get', 'logSealed');
    return logSealed;
  });
}

/** Chromium's trouble alone; see `seal-database.ts`. */
if (kind === 'chromium') {
  it('leaves no log in use that a crash has torn: read once more, it would cost the library', async () => {
    const first = await Session.start({ profile });
    await waitUntilSealed(first).finally(() => first.close());
    const torn = tearLogs(profile.folder);
    expect(torn.size).toBeGreaterThan(0);
    const second = await Session.start({ profile });
    await waitUntilSealed(second).finally(() => second.close());
    const inUse = logsOf(profile.folder);
    expect([...torn.keys()].filter((name) => inUse.has(name))).toEqual([]);
  });
}

it('puts the library back when the browser has lost its database', async () => {
  let session = await Session.start({ profile });
  try {
    const tab = await session.visit(`${COURIER}/features/skerry-light`);
    await session.save(tab);
    const storage = await session.screen('library.html#storage');
    await storage.shows('· up to date');
  } finally {
    await session.close();
  }
  expect(loseDatabase(profile.folder)).toBeGreaterThan(0);

  session = await Session.start({ profile });
  try {
    const library = await session.screen('library.html');
    await library.find('heading', /^Your library was restored$/);
    await library.shows(/Offprint restored 1 article from a second copy/);
    expect(await library.has('button', /^Restore a backup$/)).toBe(false);
    await library.click('button', /^Dismiss$/);
    await library.hides(/from a second copy/);
    await library.click('link', /The woman who still winds the Skerry light/);
    const reader = await session.openedPage(/reader\.html/);
    await reader.shows(/Skerry/);
  } finally {
    await session.close();
  }
});
