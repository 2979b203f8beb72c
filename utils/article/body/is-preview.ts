import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import { hasWallPhrase } from './boilerplate-phrases.ts';
import type { BlockModel } from './read-blocks.ts';

/** Maximum length of a preview; walls on longer texts are promotions. */
const SHORT_TEXT = 3500;
/** Share of the words stated in the data below which a text is a preview. */
const CLEARLY_FEWER = 0.6;

/**
 * Whether the page shows only the beginning: the publisher marks the text as paid and states far more words than are shown,
 * or a wall follows a short text.
 *
 * @param text the article's text
 * @param words number of its words
 */
export function* isPreview(
  metadata: Metadata,
  model: BlockModel,
  text: string,
  words: number,
): Steps<boolean> {
  const { structured } = metadata;
  if (structured !== null) {
    const stated = structured.wordCount ?? 0;
    if (stated > 100 && words < stated * CLEARLY_FEWER && (structured.isPaid || text.length < SHORT_TEXT))
      return true;
    if (structured.isPaid && text.length < 1500) return true;
  }
  if (text.length > SHORT_TEXT) return false;
  for (const block of model.blocks) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (block.text.length < 240 && !block.box.hidden && hasWallPhrase(block.text)) return true;
  }
  return false;
}
