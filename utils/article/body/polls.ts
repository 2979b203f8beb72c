import { type BlockModel, type Box, isInLabel } from './read-blocks.ts';

/** Maximum size of a poll's question and results, in blocks and in characters of prose. */
const MAX_QUESTION_LINES = 5;
const MAX_QUESTION_LENGTH = 400;
/** Maximum number of blocks of a poll, including the answers. */
const MAX_LINES = 40;

/** Whether a box is mainly a poll. Collapsible sections with radio buttons are not, because they contain more text. */
export function isPoll(box: Box, { blocks }: BlockModel): boolean {
  if (box.radioLabels < 2 || box.end - box.first > MAX_LINES) return false;
  const otherBlocks = blocks.slice(box.first, box.end).filter((block) => !isInLabel(block.box));
  const prose = otherBlocks.reduce((sum, block) => sum + block.prose, 0);
  return otherBlocks.length <= MAX_QUESTION_LINES && prose < MAX_QUESTION_LENGTH;
}
