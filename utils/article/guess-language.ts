import type { LanguageCode } from '../languages/language-code.ts';

/**
 * The commonest function words of each language that no other one here shares as such a common word, by the
 * frequency lists every grammar opens with. Ukrainian is told by letters that only it has.
 */
const FUNCTION_WORDS: Readonly<Record<LanguageCode, string>> = {
  en: 'the and of to that with was for is are have from they this were been which',
  de: 'der die das und ist nicht mit den auf für dem ein eine auch sich von zu wird',
  fr: 'les des est dans une pour qui sur pas plus au avec sont cette aux être ses',
  es: 'el los las por con una para del se su más como pero lo sus este ha',
  it: 'il di che è per non della sono gli nel alla più anche dei delle come ha',
  pl: 'w nie się na że jest do to jak po co ale przez był oraz dla jego',
  pt: 'o os não uma com para do da em no na mais dos das ao foi são',
  uk: 'і в на що не у з та до за як про від це він для',
};

/** How much of a text is looked at, in UTF-16 units, and how many hits make a guess. */
const SAMPLE = 3000;
const MIN_HITS = 6;

/** How far the winner must be ahead of the next, so that a quotation in another language changes nothing. */
const LEAD = 1.4;

const WORDS = new Map<string, LanguageCode[]>();
for (const [lang, words] of Object.entries(FUNCTION_WORDS) as [LanguageCode, string][]) {
  for (const word of words.split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), lang]);
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
