import { afterPaint } from '../../components/ui/base/after-paint.ts';
import type { FullArticle } from '../../utils/library/articles/articles.ts';
import type { PrefetchedList } from '../../utils/library/schema/prefetch.ts';
import type { View } from '../../utils/library/types.ts';

/** What `prefetch.js` reads for the page it is in. */
export interface Prefetch {
  list: PrefetchedList | null;
  article: FullArticle | null;
}

declare global {
  /** Set by `prefetch.js`, which runs before the page's own scripts. */
  var offprintPrefetch: Promise<Prefetch> | undefined;
}

/** How long a screen waits for prefetched data before it is shown without. */
const PREFETCH_TIMEOUT_MS = 400;

let seen: Prefetch | null = null;

let frame: Promise<void> | null = null;

/** Resolves after the first frame, for work that would only delay it; null after that. */
export function firstFrame(): Promise<void> | null {
  return frame;
}

/** Called when prefetched data will be in the next frame. */
function expectFirstFrame(): void {
  frame = new Promise((resolve) => {
    afterPaint(() => {
      frame = null;
      resolve();
    });
  });
}

/** Waits for prefetched data. Never fails: the next query reports what is wrong with the library. */
export async function awaitPrefetch(): Promise<void> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PREFETCH_TIMEOUT_MS));
  try {
    seen = await Promise.race([globalThis.offprintPrefetch ?? null, late]);
  } catch (error) {
    console.warn('offprint: nothing prefetched', error);
  }
}

/** The prefetched beginning of a list. Only once, because it may be outdated later. */
export function takeFirstList(view: View): PrefetchedList | null {
  const list = seen?.list ?? null;
  if (seen !== null) seen.list = null;
  if (list?.view !== view) return null;
  expectFirstFrame();
  return list;
}

/** The same for the article of the page's address. */
export async function takeFirstArticle(id: string): Promise<FullArticle | null> {
  await awaitPrefetch();
  const article = seen?.article ?? null;
  if (seen !== null) seen.article = null;
  if (article?.article.id !== id) return null;
  expectFirstFrame();
  return article;
}
