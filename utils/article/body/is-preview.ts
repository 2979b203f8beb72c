import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import { saysWall } from './boilerplate-phrases.ts';
import type { BlockModel } from './read-blocks.ts';

/** Longer texts were shown whole; walls on them are promotions. */
const SHORT_TEXT = 3500;
/** The data state more words than the page shows. */
const CLEARLY_FEWER = 0.6;

/**
 * Whether the page shows only the beginning: the publisher says the text is paid and far more of it is stated than
 * shown, or a wall follows a short text.
 *
 * @param text the article's text
 * @param words its words
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
    if (block.index % REST_EVERY === 0) yield;
    if (block.text.length < 240 && !block.box.hidden && saysWall(block.text)) return true;
  }
  return false;
}
