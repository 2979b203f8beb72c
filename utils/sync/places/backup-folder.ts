/**
 * Backups in a folder of this computer, one a day. Beside the files of other programs, and of other profiles that keep
 * their backups there: only what was written from here is ever taken away.
 */
import type { FileSink } from '../../transfer/zip/zip-writer.ts';
import { attempt } from './folder.ts';
import { PlaceError } from './place-error.ts';

/** Days of which a backup is kept; `dailyText` in the locales says how many. */
const DAYS_KEPT = 7;

/** The day is the user's; a number where another profile wrote in the same minute. */
const NAME = /^Offprint backup (\d{4}-\d\d-\d\d) \d{4}(?: \(\d+\))?\.zip$/;

/** What Chromium writes into until a file is whole, and leaves where it is ended. */
const UNFINISHED = '.crswap';

/** By the user's own clock, as they look for it. @param at milliseconds since 1970 */
export function backupName(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `Offprint backup ${day} ${two(date.getHours())}${two(date.getMinutes())}.zip`;
}

/** @returns bytes; null where there is no such file */
async function sizeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number | null> {
  const size = await attempt(
    async () => (await (await folder.getFileHandle(name)).getFile()).size,
    'NotFoundError',
  );
  return size;
}

/** What is left of a backup that was cut short. */
async function dropEmpty(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
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
export interface NextBackup {
  name: string;
  /** Names of what was written from here and is there, this one among them. */
  names: string[];
}

/**
 * Chooses a name. It is to be remembered before anything is written: what is left of a try that was ended goes by that.
 *
 * @param at the time that it is called by, in ms since 1970
 * @param written names of what was written from here
 * @throws PlaceError
 */
export async function nextBackup(
  folder: FileSystemDirectoryHandle,
  at: number,
  written: readonly string[],
): Promise<NextBackup> {
  const there = await namesIn(folder);
  const own = written.filter((name) => there.has(name) || there.has(name + UNFINISHED));
  const plain = backupName(at);
  let name = plain;
  for (let count = 2; there.has(name) && !own.includes(name); count += 1)
    name = plain.replace(/\.zip$/, ` (${count}).zip`);
  return { name, names: [...new Set([...own, name])] };
}

/** What tries left that were ended. */
async function dropLeftOvers(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const there = await namesIn(folder);
  for (const name of names) {
    if (there.has(name)) await dropEmpty(folder, name);
    if (there.has(name + UNFINISHED))
      await attempt(() => folder.removeEntry(name + UNFINISHED), 'NotFoundError');
  }
}

/** Keeps the last backup of each of the last days on which there was one. */
async function prune(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  const there = await namesIn(folder);
  const days = new Set<string>();
  for (const name of names
    .filter((one) => there.has(one))
    .sort()
    .reverse()) {
    const day = NAME.exec(name)?.[1] ?? '';
    if (days.has(day) || days.size >= DAYS_KEPT)
      await attempt(() => folder.removeEntry(name), 'NotFoundError');
    else days.add(day);
  }
}

/**
 * Writes a backup as a file of its own, and then takes those away that are too old.
 *
 * @param next from {@link nextBackup}
 * @param write gives the pieces of the file in order, and says how much it was
 * @param mayPrune whether the older ones may go, now that this one is there
 * @throws PlaceError; what was there before is there still
 */
export async function writeIntoFolder<T extends { bytes: number }>(
  folder: FileSystemDirectoryHandle,
  { name, names }: NextBackup,
  write: (sink: FileSink) => Promise<T>,
  mayPrune: (written: T) => boolean,
): Promise<T> {
  const handle = await attempt(() => folder.getFileHandle(name, { create: true }));
  if (handle === null) throw new PlaceError('refused', 'no file was made');
  let written: T;
  try {
    // Goes into a file beside it, which takes its place on closing.
    const stream = await attempt(() => handle.createWritable());
    if (stream === null) throw new PlaceError('refused', 'the file can not be written');
    try {
      written = await write(async (part) => void (await attempt(() => stream.write(part))));
      await attempt(() => stream.close());
    } catch (error) {
      await stream.abort().catch((second: unknown) => console.warn('offprint: file not let go', second));
      throw error;
    }
  } catch (error) {
    await dropEmpty(folder, name).catch((second: unknown) =>
      console.warn('offprint: file left over', second),
    );
    throw error;
  }
  if ((await sizeOf(folder, name)) !== written.bytes)
    throw new PlaceError('badAnswer', 'the backup has another length than was written');
  // The backup is there: what can't be taken away is tried again with the next one.
  const tidy = dropLeftOvers(folder, names).then(() =>
    mayPrune(written) ? prune(folder, names) : undefined,
  );
  await tidy.catch((error: unknown) => console.warn('offprint: older backups not taken away', error));
  return written;
}
