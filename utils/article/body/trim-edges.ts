import { readWords } from '../metadata/read-dates.ts';
import { isCreditLine } from './boilerplate-phrases.ts';
import type { Block } from './read-blocks.ts';

/** Only so many blocks from the end can be credits. */
const MOST_CREDITS = 7;
/** Longer ones are told as part of the text. */
const LONGEST_CREDIT = 520;
const LONGEST_DATELINE = 130;

const isCredit = (text: string): boolean => text.length < LONGEST_CREDIT && isCreditLine(text);

const isDateLine = (text: string): boolean =>
  text.length < LONGEST_DATELINE && !/[.!?…]["'”’»)]?$/.test(text) && readWords(text) !== null;

const isBylineLine = (text: string): boolean =>
  text.length < 80 &&
  /^(?:by|von|par|por|di|door|av|przez|written by|posted by|reporting by)\s+\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text);

/**
 * Takes datelines and bylines off the beginning and credits, contacts and notices off the end.
 */
export function trimEdges(blocks: readonly Block[]): Block[] {
  let start = 0;
  while (start < 3 && start < blocks.length - 1) {
    const text = blocks[start]?.text ?? '';
    if (!isDateLine(text) && !isBylineLine(text)) break;
    start++;
  }
  let end = blocks.length;
  for (let i = blocks.length - 1; i > start && i >= blocks.length - MOST_CREDITS; i--) {
    const block = blocks[i];
    if (block === undefined || block.box.tag === 'blockquote' || block.box.outer?.tag === 'blockquote') break;
    const text = block.text;
    if (isCredit(text) || isDateLine(text) || isBylineLine(text) || /^[^\p{L}\p{N}_]+$/u.test(text)) end = i;
    else break;
  }
  const kept = blocks.slice(start, end);
  const before = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const after = kept.reduce((sum, block) => sum + block.text.length, 0);
  return after > before * 0.6 ? kept : [...blocks];
}
