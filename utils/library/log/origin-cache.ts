/**
 * A file store in the browser's cache storage. Used in Firefox, where creating a file in the private file system takes
 * ten times as long, which delays every save. In our tests, entries survived every kill of the browser, in files
 * separate from the databases'. Not used in Chromium, which may write the end of an entry after it has confirmed the
 * entry.
 */
import type { FileStore } from './file-store.ts';

/** Prefix of the logs' cache names. Older than the name “log”. */
const PREFIX = 'library-journal:';

/** Cache entries are requests. These are never sent, and their host does not exist. */
const ORIGIN = 'https://journal.invalid/';

/** @returns null if there is no cache storage, as in private windows */
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
