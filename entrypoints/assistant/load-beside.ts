import type { ExtraFinder } from '../../utils/clutter/find-extras.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { type QuoteMarks, tabWorld } from '../../utils/platform/tab-world.ts';

/** `extras.js`, put in where it is not there yet; undefined where that fails, and then only what begs is found. */
export async function loadExtras(): Promise<ExtraFinder | undefined> {
  const world = tabWorld();
  try {
    if (world.findExtras === undefined) await askBackground('page/loadExtras', null);
  } catch (error) {
    console.warn('offprint: nothing that is off by default is found', error);
  }
  return world.findExtras;
}

/**
 * `anchors.js`, put in where it is not there yet.
 *
 * @throws where it can't be
 */
export async function loadQuoteMarks(): Promise<QuoteMarks> {
  const world = tabWorld();
  if (world.quoteMarks === undefined) await askBackground('page/loadAnchors', null);
  if (world.quoteMarks === undefined) throw new Error('anchors.js did not start');
  return world.quoteMarks;
}
