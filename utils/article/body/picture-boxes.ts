import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { countDense } from '../../text/count-words.ts';
import { HINT } from './class-hints.ts';
import type { BlockModel, Box } from './read-blocks.ts';

/** Longer lines under a picture tell of more than it shows; in characters, those of dense scripts twice. */
const LONGEST_CAPTION = 220;
/** What stands under a picture: what it shows, who took it, whose it is. */
const MOST_LINES = 3;
/** The first of them is a sentence; where there are more, they are the text's. */
const MOST_SENTENCES = 1;
const NO_FIGURE = /^(?:p|li|ul|ol|dl|dd|dt|table|t[rdh]|blockquote|pre|a|article|details|summary)$/;

/** A paragraph that its class calls a caption, and that is as short as one. */
export const isCaptionLine = (box: Box): boolean =>
  (box.hints & HINT.caption) !== 0 && box.chars < LONGEST_CAPTION;

/**
 * Whether a box is a picture and then a few short lines: a figure, whatever its element and its classes. Cards have a
 * heading, or a link over more than the picture; items of a list are its text.
 */
export function isPictureBox(box: Box, { blocks }: BlockModel): boolean {
  const lines = box.end - box.first;
  if (box.pictures !== 1 || lines === 0 || lines > MOST_LINES || box.pictureAt !== box.first) return false;
  if (NO_FIGURE.test(box.tag) || HEADING_TAGS.has(box.tag) || box.chars > LONGEST_CAPTION) return false;
  const under = blocks.slice(box.first, box.end);
  if (under.filter((block) => block.prose > 0).length > MOST_SENTENCES) return false;
  if (under.reduce((sum, { text }) => sum + text.length + countDense(text), 0) > LONGEST_CAPTION)
    return false;
  return under.every(
    (block) => !HEADING_TAGS.has(block.box.tag) && block.linkChars < block.text.length * 0.5,
  );
}
