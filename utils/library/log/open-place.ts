/** The place that change logs are kept at: this browser, outside of its databases. */

import type { FileStore } from './file-store.ts';
import { openOriginCache } from './origin-cache.ts';
import { openOriginFiles } from './origin-files.ts';

/** Engines are told apart by what only one of them says: the other one is “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/** @returns null where the browser offers none */
export async function openPlace(): Promise<FileStore | null> {
  if (isGecko() && typeof caches !== 'undefined') return openOriginCache(caches);
  return openOriginFiles(globalThis.navigator?.storage);
}
