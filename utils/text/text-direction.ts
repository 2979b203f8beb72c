import { balanceDirections } from './clean-line.ts';

export type Direction = 'ltr' | 'rtl';

/** Right-to-left languages by ISO 639 code; `iw` and `ji` are obsolete codes. */
const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i;
/** Blocks of right-to-left scripts, Hebrew to Arabic Extended-A, and their presentation forms. */
const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR_LETTERS = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/** Returns the list separator for the script of a text: the Arabic comma or `, `. */
export function listSeparatorFor(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? '، ' : ', ';
}

/**
 * Returns the writing direction of a language.
 *
 * @param language BCP 47 tag
 */
export function directionOfLanguage(language: string): Direction {
  return RTL_LANGUAGES.test(language) ? 'rtl' : 'ltr';
}

/**
 * Isolates text that contains letters of the opposite direction, so that it can be inserted into a sentence without
 * reordering either. It is enclosed in FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, which are invisible (Unicode
 * Standard Annex 9).
 *
 * @param contextDirection the direction of the sentence
 */
export function isolateText(words: string, contextDirection: Direction): string {
  const balanced = balanceDirections(words);
  return (contextDirection === 'rtl' ? LTR_LETTERS : RTL_LETTERS).test(balanced)
    ? `\u2068${balanced}\u2069`
    : balanced;
}
