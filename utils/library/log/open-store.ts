/**
 * The stores for change logs, in browser storage outside of IndexedDB: the origin's private file system, which browsers
 * keep separate from their databases, or the cache storage. The latter is used in Firefox, where creating a file in the
 * private file system takes ten times as long, which delays every save. In our tests, entries survived every kill of
 * the browser, in files separate from the databases'. It is not used in Chromium, which may write the end of an entry
 * after it has confirmed the entry.
 */
import type { FileBytes, FileStore } from './file-store.ts';

/** Detects Firefox by a name that only Gecko states; the others only claim to be “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/** @returns null if the browser has no suitable storage */
export async function openLogStore(): Promise<FileStore | null> {
  if (isGecko() && typeof caches !== 'undefined') return openOriginCache(caches);
  return openOriginFiles(globalThis.navigator?.storage);
}

/** The folder that contains a folder for each log. Its name is older than the name “log”. */
const ROOT_FOLDER = 'library-journal';

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: FileBytes | PromiseLike<FileBytes>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  // Writes to a temporary file, which replaces the file when closed.
  const stream = await handle.createWritable();
  try {
    await stream.write(await bytes);
    await stream.close();
  } catch (error) {
    await stream
      .abort()
      .catch((secondError: unknown) => console.warn('offprint: file not let go', secondError));
    await folder
      .removeEntry(name)
      .catch((secondError: unknown) => console.warn('offprint: file left over', secondError));
    throw error;
  }
}

/** Runs an operation on a file that may not exist. */
async function nullIfMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error;
    return null;
  }
}

/** @param storage the browser's @returns null without a private file system, as in Firefox's private windows */
export async function openOriginFiles(storage: StorageManager | undefined): Promise<FileStore | null> {
  if (typeof storage?.getDirectory !== 'function') return null;
  let root: FileSystemDirectoryHandle;
  try {
    root = await (await storage.getDirectory()).getDirectoryHandle(ROOT_FOLDER, { create: true });
  } catch (error) {
    console.warn('offprint: no private file system', error);
    return null;
  }
  const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();
  const locate = async (name: string): Promise<[FileSystemDirectoryHandle, string]> => {
    const [log = '', file = ''] = name.split('/');
    const folder = folders.get(log) ?? root.getDirectoryHandle(log, { create: true });
    folders.set(log, folder);
    return [await folder, file];
  };
  return {
    list: async () => {
      const names: string[] = [];
      for await (const [log, folder] of root.entries()) {
        if (folder.kind !== 'directory') continue;
        for await (const file of (folder as FileSystemDirectoryHandle).keys()) names.push(`${log}/${file}`);
      }
      return names;
    },
    get: async (name) => {
      const [folder, file] = await locate(name);
      return (await nullIfMissing(folder.getFileHandle(file)))?.getFile() ?? null;
    },
    put: async (name, bytes) => write(...(await locate(name)), bytes),
    delete: async (name) => {
      const [folder, file] = await locate(name);
      await nullIfMissing(folder.removeEntry(file));
    },
  };
}

/** Prefix of the logs' cache names. Older than the name “log”. */
const CACHE_PREFIX = 'library-journal:';

/** Cache entries are requests. These are never sent, and their host does not exist. */
const CACHE_ORIGIN = 'https://journal.invalid/';

/** @returns null if there is no cache storage, as in private windows */
export async function openOriginCache(caches: CacheStorage): Promise<FileStore | null> {
  try {
    await caches.keys();
  } catch (error) {
    console.warn('offprint: no cache storage', error);
    return null;
  }
  const locate = async (name: string): Promise<[Cache, string]> => {
    const [log = '', file = ''] = name.split('/');
    return [await caches.open(CACHE_PREFIX + log), CACHE_ORIGIN + encodeURIComponent(file)];
  };
  return {
    list: async () => {
      const names: string[] = [];
      for (const cache of (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX))) {
        for (const { url } of await (await caches.open(cache)).keys()) {
          names.push(
            `${cache.slice(CACHE_PREFIX.length)}/${decodeURIComponent(url.slice(CACHE_ORIGIN.length))}`,
          );
        }
      }
      return names;
    },
    get: async (name) => {
      const [cache, url] = await locate(name);
      return (await (await cache.match(url))?.blob()) ?? null;
    },
    put: async (name, bytes) => {
      const [cache, url] = await locate(name);
      await cache.put(url, new Response(await bytes));
    },
    delete: async (name) => {
      const [cache, url] = await locate(name);
      await cache.delete(url);
    },
  };
}
