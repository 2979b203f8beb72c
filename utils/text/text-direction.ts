import { balanceDirections } from './clean-line.ts';

export type Direction = 'ltr' | 'rtl';

/** Languages written from right to left, by their ISO 639 codes, `iw` and `ji` being the old ones. */
const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i;
/** The blocks of scripts that run from right to left, Hebrew to Arabic Extended-A, and their presentation forms. */
const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR_LETTERS = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/** What parts the facts of one line, in the script of the text around: Arabic script has a comma of its own. */
export function commaFor(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? '، ' : ', ';
}

/**
 * Which way a language's lines run.
 *
 * @param language BCP 47 tag
 */
export function directionOfLanguage(language: string): Direction {
  return RTL_LANGUAGES.test(language) ? 'rtl' : 'ltr';
}

/**
 * Keeps what is put into a sentence from turning the sentence round, and the sentence from turning it: words that
 * may run the other way stand between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Annex 9), which
 * show nothing themselves.
 *
 * @param around which way the sentence runs
 */
export function isolateWords(words: string, around: Direction): string {
  const balanced = balanceDirections(words);
  return (around === 'rtl' ? LTR_LETTERS : RTL_LETTERS).test(balanced) ? `\u2068${balanced}\u2069` : balanced;
}
