/** The place that change logs are kept at: this browser, outside of its databases. */
import { openOriginCache } from './origin-cache.ts';
import { openOriginFiles } from './origin-files.ts';
import type { Place } from './place.ts';

/** Engines are told apart by what only one of them says: the other one is “like Gecko”. */
function isGecko(): boolean {
  return globalThis.navigator?.userAgent?.includes('Gecko/') === true;
}

/** @returns null where the browser offers none */
export async function openPlace(): Promise<Place | null> {
  if (isGecko() && typeof caches !== 'undefined') return openOriginCache(caches);
  return openOriginFiles(globalThis.navigator?.storage);
}
