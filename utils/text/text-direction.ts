import { balanceDirections } from './clean-line.ts';

export type Direction = 'ltr' | 'rtl';

/** Right-to-left languages by ISO 639 code; `iw` and `ji` are obsolete codes. */
const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i;
/** Blocks of right-to-left scripts, Hebrew to Arabic Extended-A, and their presentation forms. */
const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR_LETTERS = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/** The comma for a list in the script of a text: Arabic script has its own. */
export function commaFor(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? '، ' : ', ';
}

/**
 * The direction of a language.
 *
 * @param language BCP 47 tag
 */
export function directionOfLanguage(language: string): Direction {
  return RTL_LANGUAGES.test(language) ? 'rtl' : 'ltr';
}

/**
 * Isolates words of the opposite direction that are inserted into a sentence, so that neither reorders the other. They
 * are enclosed in the invisible characters FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Annex 9).
 *
 * @param around the direction of the sentence
 */
export function isolateWords(words: string, around: Direction): string {
  const balanced = balanceDirections(words);
  return (around === 'rtl' ? LTR_LETTERS : RTL_LETTERS).test(balanced) ? `\u2068${balanced}\u2069` : balanced;
}
