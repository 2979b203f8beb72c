import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import type { BlockModel } from './read-blocks.ts';

/** Maximum length of a preview, in characters; wall phrases after a longer text are promotion. */
const MAX_PREVIEW_LENGTH = 3500;
/** Share of the word count in the structured data below which a text is a preview. */
const MAX_WORD_SHARE = 0.6;

/**
 * Whether the page shows only the beginning of the article: the structured data states far more words or paid content, or the
 * text is short and the page has a wall.
 *
 * @param text the article's text
 * @param wordCount number of its words
 */
export function* isPreview(
  metadata: Metadata,
  model: BlockModel,
  text: string,
  wordCount: number,
): Steps<boolean> {
  const { structured } = metadata;
  if (structured !== null) {
    const statedWordCount = structured.wordCount ?? 0;
    if (
      statedWordCount > 100 &&
      wordCount < statedWordCount * MAX_WORD_SHARE &&
      (structured.isPaid || text.length < MAX_PREVIEW_LENGTH)
    )
      return true;
    if (structured.isPaid && text.length < 1500) return true;
  }
  if (text.length > MAX_PREVIEW_LENGTH) return false;
  for (const block of model.blocks) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (block.text.length < 240 && !block.box.isHidden && model.phrases.boilerplate.hasWallPhrase(block.text))
      return true;
  }
  return false;
}
