import { afterPaint } from '../../components/ui/base/after-paint.ts';
import type { PrefetchedList } from '../../utils/library/schema/prefetch.ts';
import type { View } from '../../utils/library/types.ts';

declare global {
  /** Set by `prefetch.js`, which runs before the page's own scripts. */
  var offprintPrefetch: Promise<PrefetchedList | null> | undefined;
}

/** How long a screen waits for prefetched data before it is shown without them. */
const PREFETCH_TIMEOUT_MS = 400;

let prefetched: PrefetchedList | null = null;

let nextFrame: Promise<void> | null = null;

/** Resolves after the first frame, so that work that would delay it can wait; null if there is nothing to wait for. */
export function firstFrame(): Promise<void> | null {
  return nextFrame;
}

/** Called when prefetched data will be in the next frame. */
function expectFirstFrame(): void {
  nextFrame = new Promise((resolve) => {
    afterPaint(() => {
      nextFrame = null;
      resolve();
    });
  });
}

/** Waits for prefetched data. Errors are ignored, because the next query of the library will report them. */
export async function awaitPrefetch(): Promise<void> {
  const timeout = new Promise<null>((resolve) => setTimeout(() => resolve(null), PREFETCH_TIMEOUT_MS));
  try {
    prefetched = await Promise.race([globalThis.offprintPrefetch ?? null, timeout]);
  } catch (error) {
    console.warn('offprint: nothing prefetched', error);
  }
}

/** Returns the prefetched beginning of a list, only once, because it may be outdated later. */
export function takeFirstList(view: View): PrefetchedList | null {
  const list = prefetched;
  prefetched = null;
  if (list?.view !== view) return null;
  expectFirstFrame();
  return list;
}
