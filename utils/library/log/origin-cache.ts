/**
 * The journals in the browser's cache storage. In Firefox, where a new file of the private file system takes ten times
 * as long as an entry here, and whoever saves waits for it; an entry that was put has survived every kill of it we
 * tried, in files of its own beside those of the databases. Chromium writes the end of an entry after it has said that
 * it is there.
 */
import type { JournalDisk, JournalFiles } from './log-types.ts';

/** Begins the names of the journals' caches. */
const PREFIX = 'library-journal:';

/** Entries are requests. Nobody sends these, and nobody could. */
const ORIGIN = 'https://journal.invalid/';

const SEGMENT = /^\/(\d{1,15})\.seg$/;

const segmentAt = (segment: number): string => `${ORIGIN}${segment}.seg`;
const fileAt = (importId: string): string => `${ORIGIN}${encodeURIComponent(importId)}.import`;

function entriesIn(cache: Cache): JournalFiles {
  return {
    list: async () => {
      const names = (await cache.keys()).map(({ url }) => SEGMENT.exec(new URL(url).pathname)?.[1]);
      return names.flatMap((name) => (name === undefined ? [] : [Number(name)])).sort((a, b) => a - b);
    },
    read: async (segment) => {
      const found = await cache.match(segmentAt(segment));
      if (found === undefined) throw new DOMException(`no segment ${segment}`, 'NotFoundError');
      return new Uint8Array(await found.arrayBuffer());
    },
    write: async (segment, bytes) => cache.put(segmentAt(segment), new Response(await bytes)),
    remove: async (segment) => void (await cache.delete(segmentAt(segment))),
    file: async (importId) => (await (await cache.match(fileAt(importId)))?.blob()) ?? null,
    keepFile: (importId, file) => cache.put(fileAt(importId), new Response(file)),
    dropFile: async (importId) => void (await cache.delete(fileAt(importId))),
  };
}

/** @returns null where there is none, as in private windows */
export async function openJournalCache(caches: CacheStorage): Promise<JournalDisk | null> {
  try {
    await caches.keys();
  } catch (error) {
    console.warn('offprint: no cache storage', error);
    return null;
  }
  return {
    list: async () =>
      (await caches.keys()).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])),
    open: async (id) => entriesIn(await caches.open(PREFIX + id)),
    remove: async (id) => void (await caches.delete(PREFIX + id)),
  };
}
