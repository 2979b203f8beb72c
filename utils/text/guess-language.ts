import { commonWords as de } from '../languages/de/common-words.ts';
import { commonWords as en } from '../languages/en/common-words.ts';
import { commonWords as es } from '../languages/es/common-words.ts';
import { commonWords as fr } from '../languages/fr/common-words.ts';
import { commonWords as it } from '../languages/it/common-words.ts';
import type { LanguageCode } from '../languages/language-code.ts';
import { commonWords as nl } from '../languages/nl/common-words.ts';
import { commonWords as pl } from '../languages/pl/common-words.ts';
import { commonWords as pt } from '../languages/pt/common-words.ts';
import { commonWords as uk } from '../languages/uk/common-words.ts';

/**
 * The commonest function words of each language that no other one here shares as such a common word, by the
 * frequency lists every grammar opens with. Ukrainian is told by letters that only it has.
 */
const COMMON_WORDS: Readonly<Record<LanguageCode, readonly string[]>> = {
  de,
  en,
  es,
  fr,
  it,
  nl,
  pl,
  pt,
  uk,
};

/** How much of a text is looked at, in UTF-16 units, and how many hits make a guess. */
const SAMPLE = 3000;
const MIN_HITS = 6;

/** How far the winner must be ahead of the next, so that a quotation in another language changes nothing. */
const LEAD = 1.4;

const WORDS = new Map<string, LanguageCode[]>();
for (const [lang, words] of Object.entries(COMMON_WORDS) as [LanguageCode, readonly string[]][]) {
  for (const word of words) WORDS.set(word, [...(WORDS.get(word) ?? []), lang]);
}

/**
 * Guesses the language of running text by its function words. Pages state theirs wrongly often enough (a template
 * in English around a paper in Spanish) that words chosen by language need a second opinion.
 *
 * @returns null where the text is too short, or in none of the languages known here
 */
export function guessLanguage(text: string): LanguageCode | null {
  const hits = new Map<LanguageCode, number>();
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    for (const lang of WORDS.get(word) ?? []) hits.set(lang, (hits.get(lang) ?? 0) + 1);
  }
  // Russian and Bulgarian share most of these words; only Ukrainian has these letters.
  if (!/[іїєґ]/i.test(text.slice(0, SAMPLE))) hits.delete('uk');
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < MIN_HITS) return null;
  return second !== undefined && first[1] < second[1] * LEAD ? null : first[0];
}
