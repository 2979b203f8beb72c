/** Sanitises text for exports; rows may come from any version or from a hostile backup. */
import { balanceDirections } from '../../text/clean-line.ts';

/** Characters that formats can't represent: control characters, noncharacters, unpaired surrogates. */
const UNREPRESENTABLE = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}|\ufeff/gu;

/** Line and paragraph separators of all kinds. */
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/**
 * Sanitises text of several lines. Directional controls are balanced in each line, since they end with the line.
 *
 * @returns lines separated by `\n`
 */
export function sanitiseText(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(UNREPRESENTABLE, '')
    .replace(LINE_BREAK, '\n')
    .split('\n')
    .map((line) => balanceDirections(line))
    .join('\n');
}

/** White space of one line, except no-break spaces, which some languages use around punctuation. */
const WHITE_SPACE = /[\t-\r \u0085\u2028\u2029]+/g;

/** Sanitises text of one line; collapses white space. */
export function sanitiseLine(text: unknown): string {
  if (typeof text !== 'string') return '';
  return balanceDirections(text.replace(UNREPRESENTABLE, '').replace(WHITE_SPACE, ' ').trim());
}

/** Sanitised text of one line, or null if it is empty. */
export function sanitiseLineOrNull(text: unknown): string | null {
  return sanitiseLine(text) || null;
}

/** Directional controls that open or close something. */
const DIRECTIONAL_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Sanitises a line that will be split, so it must contain no paired directional controls. */
export function sanitiseSplittableLine(text: unknown): string {
  return sanitiseLine(text).replace(DIRECTIONAL_CONTROLS, '');
}
