/**
 * Daily backups in a local folder. The folder may also contain files of other programs, and backups of other profiles;
 * only files that this profile has written are ever deleted.
 */
import type { FileSink } from '../../transfer/zip/zip-writer.ts';
import { attempt } from './folder.ts';
import { RemoteError } from './remote-store.ts';

/** Number of days of which a backup is kept; also stated by `dailyText` in the locales. */
const MAX_BACKUP_DAYS = 7;

/** The day in local time, and a number if another profile wrote a backup in the same minute. */
const NAME = /^Offprint backup (\d{4}-\d\d-\d\d) \d{4}(?: \(\d+\))?\.zip$/;

/** Extension of Chromium's temporary files, which stay if writing is interrupted. */
const UNFINISHED = '.crswap';

/** The name contains local time, since users look for it. @param at milliseconds since 1970 */
export function backupName(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `Offprint backup ${day} ${two(date.getHours())}${two(date.getMinutes())}.zip`;
}

/** @returns the size in bytes; null if the file does not exist */
function sizeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number | null> {
  return attempt(async () => (await (await folder.getFileHandle(name)).getFile()).size, 'NotFoundError');
}

/** Deletes an empty file, which an interrupted backup leaves. */
async function deleteIfEmpty(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  if ((await sizeOf(folder, name)) === 0) await attempt(() => folder.removeEntry(name), 'NotFoundError');
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<Set<string>> {
  const names = new Set<string>();
  await attempt(async () => {
    for await (const [name, { kind }] of folder.entries()) if (kind === 'file') names.add(name);
  });
  return names;
}

/** A backup that is about to be written. */
export interface PlannedBackup {
  name: string;
  /** Names of existing backups of this profile, including this one. */
  names: string[];
}

/**
 * Chooses a name. The caller must store it before writing, so that the remains of an interrupted backup can be found by
 * it.
 *
 * @param at the time in the name, in milliseconds since 1970
 * @param written names of backups that this profile has written
 * @throws RemoteError
 */
export async function planBackup(
  folder: FileSystemDirectoryHandle,
  at: number,
  written: readonly string[],
): Promise<PlannedBackup> {
  const existing = await namesIn(folder);
  const own = written.filter((name) => existing.has(name) || existing.has(name + UNFINISHED));
  const plain = backupName(at);
  let name = plain;
  for (let count = 2; existing.has(name) && !own.includes(name); count += 1)
    name = plain.replace(/\.zip$/, ` (${count}).zip`);
  return { name, names: [...new Set([...own, name])] };
}

/** Deletes the remains of interrupted backups. */
async function deleteRemains(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const existing = await namesIn(folder);
  for (const name of names) {
    if (existing.has(name)) await deleteIfEmpty(folder, name);
    if (existing.has(name + UNFINISHED))
      await attempt(() => folder.removeEntry(name + UNFINISHED), 'NotFoundError');
  }
}

/** Keeps the last backup of each of the last days that have one. */
async function deleteOutdated(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const existing = await namesIn(folder);
  const days = new Set<string>();
  for (const name of names
    .filter((one) => existing.has(one))
    .sort()
    .reverse()) {
    const day = NAME.exec(name)?.[1] ?? '';
    if (days.has(day) || days.size >= MAX_BACKUP_DAYS)
      await attempt(() => folder.removeEntry(name), 'NotFoundError');
    else days.add(day);
  }
}

/**
 * Writes a backup to its own file, then deletes outdated ones.
 *
 * @param next from {@link planBackup}
 * @param write writes the pieces of the file in order, and returns its size
 * @param mayPrune whether older backups may be deleted after this one
 * @throws RemoteError; earlier backups stay unchanged
 */
export async function writeBackupFile<T extends { bytes: number }>(
  folder: FileSystemDirectoryHandle,
  { name, names }: PlannedBackup,
  write: (sink: FileSink) => Promise<T>,
  mayPrune: (written: T) => boolean,
): Promise<T> {
  const handle = await attempt(() => folder.getFileHandle(name, { create: true }));
  if (handle === null) throw new RemoteError('refused', 'no file was made');
  let written: T;
  try {
    // Writes to a temporary file, which replaces the file when closed.
    const stream = await attempt(() => handle.createWritable());
    if (stream === null) throw new RemoteError('refused', 'the file can not be written');
    try {
      written = await write(async (part) => void (await attempt(() => stream.write(part))));
      await attempt(() => stream.close());
    } catch (error) {
      await stream.abort().catch((second: unknown) => console.warn('offprint: file not let go', second));
      throw error;
    }
  } catch (error) {
    await deleteIfEmpty(folder, name).catch((second: unknown) =>
      console.warn('offprint: file left over', second),
    );
    throw error;
  }
  if ((await sizeOf(folder, name)) !== written.bytes)
    throw new RemoteError('badAnswer', 'the backup has another length than was written');
  // The backup is complete. If deleting older ones fails, the next backup tries again.
  const cleanup = deleteRemains(folder, names).then(() =>
    mayPrune(written) ? deleteOutdated(folder, names) : undefined,
  );
  await cleanup.catch((error: unknown) => console.warn('offprint: older backups not taken away', error));
  return written;
}
