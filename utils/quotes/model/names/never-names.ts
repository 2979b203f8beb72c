import { GIVEN, PERSON, TITLE } from '../lexicon.ts';
import type { Token } from '../token.ts';

/**
 * A word that is a noun, a name or a pronoun with less than this probability names nobody. At .05 the taggers refuse 52
 * to 93 % of all other words by language, and about 1 % of nouns, names and pronouns (figures in tools/fit/README.md).
 * From .08 on English loses right speakers.
 */
const NOMINAL_BAR = 0.05;

/** Is the tagger sure that the word is no noun, no name and no pronoun? Words listed for people are believed. */
export function neverNames(token: Token): boolean {
  return token.nominal < NOMINAL_BAR && (token.classes & (GIVEN | PERSON | TITLE)) === 0;
}

/** Such words stand inside noun phrases though no noun. */
const INSIDE: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NUM', 'X']);

/** Does the word end a noun phrase in front of it: an adverb, a verb, a preposition, a conjunction? */
export function endsPhrase(token: Token): boolean {
  return token.tag !== null && !INSIDE.has(token.tag.pos) && neverNames(token);
}
