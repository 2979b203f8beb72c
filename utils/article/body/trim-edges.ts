import { makesRequest } from '../../clutter/phrases/read-cues.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { readWords } from '../metadata/read-dates.ts';
import { isCreditLine, isOfferLine } from './boilerplate-phrases.ts';
import type { Block } from './read-blocks.ts';

/** Maximum number of blocks with credits. */
const MAX_CREDITS = 7;
/** Maximum length of a credit; longer ones are text. */
const MAX_CREDIT_LENGTH = 520;
const MAX_DATELINE_LENGTH = 130;

/** Whether a block offers something, with a request or link. Reports about offers belong to the text. */
const isOffer = ({ text, linkChars }: Block): boolean =>
  isOfferLine(text) && (linkChars > 0 || makesRequest(text, false));

const isCredit = (block: Block): boolean =>
  block.text.length < MAX_CREDIT_LENGTH && (isCreditLine(block.text) || isOffer(block));

/** The end of a sentence; abbreviations end in a full stop, too (“8:22 a.m.”, “2 Min.”). */
const SENTENCE_END = /[.!?…。！？]["'”’»)」』]?$/;
const SHORTENED = /\d ?(?:[ap]\.\s?m|mins?)\.$/i;
const isSentence = (text: string): boolean => SENTENCE_END.test(text) && !SHORTENED.test(text);

/** A date and a time in digits. */
const STAMP =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\D{0,12}\d{1,2}[:.]\d\d|\p{L}{3,12}\.? (?:\d{1,2},? )?\d{4}\W{1,6}\d{1,2}:\d\d/u;
const isStamp = (text: string): boolean =>
  text.length < MAX_DATELINE_LENGTH && STAMP.test(text) && !isSentence(text);

const isDateLine = (text: string): boolean =>
  text.length < MAX_DATELINE_LENGTH && !isSentence(text) && readWords(text) !== null;

const isBylineLine = (text: string): boolean =>
  text.length < 80 &&
  /^(?:by|von|par|por|di|door|av|przez|written by|posted by|reporting by)\s+\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text);

const isByline = ({ text, box }: Block): boolean => !HEADING_TAGS.has(box.tag) && isBylineLine(text);

/** Maximum number and length of lines that belong to the headline, and elements that do not. */
const MAX_OPENING_LINES = 7;
const MAX_KICKER_LENGTH = 80;
const NO_OPENING = /^(?:li|t[dh]|d[dt]|blockquote)$/;

/** Removes datelines and bylines from the beginning, and credits, contacts and notices from the end. */
export function trimEdges(blocks: readonly Block[]): Block[] {
  let start = 0;
  for (let i = 0; i < MAX_OPENING_LINES && i < blocks.length - 1; i++) {
    const block = blocks[i];
    const text = block?.text ?? '';
    const isInRow = i === start && i < 3 && isDateLine(text);
    if (isInRow || isStamp(text) || (block !== undefined && isByline(block))) start = i + 1;
    // Short lines before them belong to the headline; a standfirst is longer.
    else if (block === undefined || block.prose > 0 || text.length > MAX_KICKER_LENGTH) break;
    else if (NO_OPENING.test(block.box.tag)) break;
  }
  let end = blocks.length;
  for (let i = blocks.length - 1; i > start && i >= blocks.length - MAX_CREDITS; i--) {
    const block = blocks[i];
    if (block === undefined || block.box.tag === 'blockquote' || block.box.outer?.tag === 'blockquote') break;
    const text = block.text;
    if (isCredit(block) || isDateLine(text) || isBylineLine(text) || /^[^\p{L}\p{N}_]+$/u.test(text)) end = i;
    else break;
  }
  const kept = blocks.slice(start, end);
  const before = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const after = kept.reduce((sum, block) => sum + block.text.length, 0);
  return after > before * 0.6 ? kept : [...blocks];
}
