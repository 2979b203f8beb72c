import { isAsking } from '../../clutter/phrases/is-asking.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { readWords } from '../metadata/read-dates.ts';
import { isCreditLine, isOfferLine } from './boilerplate-phrases.ts';
import type { Block } from './read-blocks.ts';

/** Only so many blocks from the end can be credits. */
const MOST_CREDITS = 7;
/** Longer ones are told as part of the text. */
const LONGEST_CREDIT = 520;
const LONGEST_DATELINE = 130;

/** What tells of an offer is the text's; whoever makes one asks, or gives a way to take it. */
const isOffer = ({ text, linkChars }: Block): boolean =>
  isOfferLine(text) && (linkChars > 0 || isAsking(text, false));

const isCredit = (block: Block): boolean =>
  block.text.length < LONGEST_CREDIT && (isCreditLine(block.text) || isOffer(block));

/** A sentence has an end; what is shortened has a full stop, too (“8:22 a.m.”, “2 Min.”). */
const SENTENCE_END = /[.!?…。！？]["'”’»)」』]?$/;
const SHORTENED = /\d ?(?:[ap]\.\s?m|mins?)\.$/i;
const isSentence = (text: string): boolean => SENTENCE_END.test(text) && !SHORTENED.test(text);

/** A day and the time of day, both in figures. */
const STAMP =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\D{0,12}\d{1,2}[:.]\d\d|\p{L}{3,12}\.? (?:\d{1,2},? )?\d{4}\W{1,6}\d{1,2}:\d\d/u;
const isStamp = (text: string): boolean =>
  text.length < LONGEST_DATELINE && STAMP.test(text) && !isSentence(text);

const isDateLine = (text: string): boolean =>
  text.length < LONGEST_DATELINE && !isSentence(text) && readWords(text) !== null;

const isBylineLine = (text: string): boolean =>
  text.length < 80 &&
  /^(?:by|von|par|por|di|door|av|przez|written by|posted by|reporting by)\s+\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text);

const isByline = ({ text, box }: Block): boolean => !HEADING_TAGS.has(box.tag) && isBylineLine(text);

/** Lines of the headline's that may stand at the beginning, and what they are not. */
const MOST_OPENING = 7;
const LONGEST_KICKER = 80;
const NO_OPENING = /^(?:li|t[dh]|d[dt]|blockquote)$/;

/**
 * Takes datelines and bylines off the beginning and credits, contacts and notices off the end.
 */
export function trimEdges(blocks: readonly Block[]): Block[] {
  let start = 0;
  for (let i = 0; i < MOST_OPENING && i < blocks.length - 1; i++) {
    const block = blocks[i];
    const text = block?.text ?? '';
    const isInRow = i === start && i < 3 && isDateLine(text);
    if (isInRow || isStamp(text) || (block !== undefined && isByline(block))) start = i + 1;
    // Short lines before them are the headline's; a standfirst is longer.
    else if (block === undefined || block.prose > 0 || text.length > LONGEST_KICKER) break;
    else if (NO_OPENING.test(block.box.tag)) break;
  }
  let end = blocks.length;
  for (let i = blocks.length - 1; i > start && i >= blocks.length - MOST_CREDITS; i--) {
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
