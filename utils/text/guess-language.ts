import type { LanguageCode } from '../languages/language-code.ts';
import { TEXTS } from '../languages/texts.ts';

/**
 * Letters that occur in any running text of a language, but not in a related language with the same function words.
 * They tell Ukrainian from Russian, Russian from Bulgarian, and Czech from Slovak.
 */
const REQUIRED_LETTERS: Partial<Record<LanguageCode, RegExp>> = { cs: /[ěřů]/i, ru: /[ыэ]/i, uk: /[іїєґ]/i };

/** Number of UTF-16 units examined. */
const SAMPLE_UNITS = 3000;
/** Minimum number of occurrences of a language's function words. */
const MIN_HITS = 6;

/** Minimum share of function words. A text has 6–25 % of its own language, and at most 4 % of any other. */
const MIN_SHARE = 0.05;

/** Minimum ratio of the best to the second-best count, so that a quotation in another language does not matter. */
const MIN_LEAD_RATIO = 1.4;

/** For each function word, the languages in which it is common. */
const LANGUAGES_BY_WORD = new Map<string, LanguageCode[]>();
for (const [lang, { commonWords }] of Object.entries(TEXTS)) {
  for (const word of commonWords)
    LANGUAGES_BY_WORD.set(word, [...(LANGUAGES_BY_WORD.get(word) ?? []), lang as LanguageCode]);
}

/**
 * Detects the language of running text by its function words. The language that a page declares is often wrong, for
 * example if an English template contains Spanish text.
 *
 * @returns null if the text is too short or in an unsupported language
 */
export function guessLanguage(text: string): LanguageCode | null {
  const hits = new Map<LanguageCode, number>();
  const words =
    text
      .slice(0, SAMPLE_UNITS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    for (const lang of LANGUAGES_BY_WORD.get(word) ?? []) hits.set(lang, (hits.get(lang) ?? 0) + 1);
  }
  for (const [lang, letters] of Object.entries(REQUIRED_LETTERS) as [LanguageCode, RegExp][]) {
    if (!letters.test(text.slice(0, SAMPLE_UNITS))) hits.delete(lang);
  }
  // Czech and Slovak share many words with Polish, which does not use these letters.
  if (/[ěřůťďľ]/i.test(text.slice(0, SAMPLE_UNITS))) hits.delete('pl');
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < Math.max(MIN_HITS, words.length * MIN_SHARE)) return null;
  return second !== undefined && first[1] < second[1] * MIN_LEAD_RATIO ? null : first[0];
}

/** Number of UTF-16 units examined to find the script. */
const SCRIPT_SAMPLE_UNITS = 2000;

/** Minimum share of letters that belong to the script. */
const MIN_SCRIPT_SHARE = 0.5;
/** Minimum share of kana among the letters of Japanese text; Chinese text never has as many. */
const MIN_KANA_SHARE = 0.08;

/** Letters used in Persian, Urdu, Pashto, Kurdish and Uyghur, but not in Arabic. */
const NON_ARABIC_LETTERS = /[پچژگکیےڵەۆۇېھ]/gu;
/** Maximum share of such letters in Arabic text, which has them in foreign names. */
const MAX_NON_ARABIC_SHARE = 0.02;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Identifies Japanese, Chinese, Korean and Arabic by their scripts.
 *
 * @returns null for text in other scripts, and for other languages in Arabic script
 */
export function guessByScript(text: string): 'ar' | 'ja' | 'ko' | 'zh' | null {
  const sample = text.slice(0, SCRIPT_SAMPLE_UNITS);
  const letters = countMatches(sample, /\p{L}/gu);
  if (letters === 0) return null;
  const kana = countMatches(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = countMatches(sample, /\p{Script=Han}/gu);
  const minLetters = letters * MIN_SCRIPT_SHARE;
  if (countMatches(sample, /\p{Script=Hangul}/gu) >= minLetters) return 'ko';
  if (kana + han >= minLetters) return kana >= letters * MIN_KANA_SHARE ? 'ja' : 'zh';
  if (countMatches(sample, /\p{Script=Arabic}/gu) < minLetters) return null;
  return countMatches(sample, NON_ARABIC_LETTERS) < letters * MAX_NON_ARABIC_SHARE ? 'ar' : null;
}
