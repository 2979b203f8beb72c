import { CUE, PERSON } from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/** Endings of the plural of nouns for people, and what the singular has in their place: Ukrainian, Polish. */
const PLURALS: readonly (readonly [plural: string, singulars: readonly string[]])[] = [
  ['ці', ['ець', 'ця']],
  ['и', ['', 'а']],
  ['і', ['', 'ь', 'а']],
  ['ї', ['й']],
  ['ńcy', ['niec']],
  ['cy', ['k', 'ca']],
  ['ci', ['t']],
  ['rzy', ['r']],
  ['owie', ['']],
  ['e', ['']],
];

/** Is a lower-case word the plural of a noun for people: "рибалки", "лікарі", "mieszkańcy"? */
export function namesPeople(word: string, lexicon: Lexicon): boolean {
  return PLURALS.some(
    ([plural, singulars]) =>
      word.endsWith(plural) &&
      singulars.some((end) => (lexicon.classOf(word.slice(0, -plural.length) + end) & PERSON) !== 0),
  );
}

/** Is a token a verb in the plural, by its ending and its place? */
export function isPluralVerb(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word' || token.capital || (token.classes !== 0 && (token.classes & CUE) === 0))
    return false;
  const endings = lexicon.data.pluralEndings ?? [];
  return endings.some((ending) => token.lower.length > ending.length + 1 && token.lower.endsWith(ending));
}
