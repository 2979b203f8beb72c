import { afterPaint } from '../../components/ui/base/after-paint.ts';
import type { WholeArticle } from '../../utils/library/articles/articles.ts';
import type { FirstList } from '../../utils/library/schema/prefetch.ts';
import type { View } from '../../utils/library/types.ts';

/** What `prefetch.js` reads for the page it is in. */
export interface Prefetch {
  list: FirstList | null;
  article: WholeArticle | null;
}

declare global {
  /** Put there by `prefetch.js`, which runs before the page's own scripts. */
  var offprintPrefetch: Promise<Prefetch> | undefined;
}

/** How long a screen waits for it, in ms: without it, it is shown all the same. */
const PATIENCE = 400;

let seen: Prefetch | null = null;

let frame: Promise<void> | null = null;

/** Resolves when the first frame is on the screen: what would only keep it waiting waits for it. Null after that. */
export function firstFrame(): Promise<void> | null {
  return frame;
}

/** The next frame shows what was read early. */
function expectFirstFrame(): void {
  frame = new Promise((resolve) => {
    afterPaint(() => {
      frame = null;
      resolve();
    });
  });
}

/** Waits for what was read early. Never fails: whoever asks the library next hears what is wrong with it. */
export async function awaitPrefetch(): Promise<void> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  try {
    seen = await Promise.race([globalThis.offprintPrefetch ?? null, late]);
  } catch (error) {
    console.warn('offprint: nothing prefetched', error);
  }
}

/** The beginning of a list as the page found it. Only once: later it may be out of date. */
export function takeFirstList(view: View): FirstList | null {
  const list = seen?.list ?? null;
  if (seen !== null) seen.list = null;
  if (list?.view !== view) return null;
  expectFirstFrame();
  return list;
}

/** The same for the article of the page's address. */
export async function takeFirstArticle(id: string): Promise<WholeArticle | null> {
  await awaitPrefetch();
  const article = seen?.article ?? null;
  if (seen !== null) seen.article = null;
  if (article?.article.id !== id) return null;
  expectFirstFrame();
  return article;
}
