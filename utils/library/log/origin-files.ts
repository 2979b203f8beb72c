/**
 * The journals in the origin's private file system, which the browser keeps apart from its databases; in Firefox in its
 * cache storage, see `journal-cache.ts`.
 */

import type { JournalDisk, JournalFiles } from './log-types.ts';
import { openJournalCache } from './origin-cache.ts';

/** The one folder that all journals are in. */
const ROOT = 'library-journal';

/** Files under other names are not ours, or were torn off while they were written. */
const NAME = /^(\d{1,15})\.seg$/;

const nameOf = (segment: number): string => `${segment}.seg`;

/** @param importId a UUID of ours; whatever else it is can't name a file elsewhere: the browser refuses a slash */
const fileNameOf = (importId: string): string => `${importId}.import`;

/** @param content may still be on its way: the place for it is made meanwhile */
async function put(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob | PromiseLike<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  // Goes into a file beside it, which takes its place on closing.
  const stream = await handle.createWritable();
  try {
    await stream.write(await content);
    await stream.close();
  } catch (error) {
    await stream.abort().catch((second: unknown) => console.warn('offprint: file not let go', second));
    await folder
      .removeEntry(name)
      .catch((second: unknown) => console.warn('offprint: file left over', second));
    throw error;
  }
}

async function get(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await folder.getFileHandle(name)).getFile();
}

/** What is done to a file that may not be there. */
async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error;
    return null;
  }
}

function filesIn(folder: FileSystemDirectoryHandle): JournalFiles {
  return {
    list: async () => {
      const found: number[] = [];
      for await (const name of folder.keys()) {
        const [, number] = NAME.exec(name) ?? [];
        if (number !== undefined) found.push(Number(number));
      }
      return found.sort((a, b) => a - b);
    },
    read: async (segment) => new Uint8Array(await (await get(folder, nameOf(segment))).arrayBuffer()),
    write: (segment, bytes) => put(folder, nameOf(segment), bytes),
    remove: async (segment) => void (await ifThere(folder.removeEntry(nameOf(segment)))),
    file: (importId) => ifThere(get(folder, fileNameOf(importId))),
    keepFile: (importId, file) => put(folder, fileNameOf(importId), file),
    dropFile: async (importId) => void (await ifThere(folder.removeEntry(fileNameOf(importId)))),
  };
}

/** Engines are told apart by what only one of them says: the other one is “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/**
 * @param storage the browser's; it may have no private file system, as in Firefox's private windows
 * @returns null where there is none
 */
export async function openJournalDisk(
  storage: StorageManager | undefined = globalThis.navigator?.storage,
): Promise<JournalDisk | null> {
  if (isGecko() && typeof caches !== 'undefined') return openJournalCache(caches);
  if (typeof storage?.getDirectory !== 'function') return null;
  let root: FileSystemDirectoryHandle;
  try {
    root = await (await storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  } catch (error) {
    console.warn('offprint: no private file system', error);
    return null;
  }
  return {
    list: async () => {
      const ids: string[] = [];
      for await (const [name, { kind }] of root.entries()) if (kind === 'directory') ids.push(name);
      return ids;
    },
    open: async (id) => filesIn(await root.getDirectoryHandle(id, { create: true })),
    remove: (id) => root.removeEntry(id, { recursive: true }),
  };
}
