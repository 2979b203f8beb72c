import { type BlockModel, type Box, isInLabel } from './read-blocks.ts';

/** A question and what is said of the result; in blocks, and characters of prose. */
const MOST_QUESTION_LINES = 5;
const LONGEST_QUESTION = 400;
/** With the answers. */
const MOST_LINES = 40;

/**
 * Whether a box asks the user to choose one of several answers, and is little else. Parts of a page that unfold by
 * radio buttons have text between them.
 */
export function isPoll(box: Box, { blocks }: BlockModel): boolean {
  if (box.answers < 2 || box.end - box.first > MOST_LINES) return false;
  const others = blocks.slice(box.first, box.end).filter((block) => !isInLabel(block.box));
  const prose = others.reduce((sum, block) => sum + block.prose, 0);
  return others.length <= MOST_QUESTION_LINES && prose < LONGEST_QUESTION;
}
