import { hasClass } from '../has-class.ts';
import {
  AUX,
  COMPLEMENTISER,
  CONJ,
  CUE,
  DET,
  OBJECT_PRONOUN,
  PERSON,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  RELATIVE,
  TIME,
  TITLE,
  VERB,
} from '../lexicon.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';

/** Tokens that a role may have. */
export const LONGEST_ROLE = 14;

/** Say how somebody is addressed, not what they are. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|sir|lord|lady|dame|dr|prof|herr|frau|mm?|me|mme|mlle|maître|monsieur|madame|señora?|sra?|don|doña|dott|dottor|dottoressa|ing|avv|signora?|sig|dona?|pani?|mgr|inż|пані?|господин|госпожа)$/;

/** Prepositions whose noun goes with the verb more often than with the noun in front, in the languages of the engine. */
const ADJUNCT =
  /^(?:with|by|after|before|since|during|against|between|about|into|mit|nach|laut|durch|gegen|seit|zwischen|neben|avec|après|selon|contre|depuis|entre|par|con|según|segun|tras|contra|desde|secondo|dopo|contro|com|segundo|após|według|po|od|przed|між|після|за|проти)$/;

const COORDINATING = /^(?:and|und|sowie|et|y|e|i|oraz|та|й|і|и|og|och|en|&)$/;

export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Does the head of a phrase stand last in it, in front of its complements? */
export const endsInHead = (lexicon: Lexicon): boolean => /^(?:en|de|nl|sv|da|nb|nn|no)$/.test(lexicon.code);

export const isPrep = (token: Token): boolean =>
  (token.classes & (PREP | DET)) === PREP ||
  (token.tag?.pos === 'ADP' && !hasClass(token, PERSON | TITLE)) ||
  CONTRACTED.test(token.lower);

/** How many tokens a name in quotation marks may have: "the director of the firm “Blue Wave”, Dana Reed". */
const QUOTED = 6;

/** The other mark of a name in quotation marks at `at`, to be stepped over; `at` where there is none. */
export function skipQuoted(tokens: readonly Token[], at: number, step: 1 | -1): number {
  if (tokens[at]?.kind !== 'mark' || !/^[«»„“”"‹›]$/.test(tokens[at].text)) return at;
  for (let i = at + step; Math.abs(i - at) <= QUOTED; i += step) {
    const token = tokens[i];
    if (!token || token.paragraph !== tokens[at].paragraph || /^[,.:;!?]$/.test(token.text)) return at;
    if (token.kind !== 'mark' || !/^[«»„“”"‹›]$/.test(token.text)) continue;
    const first = tokens[Math.min(i, at) + 1];
    return isWord(first) && first.capital ? i : at;
  }
  return at;
}

/** A preposition and an article in one word, which lists and taggers have as either. */
export const CONTRACTED =
  /^(?:du|aux?|del|dell[aoe]?|dei|degli|do|dos|da|das|al|all[aoe]?|ai|agli|nell[aoe]?|nel|sull?[aoe]?|no|na|nos|nas|ao|aos|à|às|vom|zum|zur|beim|im|am)$/;

/** Articles and the like are short; a longer word that the tagger takes for one is a noun that it doesn't know. */
export const isDet = (token: Token): boolean =>
  !isPrep(token) &&
  token.tag?.pos !== 'NUM' &&
  (hasClass(token, DET | POSSESSIVE) || (token.tag?.pos === 'DET' && token.text.length < 7));

export const isAdjunct = (token: Token): boolean => ADJUNCT.test(token.lower);

export const isAnd = (token: Token): boolean => COORDINATING.test(token.lower);

/** An article that begins a complement in the genitive: "Leiter der Abteilung". */
export const isGenitive = (token: Token, before: Token | undefined, lexicon: Lexicon): boolean =>
  lexicon.nounCapitals &&
  isWord(before) &&
  before.capital &&
  !hasClass(before, TIME) &&
  (/^(?:des|eines)$/.test(token.lower) || (/^(?:der|einer)$/.test(token.lower) && token.tag?.case !== 'nom'));

/** Verbs, pronouns and what else no role goes over. */
export function endsRole(token: Token): boolean {
  if (token.kind === 'quote' || token.kind === 'mark') return !/^[&+/]$/.test(token.text);
  if (token.kind === 'number') return false;
  const { classes, tag, nominal } = token;
  if ((classes & (PERSON | TITLE)) !== 0 && nominal > 0.3) return false;
  if (hasClass(token, RELATIVE | COMPLEMENTISER | PRONOUN | OBJECT_PRONOUN) && !hasClass(token, DET | PREP))
    return true;
  if (hasClass(token, TIME) && (token.capital || tag?.pos === 'ADV')) return true;
  if (hasClass(token, CONJ) && !isAnd(token)) return true;
  if (!tag) return hasClass(token, AUX | VERB | CUE | PHRASE);
  if (tag.pos === 'PRON' || tag.pos === 'SCONJ' || tag.pos === 'INTJ') return !hasClass(token, DET | PREP);
  if (tag.pos === 'AUX') return nominal < 0.5;
  if (tag.pos === 'VERB') return nominal < 0.5 && (tag.form !== 'part' || hasClass(token, CUE));
  return hasClass(token, AUX | CUE) && !token.capital && nominal < 0.7 && tag.pos !== 'ADJ';
}
