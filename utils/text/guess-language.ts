import type { LanguageCode } from '../languages/language-code.ts';
import { TEXTS } from '../languages/texts.ts';

/**
 * Letters that occur in any running text of a language, but not in a neighbouring language with the same function words.
 * They tell Ukrainian from Russian, Russian from Bulgarian, and Czech from Slovak.
 */
const LETTERS: Partial<Record<LanguageCode, RegExp>> = { cs: /[ěřů]/i, ru: /[ыэ]/i, uk: /[іїєґ]/i };

/** Number of UTF-16 units examined. */
const SAMPLE = 3000;
/** Minimum number of function words found. */
const MIN_HITS = 6;

/** Minimum share of function words: 6 to 25 % in these languages, at most 4 % in any other. */
const MIN_SHARE = 0.05;

/** Minimum ratio of the best to the second-best language, so that a quotation in another one does not matter. */
const MIN_LEAD = 1.4;

/** The languages in which each word is one of the most frequent, from the frequency lists found in every grammar. */
const WORDS = new Map<string, LanguageCode[]>();
for (const [lang, { commonWords }] of Object.entries(TEXTS)) {
  for (const word of commonWords) WORDS.set(word, [...(WORDS.get(word) ?? []), lang as LanguageCode]);
}

/**
 * Detects the language of running text by its function words. The language that a page declares is often wrong, such as
 * that of an English template around Spanish text.
 *
 * @returns null if the text is too short or in none of these languages
 */
export function guessLanguage(text: string): LanguageCode | null {
  const hits = new Map<LanguageCode, number>();
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    for (const lang of WORDS.get(word) ?? []) hits.set(lang, (hits.get(lang) ?? 0) + 1);
  }
  for (const [lang, letters] of Object.entries(LETTERS) as [LanguageCode, RegExp][]) {
    if (!letters.test(text.slice(0, SAMPLE))) hits.delete(lang);
  }
  // Czech and Slovak share many words with Polish, which does not use these letters.
  if (/[ěřůťďľ]/i.test(text.slice(0, SAMPLE))) hits.delete('pl');
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < Math.max(MIN_HITS, words.length * MIN_SHARE)) return null;
  return second !== undefined && first[1] < second[1] * MIN_LEAD ? null : first[0];
}

/** Number of UTF-16 units examined to find the script. */
const SCRIPT_SAMPLE = 2000;

/** Minimum share of letters that belong to the script. */
const MIN_SCRIPT_SHARE = 0.5;
/** Minimum share of kana in Japanese; Chinese text never has as many. */
const MIN_KANA_SHARE = 0.08;

/** Letters used in Persian, Urdu, Pashto, Kurdish and Uyghur, but not in Arabic. */
const NOT_ARABIC = /[پچژگکیےڵەۆۇېھ]/gu;
/** Maximum share of such letters in Arabic text, where they occur in foreign names. */
const MAX_NOT_ARABIC_SHARE = 0.02;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Identifies Japanese, Chinese, Korean and Arabic by their scripts.
 *
 * @returns null for text in other scripts, and for other languages in Arabic script
 */
export function guessByScript(text: string): 'ar' | 'ja' | 'ko' | 'zh' | null {
  const sample = text.slice(0, SCRIPT_SAMPLE);
  const letters = countMatches(sample, /\p{L}/gu);
  if (letters === 0) return null;
  const kana = countMatches(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = countMatches(sample, /\p{Script=Han}/gu);
  const needed = letters * MIN_SCRIPT_SHARE;
  if (countMatches(sample, /\p{Script=Hangul}/gu) >= needed) return 'ko';
  if (kana + han >= needed) return kana >= letters * MIN_KANA_SHARE ? 'ja' : 'zh';
  if (countMatches(sample, /\p{Script=Arabic}/gu) < needed) return null;
  return countMatches(sample, NOT_ARABIC) < letters * MAX_NOT_ARABIC_SHARE ? 'ar' : null;
}
