import type { Extraction } from '../../utils/article/types.ts';
import type { ExtraFinder } from '../../utils/clutter/find/find-extras.ts';
import type { PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { type QuoteMarks, tabWorld } from '../../utils/platform/tab-world.ts';
import type { Stretch } from '../../utils/text/split-sentences.ts';

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
 * Marks a place of the article in the page, or goes to it.
 *
 * @returns false where there is no such place (any more)
 * @throws where `anchors.js` can't be put in
 */
export async function showPlace(
  extraction: Extraction | null,
  place: Stretch | undefined,
  action: 'jumpTo' | 'mark',
): Promise<boolean> {
  if (extraction === null || place === undefined) return false;
  return (await loadQuoteMarks())[action](extraction, place) !== null;
}

async function loadQuoteMarks(): Promise<QuoteMarks> {
  await loadAnchors();
  const { quoteMarks } = tabWorld();
  if (quoteMarks === undefined) throw new Error('anchors.js did not start');
  return quoteMarks;
}

/** The same, for what was hidden; undefined where it can't be put in: then nothing is marked. */
export async function loadPlaceMarker(): Promise<PlaceMarker | undefined> {
  await loadAnchors().catch((error: unknown) => console.warn('offprint: no places are marked', error));
  return tabWorld().placeMarker;
}

async function loadAnchors(): Promise<void> {
  if (tabWorld().quoteMarks === undefined) await askBackground('page/loadAnchors', null);
}
