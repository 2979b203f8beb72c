/**
 * Backups in a folder of this computer, one a day. Beside the files of other programs: only what is called as our own
 * backups are is ever taken away.
 */
import type { FileSink } from '../../transfer/zip/zip-writer.ts';
import { attempt } from './folder.ts';
import { PlaceError } from './place-error.ts';

/** Days of which a backup is kept; `dailyText` in the locales says how many. */
const DAYS_KEPT = 7;

const NAME = /^Offprint backup (\d{4}-\d\d-\d\d) \d{4}\.zip$/;

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

async function ownNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  await attempt(async () => {
    for await (const [name, { kind }] of folder.entries())
      if (kind === 'file' && NAME.test(name)) names.push(name);
  });
  return names.sort().reverse();
}

/** Keeps the last backup of each of the last days on which there was one. */
async function prune(folder: FileSystemDirectoryHandle): Promise<void> {
  const days = new Set<string>();
  for (const name of await ownNames(folder)) {
    const day = NAME.exec(name)?.[1] ?? '';
    if ((await sizeOf(folder, name)) === 0 || days.has(day) || days.size >= DAYS_KEPT)
      await attempt(() => folder.removeEntry(name), 'NotFoundError');
    else days.add(day);
  }
}

/**
 * Writes a backup as a file of its own, and then takes those away that are too old.
 *
 * @param write gives the pieces of the file in order, and says how much it was
 * @param at the time that it is called by, in ms since 1970
 * @param mayPrune whether the older ones may go, now that this one is there
 * @throws PlaceError; what was there before is there still
 */
export async function writeIntoFolder<T extends { bytes: number }>(
  folder: FileSystemDirectoryHandle,
  write: (sink: FileSink) => Promise<T>,
  at: number,
  mayPrune: (written: T) => boolean,
): Promise<T> {
  const name = backupName(at);
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
  if (mayPrune(written)) await prune(folder);
  return written;
}
