/** Chooses the store for change logs: browser storage outside of IndexedDB. */

import type { FileStore } from './file-store.ts';
import { openOriginCache } from './origin-cache.ts';
import { openOriginFiles } from './origin-files.ts';

/** Detects Firefox by a name that only Gecko states; the others only claim to be “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/** @returns null if the browser has no suitable storage */
export async function openPlace(): Promise<FileStore | null> {
  if (isGecko() && typeof caches !== 'undefined') return openOriginCache(caches);
  return openOriginFiles(globalThis.navigator?.storage);
}
