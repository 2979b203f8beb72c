import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { countCjkChars } from '../../text/count-words.ts';
import { HINT } from './class-hints.ts';
import type { BlockModel, Box } from './read-blocks.ts';

/** Maximum length of a caption, in characters; those of dense scripts such as Chinese count twice. */
const MAX_CAPTION_LENGTH = 220;
/** Maximum number of blocks: description, photographer, copyright. */
const MAX_LINES = 3;
/** Maximum number of blocks with prose; more are text of the article. */
const MAX_SENTENCES = 1;
const NON_FIGURE_TAG = /^(?:p|li|ul|ol|dl|dd|dt|table|t[rdh]|blockquote|pre|a|article|details|summary)$/;

/** Whether a paragraph is a caption by its class and length. */
export const isCaptionLine = (box: Box): boolean =>
  (box.hints & HINT.caption) !== 0 && box.chars < MAX_CAPTION_LENGTH;

/**
 * Whether a box is a figure, that is, an image with a few short lines under it, whatever its tag and classes. Cards are not
 * figures: they have a heading, or a link on the text. Neither are list items.
 */
export function isFigureBox(box: Box, { blocks }: BlockModel): boolean {
  const lines = box.end - box.first;
  if (box.pictures !== 1 || lines === 0 || lines > MAX_LINES || box.pictureAt !== box.first) return false;
  if (NON_FIGURE_TAG.test(box.tag) || HEADING_TAGS.has(box.tag) || box.chars > MAX_CAPTION_LENGTH)
    return false;
  const blocksUnder = blocks.slice(box.first, box.end);
  if (blocksUnder.filter((block) => block.prose > 0).length > MAX_SENTENCES) return false;
  if (blocksUnder.reduce((sum, { text }) => sum + text.length + countCjkChars(text), 0) > MAX_CAPTION_LENGTH)
    return false;
  return blocksUnder.every(
    (block) => !HEADING_TAGS.has(block.box.tag) && block.linkChars < block.text.length * 0.5,
  );
}
