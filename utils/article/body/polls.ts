import { type BlockModel, type Box, isInLabel } from './read-blocks.ts';

/** Limits of a poll's question and results, in blocks and characters of prose. */
const MAX_QUESTION_LINES = 5;
const MAX_QUESTION_LENGTH = 400;
/** Maximum number of blocks including answers. */
const MAX_LINES = 40;

/** Whether a box is mainly a poll. Sections that expand by radio buttons contain text between them. */
export function isPoll(box: Box, { blocks }: BlockModel): boolean {
  if (box.answers < 2 || box.end - box.first > MAX_LINES) return false;
  const others = blocks.slice(box.first, box.end).filter((block) => !isInLabel(block.box));
  const prose = others.reduce((sum, block) => sum + block.prose, 0);
  return others.length <= MAX_QUESTION_LINES && prose < MAX_QUESTION_LENGTH;
}
