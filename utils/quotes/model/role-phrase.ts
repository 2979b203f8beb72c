import {
  AUX,
  COMPLEMENTISER,
  CONJ,
  CUE,
  DET,
  GIVEN,
  GROUP,
  hasClass,
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
} from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Maximum length of a role, in tokens. */
export const MAX_ROLE_TOKENS = 14;

/** Forms of address, which are not roles. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|sir|lord|lady|dame|dr|prof|herr|frau|mm?|me|mme|mlle|maître|monsieur|madame|señora?|sra?|don|doña|dott|dottor|dottoressa|ing|avv|signora?|sig|dona?|pani?|mgr|inż|пані?|господин|госпожа)$/;

/** Prepositions whose phrase belongs to the verb more often than to the preceding noun, in the supported languages. */
const ADJUNCT =
  /^(?:with|by|after|before|since|during|against|between|about|into|mit|nach|laut|durch|gegen|seit|zwischen|neben|avec|après|selon|contre|depuis|entre|par|con|según|segun|tras|contra|desde|secondo|dopo|contro|com|segundo|após|według|po|od|przed|між|після|за|проти)$/;

const COORDINATING = /^(?:and|und|sowie|et|y|e|i|oraz|та|й|і|и|og|och|en|&)$/;

export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Whether the head of a phrase is its last word, before complements. */
const endsInHead = (lexicon: Lexicon): boolean => /^(?:en|de|nl|sv|da|nb|nn|no)$/.test(lexicon.code);

export const isPrep = (token: Token): boolean =>
  (token.classes & (PREP | DET)) === PREP ||
  (token.tag?.pos === 'ADP' && !hasClass(token, PERSON | TITLE)) ||
  CONTRACTED.test(token.lower);

/** Contractions of a preposition and an article, which lists and taggers classify as either. */
const CONTRACTED =
  /^(?:du|aux?|del|dell[aoe]?|dei|degli|do|dos|da|das|al|all[aoe]?|ai|agli|nell[aoe]?|nel|sull?[aoe]?|no|na|nos|nas|ao|aos|à|às|vom|zum|zur|beim|im|am)$/;

/** Whether a token is an article or similar. These are short: a longer word with that tag is an unknown noun. */
export const isDet = (token: Token): boolean =>
  !isPrep(token) &&
  token.tag?.pos !== 'NUM' &&
  (hasClass(token, DET | POSSESSIVE) || (token.tag?.pos === 'DET' && token.text.length < 7));

const isAdjunct = (token: Token): boolean => ADJUNCT.test(token.lower);

export const isAnd = (token: Token): boolean => COORDINATING.test(token.lower);

/** An article that begins a genitive complement: "Leiter der Abteilung". */
const isGenitive = (token: Token, before: Token | undefined, lexicon: Lexicon): boolean =>
  lexicon.nounCapitals &&
  isWord(before) &&
  before.capital &&
  !hasClass(before, TIME) &&
  (/^(?:des|eines)$/.test(token.lower) || (/^(?:der|einer)$/.test(token.lower) && token.tag?.case !== 'nom'));

/** Whether a token, such as a verb or a pronoun, can't be inside a role. */
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

/** Prefixes of a role: "former", "deputy" and the like, written as one word with it. */
const PREFIX = /^(?:ex|vice|vize|wice|eks|sub|under|co|sous|віце|екс|вице|экс|зам)-?(?=\p{L}{4})/u;

/**
 * Whether the word at `at` is a listed noun for a person, with or without a prefix.
 *
 * @param beside whether it is directly before a name
 */
export function isRoleNoun(tokens: readonly Token[], at: number, lexicon: Lexicon, beside = false): boolean {
  const token = tokens[at];
  if (!isWord(token) || HONORIFIC.test(token.lower) || token.possessive) return false;
  // "senior Dana Reed said": a student in the last or the third year, if no noun follows.
  if (beside && lexicon.code === 'en' && /^(?:junior|senior)$/.test(token.text)) return true;
  let classes = token.classes;
  if ((classes & (PERSON | TITLE)) === 0) {
    const tail = token.lower.includes('-') ? token.lower.split('-').pop() : token.lower.replace(PREFIX, '');
    if (lexicon.nounCapitals && token.lower.endsWith('s'))
      classes |= lexicon.classOf(token.lower.slice(0, -1)) & PERSON;
    if (tail && tail !== token.lower) classes |= lexicon.classOf(tail) & (PERSON | TITLE | GROUP);
  }
  if ((classes & GROUP) !== 0 || (classes & (PERSON | TITLE)) === 0) return false;
  const isPlural = token.tag?.number === 'p' && token.tag.pos === 'NOUN';
  return !isPlural || (lexicon.code === 'en' && !token.lower.endsWith('s'));
}

/** A role in the text. Token indices, `last` included. */
export interface Role {
  first: number;
  last: number;
  /** The head noun. */
  head: number;
  /** Confidence and informativeness; the role with a person's highest score is shown. */
  score: number;
}

/** A part of a phrase: "head · of the union · of fishermen". */
export interface Part {
  first: number;
  last: number;
  head: number;
  /** Whether the head is a noun for a person. */
  isRole: boolean;
}

/** The head noun of a part in languages with the head last, such as English and German. */
function findLastHead(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
  beside: boolean,
): Part {
  let end = last;
  for (let i = first + 1; i < last; i++) {
    const token = tokens[i];
    // "author and organiser": the first of the two.
    if (token && isAnd(token) && isRoleNoun(tokens, i - 1, lexicon)) {
      end = i - 1;
      break;
    }
  }
  // "the secretary and a friend": the rest is another part.
  while (end > first && (tokens[end]?.kind === 'number' || isAnd(tokens[end] as Token))) end--;
  return { first, last, head: end, isRole: isRoleNoun(tokens, end, lexicon, beside && end === last) };
}

/**
 * The head noun of a part in languages with the head first; adjectives and nouns of the previous part may precede it.
 */
function findFirstHead(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): Part {
  let from = first;
  for (let i = first; i <= last; i++) {
    if (isRoleNoun(tokens, i, lexicon)) return { first: from, last, head: i, isRole: true };
    const { tag } = tokens[i] ?? {};
    if (tag?.pos !== 'NOUN') continue;
    // In languages with cases, a noun in another case belongs to the previous part.
    if (tag.case !== 'obl') break;
    from = i + 1;
  }
  return { first, last, head: -1, isRole: false };
}

/** Splits a phrase into parts, each up to the next preposition or article. */
export function splitPhrase(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
  beside = false,
): Part[] {
  const parts: Part[] = [];
  let from = first;
  const close = (to: number) => {
    if (to < from) return;
    const find = endsInHead(lexicon) ? findLastHead : findFirstHead;
    parts.push(find(tokens, from, to, lexicon, beside && to === last));
  };
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (!token || !(isPrep(token) || isDet(token) || isGenitive(token, tokens[i - 1], lexicon))) continue;
    close(i - 1);
    from = i + 1;
  }
  close(last);
  return parts;
}

/** Party membership: less specific than an office, which the article may give elsewhere ("Senator"). */
export const PARTISAN =
  /^(?:conservative|democrat|independent|labour|liberal|libertarian|nationalist|republican|socialist)$/;

/** The informativeness of a role: higher for a complement. */
export function scoreRole(first: number, last: number): number {
  const words = last - first + 1;
  return 3 + (words > 1 ? 1 : 0) + (words > 2 ? 0.5 : 0);
}

const joinsNext = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'mark' && (isPrep(token) || isDet(token) || isAnd(token));

/** "Reed and Mayor Holm", "Dana Reed and Harbour Master Holm": whether another person precedes "and" at `and`. */
function endsOtherPerson(tokens: readonly Token[], and: number, lexicon: Lexicon): boolean {
  const before = tokens[and - 1];
  if (!before?.capital || before.tag?.pos === 'ADJ') return false;
  const named = hasClass(tokens[and - 2], GIVEN | TITLE) && tokens[and - 2]?.capital === true;
  if (named) return true;
  // "Reed and Norwegian Minister Holm": a role begins after "and", and no other role ends before it.
  const behind = [1, 2, 3].some(
    (step) => isWord(tokens[and + step]) && isRoleNoun(tokens, and + step, lexicon),
  );
  return behind && !isRoleNoun(tokens, and - 1, lexicon);
}

/** The first token of the longest phrase that ends at `to`; `to + 1` without one. */
export function walkBack(tokens: readonly Token[], to: number, lexicon: Lexicon): number {
  const { sentence, paragraph } = tokens[to] ?? {};
  let first = to + 1;
  for (let i = to; i > to - MAX_ROLE_TOKENS; i--) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || token.sentence !== sentence || token.paragraph !== paragraph || endsRole(token)) break;
    if (token.tag?.pos === 'ADV' && token.nominal < 0.3 && !hasClass(token, PERSON | TITLE)) break;
    // Another full name: "…, Minister Tomas Holm, Dana Reed".
    const named = token.capital && hasClass(token, GIVEN) && i < to && tokens[i + 1]?.capital;
    if (named && !tokens[i + 1]?.possessive && !tokens[i + 2]?.possessive) break;
    // "strength inspired Governor Reed", "have praised Governor Reed": a participle after a noun or "have" is the verb.
    const acts = token.tag?.form === 'part' && token.nominal < 0.3 && !token.capital;
    if (acts && lexicon.code === 'en' && /^(?:NOUN|AUX|PRON|PROPN)$/.test(before?.tag?.pos ?? '')) break;
    if (isAnd(token)) {
      // "Reed and Mayor Holm": another person precedes "and".
      if (i === to || !isWord(before) || endsOtherPerson(tokens, i, lexicon)) break;
    } else if (isDet(token) && !isPrep(token)) {
      const bound = isWord(before) && (isPrep(before) || isGenitive(token, before, lexicon));
      if (i === to || !bound || isAdjunct(before)) break;
    } else if (isPrep(token) && (i === to || isAdjunct(token))) break;
    first = i;
  }
  while (first <= to && joinsNext(tokens[first])) first++;
  return first;
}
