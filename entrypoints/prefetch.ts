/** Reads the data of a library page's first screen, before the page's own scripts are loaded. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { parseLocation } from '../utils/library/lists/library-location.ts';
import { prefetchArticle, prefetchList } from '../utils/library/schema/prefetch.ts';
import type { Prefetch } from './shared/prefetch.ts';

async function readFirstScreen(): Promise<Prefetch> {
  const id = new URLSearchParams(location.search).get('id');
  if (id !== null) return { list: null, article: await prefetchArticle(id) };
  const place = parseLocation(location.hash);
  const isPlainList =
    location.pathname === '/library.html' &&
    place.screen === 'articles' &&
    place.query.trim() === '' &&
    place.sort === null &&
    !place.source.startsWith('smart:');
  if (!isPlainList) return { list: null, article: null };
  return { list: await prefetchList(place.source as Parameters<typeof prefetchList>[0]), article: null };
}

export default defineUnlistedScript(() => {
  const prefetched = readFirstScreen();
  // The page handles a failure when it uses the result.
  prefetched.catch(() => undefined);
  globalThis.offprintPrefetch = prefetched;
});
