import { beforeEach, expect, it, vi } from 'vitest';
import { backupName, planBackup, writeBackupFile } from '../../../../utils/sync/remote/backup-folder.ts';
import { RemoteError } from '../../../../utils/sync/remote/remote-store.ts';
import type { FileSink } from '../../../../utils/transfer/zip/zip-writer.ts';
import { type Fails, fakeFolder } from './fake-folder.ts';

const DAY = 24 * 3_600_000;
const NOON = new Date(2026, 10, 14, 12).getTime();

let files: Map<string, number>;
let fails: Fails;

const write = async (sink: FileSink) => {
  await sink(new Uint8Array(10));
  await sink(new Uint8Array(5));
  return { bytes: 15, articles: 3 };
};
/** What each profile wrote. */
let written: Record<string, readonly string[]>;

async function backUpAt(at: number, { mayPrune = true, by = 'ours' } = {}) {
  const folder = fakeFolder(files, () => fails);
  const next = await planBackup(folder, at, written[by] ?? []);
  written[by] = next.names;
  return writeBackupFile(folder, next, write, () => mayPrune);
}

beforeEach(() => {
  files = new Map([['holiday.jpg', 7]]);
  fails = {};
  written = {};
});

it('keeps the last backup of each of the last seven days, and ignores other files', async () => {
  files.set('Offprint backup 2026-11-14.zip', 9);
  for (let day = 0; day < 10; day += 1) {
    await backUpAt(NOON + day * DAY - 3_600_000);
    await backUpAt(NOON + day * DAY);
  }
  const days = [3, 4, 5, 6, 7, 8, 9].map((day) => backupName(NOON + day * DAY));
  // The second one has been saved by hand.
  expect([...files.keys()]).toEqual(['holiday.jpg', 'Offprint backup 2026-11-14.zip', ...days]);
});

it('deletes no backups if the library has become much smaller', async () => {
  for (let day = 0; day < 10; day += 1) await backUpAt(NOON + day * DAY, { mayPrune: day < 7 });
  expect(files.size).toBe(1 + 10);
});

it.each([
  ['open', 'NotAllowedError', 'noAccess'],
  ['write', 'QuotaExceededError', 'full'],
  ['close', 'QuotaExceededError', 'full'],
] as const)('says why it was not written (%s), and leaves the older ones', async (step, name, code) => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await backUpAt(NOON - DAY);
  fails = { [step]: name };
  const failure = await backUpAt(NOON).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RemoteError);
  expect((failure as RemoteError).code).toBe(code);
  expect([...files.keys()]).toEqual(['holiday.jpg', backupName(NOON - DAY)]);
});

it('does not count leftovers of an interrupted backup', async () => {
  await backUpAt(NOON - 8 * DAY);
  const killed = [1, 2, 3, 4, 5, 6, 7].map((day) => backupName(NOON - day * DAY));
  for (const name of killed) files.set(name, 0).set(`${name}.crswap`, 9);
  written.ours = [...(written.ours ?? []), ...killed];
  await backUpAt(NOON);
  expect([...files.keys()]).toEqual(['holiday.jpg', backupName(NOON - 8 * DAY), backupName(NOON)]);
});

it('neither deletes nor overwrites backups of another profile', async () => {
  for (let day = 0; day < 10; day += 1) {
    await backUpAt(NOON + day * DAY, { by: 'theirs', mayPrune: false });
    await backUpAt(NOON + day * DAY);
  }
  expect(written.theirs?.length).toBe(10);
  expect(written.theirs?.every((name) => files.has(name))).toBe(true);
  expect(files.size).toBe(1 + 10 + 7);
});
