/**
 * Daily backups in a local folder. The folder may also contain files of other programs and backups of other profiles, so
 * only files that this profile has written are ever deleted.
 */
import type { FileSink } from '../../transfer/zip/zip-writer.ts';
import { convertErrors } from './folder.ts';
import { RemoteError } from './remote-store.ts';

/** The last backup of each of this many days is kept; `dailyText` in `locales` states the same number. */
const MAX_BACKUP_DAYS = 7;

/** The first group is the day in local time. A number is appended if another profile wrote a backup in the same minute. */
const BACKUP_NAME = /^Offprint backup (\d{4}-\d\d-\d\d) \d{4}(?: \(\d+\))?\.zip$/;

/** The extension of Chromium's temporary files, which are left over if writing is interrupted. */
const TEMP_FILE_EXTENSION = '.crswap';

/** Returns the name of a backup, with the local time for users to find it. @param at milliseconds since 1970 */
export function backupName(at: number): string {
  const date = new Date(at);
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return `Offprint backup ${day} ${twoDigits(date.getHours())}${twoDigits(date.getMinutes())}.zip`;
}

/** Returns a file's size in bytes; null if it does not exist. @throws RemoteError */
function sizeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number | null> {
  return convertErrors(
    async () => (await (await folder.getFileHandle(name)).getFile()).size,
    'NotFoundError',
  );
}

/** Deletes a file if it is empty, as after an interrupted backup. */
async function deleteIfEmpty(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  if ((await sizeOf(folder, name)) === 0)
    await convertErrors(() => folder.removeEntry(name), 'NotFoundError');
}

async function listFileNames(folder: FileSystemDirectoryHandle): Promise<Set<string>> {
  const names = new Set<string>();
  await convertErrors(async () => {
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
 * Chooses the name of the next backup. The caller must store it before writing, so that leftovers of an interrupted backup
 * can be found later.
 *
 * @param at the time in the name, in milliseconds since 1970
 * @param written the names of all backups that this profile has written
 * @throws RemoteError
 */
export async function planBackup(
  folder: FileSystemDirectoryHandle,
  at: number,
  written: readonly string[],
): Promise<PlannedBackup> {
  const existing = await listFileNames(folder);
  const own = written.filter((name) => existing.has(name) || existing.has(name + TEMP_FILE_EXTENSION));
  const plainName = backupName(at);
  let name = plainName;
  for (let count = 2; existing.has(name) && !own.includes(name); count += 1)
    name = plainName.replace(/\.zip$/, ` (${count}).zip`);
  return { name, names: [...new Set([...own, name])] };
}

/** Deletes leftovers of interrupted backups. */
async function deleteLeftovers(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const existing = await listFileNames(folder);
  for (const name of names) {
    if (existing.has(name)) await deleteIfEmpty(folder, name);
    if (existing.has(name + TEMP_FILE_EXTENSION))
      await convertErrors(() => folder.removeEntry(name + TEMP_FILE_EXTENSION), 'NotFoundError');
  }
}

/** Deletes all backups except the last one of each of the latest `MAX_BACKUP_DAYS` days with a backup. */
async function deleteOutdated(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const existing = await listFileNames(folder);
  const days = new Set<string>();
  const newestFirst = names
    .filter((name) => existing.has(name))
    .sort()
    .reverse();
  for (const name of newestFirst) {
    const day = BACKUP_NAME.exec(name)?.[1] ?? '';
    if (days.has(day) || days.size >= MAX_BACKUP_DAYS)
      await convertErrors(() => folder.removeEntry(name), 'NotFoundError');
    else days.add(day);
  }
}

/**
 * Writes a backup to a new file, then deletes outdated backups.
 *
 * @param next from `planBackup`
 * @param write writes the parts of the file to a sink, in order, and returns their total size
 * @param mayPrune whether outdated backups may be deleted after this one
 * @returns the result of `write`
 * @throws RemoteError; earlier backups are unchanged then
 */
export async function writeBackupFile<T extends { bytes: number }>(
  folder: FileSystemDirectoryHandle,
  { name, names }: PlannedBackup,
  write: (sink: FileSink) => Promise<T>,
  mayPrune: (written: T) => boolean,
): Promise<T> {
  const handle = await convertErrors(() => folder.getFileHandle(name, { create: true }));
  if (handle === null) throw new RemoteError('refused', 'the file was not created');
  let written: T;
  try {
    // Writes to a temporary file, which replaces the file when it is closed.
    const stream = await convertErrors(() => handle.createWritable());
    if (stream === null) throw new RemoteError('refused', 'the file can’t be written');
    try {
      written = await write(async (part) => void (await convertErrors(() => stream.write(part))));
      await convertErrors(() => stream.close());
    } catch (error) {
      await stream
        .abort()
        .catch((secondaryError: unknown) => console.warn('offprint: could not close a file', secondaryError));
      throw error;
    }
  } catch (error) {
    await deleteIfEmpty(folder, name).catch((secondaryError: unknown) =>
      console.warn('offprint: could not delete an empty file', secondaryError),
    );
    throw error;
  }
  if ((await sizeOf(folder, name)) !== written.bytes)
    throw new RemoteError('badAnswer', 'the backup does not have the written size');
  // The backup is complete. If deleting older ones fails, the next backup tries again.
  const cleanup = deleteLeftovers(folder, names).then(() =>
    mayPrune(written) ? deleteOutdated(folder, names) : undefined,
  );
  await cleanup.catch((error: unknown) => console.warn('offprint: could not delete older backups', error));
  return written;
}
