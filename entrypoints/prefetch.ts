/** Reads the beginning of the library's list, before the page's own scripts are loaded. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { parseLocation } from '../utils/library/lists/library-location.ts';
import { type PrefetchedList, prefetchList } from '../utils/library/schema/prefetch.ts';
import type { View } from '../utils/library/types.ts';

async function readFirstList(): Promise<PrefetchedList | null> {
  const place = parseLocation(location.hash);
  const isPlainList =
    place.screen === 'articles' &&
    place.query.trim() === '' &&
    place.sort === null &&
    !place.source.startsWith('smart:');
  return isPlainList ? prefetchList(place.source as View) : null;
}

export default defineUnlistedScript(() => {
  const prefetched = readFirstList();
  // The page handles a failure when it uses the result.
  prefetched.catch(() => undefined);
  globalThis.offprintPrefetch = prefetched;
});
