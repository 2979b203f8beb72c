import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { findDate } from '../metadata/read-dates.ts';
import type { SitePhrases } from '../site-phrases.ts';
import type { Block } from './read-blocks.ts';

/** Maximum number of blocks that are removed from the end. */
const MAX_CLOSING_LINES = 7;
/** Maximum lengths of a credit and of a date line, in UTF-16 code units; longer blocks are text. */
const MAX_CREDIT_LENGTH = 520;
const MAX_DATELINE_LENGTH = 130;

/** Whether a block is an offer with a request or a link. Reports about offers belong to the text. */
const isOffer = ({ text, linkChars }: Block, { cues, boilerplate }: SitePhrases): boolean =>
  boilerplate.isOfferLine(text) && (linkChars > 0 || cues.makesRequest(text, false));

const isCredit = (block: Block, phrases: SitePhrases): boolean =>
  block.text.length < MAX_CREDIT_LENGTH &&
  (phrases.boilerplate.isCreditLine(block.text) || isOffer(block, phrases));

/** Matches the end of a sentence, except that times also end in a full stop (“8:22 a.m.”, “2 Min.”). */
const SENTENCE_END = /[.!?…。！？]["'”’»)」』]?$/;
const TIME_ABBREVIATION = /\d ?(?:[ap]\.\s?m|mins?)\.$/i;
const isSentence = (text: string): boolean => SENTENCE_END.test(text) && !TIME_ABBREVIATION.test(text);

/** Matches a date followed by a time in digits. */
const TIMESTAMP =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\D{0,12}\d{1,2}[:.]\d\d|\p{L}{3,12}\.? (?:\d{1,2},? )?\d{4}\W{1,6}\d{1,2}:\d\d/u;
const isTimestamp = (text: string): boolean =>
  text.length < MAX_DATELINE_LENGTH && TIMESTAMP.test(text) && !isSentence(text);

const isDateLine = (text: string): boolean =>
  text.length < MAX_DATELINE_LENGTH && !isSentence(text) && findDate(text) !== null;

const isBylineLine = (text: string): boolean =>
  text.length < 80 &&
  /^(?:by|von|par|por|di|door|av|przez|written by|posted by|reporting by)\s+\p{Lu}/iu.test(text) &&
  !/[.!?]$/.test(text);

const isByline = ({ text, box }: Block): boolean => !HEADING_TAGS.has(box.tag) && isBylineLine(text);

/** Maximum number and length (UTF-16 code units) of lines that belong to the headline, and tags that never do. */
const MAX_OPENING_LINES = 7;
const MAX_KICKER_LENGTH = 80;
const NON_OPENING_TAG = /^(?:li|t[dh]|d[dt]|blockquote)$/;

/**
 * Removes date lines and bylines from the beginning, and credits, date lines and bylines from the end. Removes nothing if less
 * than 60 % of the text would be left.
 */
export function trimEdges(blocks: readonly Block[], phrases: SitePhrases): Block[] {
  let start = 0;
  for (let i = 0; i < MAX_OPENING_LINES && i < blocks.length - 1; i++) {
    const block = blocks[i];
    const text = block?.text ?? '';
    const isFirstDateLine = i === start && i < 3 && isDateLine(text);
    if (isFirstDateLine || isTimestamp(text) || (block !== undefined && isByline(block))) start = i + 1;
    // Short lines before the byline, such as kickers, belong to the headline; a standfirst is longer.
    else if (block === undefined || block.prose > 0 || text.length > MAX_KICKER_LENGTH) break;
    else if (NON_OPENING_TAG.test(block.box.tag)) break;
  }
  let end = blocks.length;
  for (let i = blocks.length - 1; i > start && i >= blocks.length - MAX_CLOSING_LINES; i--) {
    const block = blocks[i];
    if (block === undefined || block.box.tag === 'blockquote' || block.box.outer?.tag === 'blockquote') break;
    const text = block.text;
    if (isCredit(block, phrases) || isDateLine(text) || isBylineLine(text) || /^[^\p{L}\p{N}_]+$/u.test(text))
      end = i;
    else break;
  }
  const trimmed = blocks.slice(start, end);
  const lengthBefore = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const lengthAfter = trimmed.reduce((sum, block) => sum + block.text.length, 0);
  return lengthAfter > lengthBefore * 0.6 ? trimmed : [...blocks];
}
