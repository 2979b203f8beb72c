/**
 * Opens the store for change logs, in browser storage outside IndexedDB:
 * - In Firefox, the cache storage, because creating a file in the private file system takes ten times as long, which
 *   would delay every save. In our tests, its entries survived every kill of the browser, in files separate from those
 *   of the databases.
 * - In other browsers, the private file system of the origin, which is kept separate from the databases. Not the cache
 *   storage, because Chromium may write the end of an entry after it has confirmed the entry.
 */
import type { FileBytes, FileStore } from './file-store.ts';

/** Detects Firefox. Only Gecko states its version as “Gecko/”; other browsers just claim to be “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/**
 * Opens the store that suits this browser.
 *
 * @returns null if there is no suitable storage
 */
export async function openLogStore(): Promise<FileStore | null> {
  if (isGecko() && typeof caches !== 'undefined') return openOriginCache(caches);
  return openOriginFiles(globalThis.navigator?.storage);
}

/** The folder that contains the folder of each log. “Journal” is the former name of the log. */
const ROOT_FOLDER = 'library-journal';

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: FileBytes | PromiseLike<FileBytes>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  // The stream writes to a temporary file, which replaces the file when the stream is closed.
  const stream = await handle.createWritable();
  try {
    await stream.write(await bytes);
    await stream.close();
  } catch (error) {
    await stream
      .abort()
      .catch((secondError: unknown) =>
        console.warn('offprint: could not discard a partly written file', secondError),
      );
    await folder
      .removeEntry(name)
      .catch((secondError: unknown) =>
        console.warn('offprint: could not remove a partly written file', secondError),
      );
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

/**
 * Opens the store in the private file system of the origin.
 *
 * @param storage the browser's storage manager
 * @returns null if there is no private file system, as in Firefox's private windows
 */
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

/** Prefix of the names of the logs' caches. “Journal” is the former name of the log. */
const CACHE_PREFIX = 'library-journal:';

/** Origin of the URLs of cache entries. They are never requested, and the host does not exist. */
const CACHE_ORIGIN = 'https://journal.invalid/';

/**
 * Opens the store in the cache storage.
 *
 * @returns null if there is no cache storage, as in private windows
 */
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
