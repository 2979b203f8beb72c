/**
 * A place in the browser's cache storage. In Firefox, where a new file of the private file system takes ten times as
 * long as an entry here, and whoever saves waits for it; an entry that was put has survived every kill of it we tried,
 * in files of its own beside those of the databases. Chromium writes the end of an entry after it has said that it is
 * there.
 */
import type { FileStore } from './file-store.ts';

/** Begins the names of the logs' caches. It is older than the log's name. */
const PREFIX = 'library-journal:';

/** Entries are requests. Nobody sends these, and nobody could. */
const ORIGIN = 'https://journal.invalid/';

/** @returns null where there is none, as in private windows */
export async function openOriginCache(caches: CacheStorage): Promise<FileStore | null> {
  try {
    await caches.keys();
  } catch (error) {
    console.warn('offprint: no cache storage', error);
    return null;
  }
  const find = async (name: string): Promise<[Cache, string]> => {
    const [log = '', file = ''] = name.split('/');
    return [await caches.open(PREFIX + log), ORIGIN + encodeURIComponent(file)];
  };
  return {
    list: async () => {
      const names: string[] = [];
      for (const cache of (await caches.keys()).filter((name) => name.startsWith(PREFIX))) {
        for (const { url } of await (await caches.open(cache)).keys()) {
          names.push(`${cache.slice(PREFIX.length)}/${decodeURIComponent(url.slice(ORIGIN.length))}`);
        }
      }
      return names;
    },
    get: async (name) => {
      const [cache, url] = await find(name);
      return (await (await cache.match(url))?.blob()) ?? null;
    },
    put: async (name, bytes) => {
      const [cache, url] = await find(name);
      await cache.put(url, new Response(await bytes));
    },
    delete: async (name) => {
      const [cache, url] = await find(name);
      await cache.delete(url);
    },
  };
}
