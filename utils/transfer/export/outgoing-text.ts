/** Text on its way out of the library, whoever wrote it there and with which version. */
import { balanceDirections } from '../../text/clean-line.ts';

/** What no format can hold, or every format holds differently: control characters, noncharacters, half pairs. */
const UNWRITABLE = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}|\ufeff/gu;

/** Ends of lines and of paragraphs, in any writing. */
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/**
 * Text of several lines. Controls of direction are balanced in each line, since a line's end is where they end.
 *
 * @returns lines parted by `\n`
 */
export function outgoingText(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(UNWRITABLE, '')
    .replace(LINE_END, '\n')
    .split('\n')
    .map((line) => balanceDirections(line))
    .join('\n');
}

/** Blanks of one line; those that don't break, which languages set around their marks, stay. */
const BLANKS = /[\t-\r \u0085\u2028\u2029]+/g;

/** Text of one line, with single blanks. */
export function outgoingLine(text: unknown): string {
  if (typeof text !== 'string') return '';
  return balanceDirections(text.replace(UNWRITABLE, '').replace(BLANKS, ' ').trim());
}

/** The same, or null where it says nothing. */
export function outgoingLineOrNull(text: unknown): string | null {
  return outgoingLine(text) || null;
}

/** Controls of direction that open or close something. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A line that is cut in pieces afterwards: a pair around several of them would be torn apart. */
export function outgoingPieces(text: unknown): string {
  return outgoingLine(text).replace(DIRECTIONS, '');
}
