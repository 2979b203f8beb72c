import { commonWords as cs } from '../languages/cs/common-words.ts';
import { commonWords as da } from '../languages/da/common-words.ts';
import { commonWords as de } from '../languages/de/common-words.ts';
import { commonWords as en } from '../languages/en/common-words.ts';
import { commonWords as es } from '../languages/es/common-words.ts';
import { commonWords as fr } from '../languages/fr/common-words.ts';
import { commonWords as it } from '../languages/it/common-words.ts';
import type { LanguageCode } from '../languages/language-code.ts';
import { commonWords as nl } from '../languages/nl/common-words.ts';
import { commonWords as no } from '../languages/no/common-words.ts';
import { commonWords as pl } from '../languages/pl/common-words.ts';
import { commonWords as pt } from '../languages/pt/common-words.ts';
import { commonWords as ru } from '../languages/ru/common-words.ts';
import { commonWords as sv } from '../languages/sv/common-words.ts';
import { commonWords as tr } from '../languages/tr/common-words.ts';
import { commonWords as uk } from '../languages/uk/common-words.ts';

/**
 * The commonest function words of each language that no other one here shares as such a common word, by the
 * frequency lists every grammar opens with.
 */
const COMMON_WORDS: Readonly<Record<LanguageCode, readonly string[]>> = {
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  nl,
  no,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
};

/**
 * Letters that running text in a language never lacks, and that those of its neighbours lack that share its words:
 * Ukrainian from Russian, Russian from Bulgarian, Czech from Slovak.
 */
const LETTERS: Partial<Record<LanguageCode, RegExp>> = { cs: /[ěřů]/i, ru: /[ыэ]/i, uk: /[іїєґ]/i };

/** How much of a text is looked at, in UTF-16 units, and how many hits make a guess. */
const SAMPLE = 3000;
const MIN_HITS = 6;

/** The share of words that must be such words: a language that isn't here has 4 % at most, those that are have 6 to 25. */
const SHARE = 0.05;

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
  // Czech and Slovak share many with Polish, which has none of these.
  if (/[ěřůťďľ]/i.test(text.slice(0, SAMPLE))) hits.delete('pl');
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < Math.max(MIN_HITS, words.length * SHARE)) return null;
  return second !== undefined && first[1] < second[1] * LEAD ? null : first[0];
}
