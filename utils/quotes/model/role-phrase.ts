import {
  AUX,
  COMPLEMENTISER,
  CONJ,
  CUE_VERB,
  DET,
  GIVEN_NAME,
  GROUP_NOUN,
  hasClass,
  OBJECT_PRONOUN,
  OTHER_VERB,
  PERSON_NOUN,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  PRONOUN,
  RELATIVE,
  TIME_NAME,
  TITLE,
} from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Maximum length of a role, in tokens. */
export const MAX_ROLE_TOKENS = 14;

/** Forms of address, which are not roles. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|sir|lord|lady|dame|dr|prof|herr|frau|mm?|me|mme|mlle|maître|monsieur|madame|señora?|sra?|don|doña|dott|dottor|dottoressa|ing|avv|signora?|sig|dona?|pani?|mgr|inż|пані?|господин|госпожа)$/;

/** Prepositions whose phrase belongs to the verb more often than to the preceding noun, in the supported languages. */
const ADJUNCT_PREPOSITION =
  /^(?:with|by|after|before|since|during|against|between|about|into|mit|nach|laut|durch|gegen|seit|zwischen|neben|avec|après|selon|contre|depuis|entre|par|con|según|segun|tras|contra|desde|secondo|dopo|contro|com|segundo|após|według|po|od|przed|між|після|за|проти)$/;

const COORDINATOR = /^(?:and|und|sowie|et|y|e|i|oraz|та|й|і|и|og|och|en|&)$/;

export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Whether the head of a phrase is its last word, before complements. */
const isHeadFinal = (lexicon: Lexicon): boolean => /^(?:en|de|nl|sv|da|nb|nn|no)$/.test(lexicon.code);

export const isPreposition = (token: Token): boolean =>
  (token.classes & (PREP | DET)) === PREP ||
  (token.tag?.pos === 'ADP' && !hasClass(token, PERSON_NOUN | TITLE)) ||
  CONTRACTED.test(token.lower);

/** Contractions of a preposition and an article, which lists and taggers classify as either. */
const CONTRACTED =
  /^(?:du|aux?|del|dell[aoe]?|dei|degli|do|dos|da|das|al|all[aoe]?|ai|agli|nell[aoe]?|nel|sull?[aoe]?|no|na|nos|nas|ao|aos|à|às|vom|zum|zur|beim|im|am)$/;

/** Whether a token is an article or similar. These are short: a longer word with that tag is an unknown noun. */
export const isDeterminer = (token: Token): boolean =>
  !isPreposition(token) &&
  token.tag?.pos !== 'NUM' &&
  (hasClass(token, DET | POSSESSIVE) || (token.tag?.pos === 'DET' && token.text.length < 7));

const isAdjunct = (token: Token): boolean => ADJUNCT_PREPOSITION.test(token.lower);

export const isCoordinator = (token: Token): boolean => COORDINATOR.test(token.lower);

/** An article that begins a genitive complement: "Leiter der Abteilung". */
const isGenitiveArticle = (token: Token, before: Token | undefined, lexicon: Lexicon): boolean =>
  lexicon.capitalisesNouns &&
  isWord(before) &&
  before.isCapitalised &&
  !hasClass(before, TIME_NAME) &&
  (/^(?:des|eines)$/.test(token.lower) || (/^(?:der|einer)$/.test(token.lower) && token.tag?.case !== 'nom'));

/** Whether a token, such as a verb or a pronoun, can't be inside a role. */
export function endsRole(token: Token): boolean {
  if (token.kind === 'quote' || token.kind === 'mark') return !/^[&+/]$/.test(token.text);
  if (token.kind === 'number') return false;
  const { classes, tag, nominal } = token;
  if ((classes & (PERSON_NOUN | TITLE)) !== 0 && nominal > 0.3) return false;
  if (hasClass(token, RELATIVE | COMPLEMENTISER | PRONOUN | OBJECT_PRONOUN) && !hasClass(token, DET | PREP))
    return true;
  if (hasClass(token, TIME_NAME) && (token.isCapitalised || tag?.pos === 'ADV')) return true;
  if (hasClass(token, CONJ) && !isCoordinator(token)) return true;
  if (!tag) return hasClass(token, AUX | OTHER_VERB | CUE_VERB | PHRASE_VERB);
  if (tag.pos === 'PRON' || tag.pos === 'SCONJ' || tag.pos === 'INTJ') return !hasClass(token, DET | PREP);
  if (tag.pos === 'AUX') return nominal < 0.5;
  if (tag.pos === 'VERB') return nominal < 0.5 && (tag.form !== 'part' || hasClass(token, CUE_VERB));
  return hasClass(token, AUX | CUE_VERB) && !token.isCapitalised && nominal < 0.7 && tag.pos !== 'ADJ';
}

/** Prefixes of a role: "former", "deputy" and the like, written as one word with it. */
const ROLE_PREFIX = /^(?:ex|vice|vize|wice|eks|sub|under|co|sous|віце|екс|вице|экс|зам)-?(?=\p{L}{4})/u;

/**
 * Whether the word at `at` is a listed noun for a person, with or without a prefix.
 *
 * @param isBesideName whether it is directly before a name
 */
export function isRoleNoun(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  isBesideName = false,
): boolean {
  const token = tokens[at];
  if (!isWord(token) || HONORIFIC.test(token.lower) || token.isPossessive) return false;
  // "senior Dana Reed said": a student in the last or the third year, if no noun follows.
  if (isBesideName && lexicon.code === 'en' && /^(?:junior|senior)$/.test(token.text)) return true;
  let classes = token.classes;
  if ((classes & (PERSON_NOUN | TITLE)) === 0) {
    const base = token.lower.includes('-')
      ? token.lower.split('-').pop()
      : token.lower.replace(ROLE_PREFIX, '');
    if (lexicon.capitalisesNouns && token.lower.endsWith('s'))
      classes |= lexicon.classesOf(token.lower.slice(0, -1)) & PERSON_NOUN;
    if (base && base !== token.lower) classes |= lexicon.classesOf(base) & (PERSON_NOUN | TITLE | GROUP_NOUN);
  }
  if ((classes & GROUP_NOUN) !== 0 || (classes & (PERSON_NOUN | TITLE)) === 0) return false;
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
  isBesideName: boolean,
): Part {
  let end = last;
  for (let i = first + 1; i < last; i++) {
    const token = tokens[i];
    // "author and organiser": the first of the two.
    if (token && isCoordinator(token) && isRoleNoun(tokens, i - 1, lexicon)) {
      end = i - 1;
      break;
    }
  }
  // "the secretary and a friend": the rest is another part.
  while (end > first && (tokens[end]?.kind === 'number' || isCoordinator(tokens[end] as Token))) end--;
  return { first, last, head: end, isRole: isRoleNoun(tokens, end, lexicon, isBesideName && end === last) };
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
export function splitRolePhrase(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
  isBesideName = false,
): Part[] {
  const parts: Part[] = [];
  let from = first;
  const closePart = (to: number) => {
    if (to < from) return;
    const findHead = isHeadFinal(lexicon) ? findLastHead : findFirstHead;
    parts.push(findHead(tokens, from, to, lexicon, isBesideName && to === last));
  };
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (
      !token ||
      !(isPreposition(token) || isDeterminer(token) || isGenitiveArticle(token, tokens[i - 1], lexicon))
    )
      continue;
    closePart(i - 1);
    from = i + 1;
  }
  closePart(last);
  return parts;
}

/** Party membership: less specific than an office, which the article may give elsewhere ("Senator"). */
export const PARTY_MEMBER =
  /^(?:conservative|democrat|independent|labour|liberal|libertarian|nationalist|republican|socialist)$/;

/** The informativeness of a role: higher for a complement. */
export function scoreRole(first: number, last: number): number {
  const words = last - first + 1;
  return 3 + (words > 1 ? 1 : 0) + (words > 2 ? 0.5 : 0);
}

const isFunctionWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind !== 'mark' &&
  (isPreposition(token) || isDeterminer(token) || isCoordinator(token));

/** "Reed and Mayor Holm", "Dana Reed and Harbour Master Holm": whether another person precedes "and" at `coordinator`. */
function followsOtherPerson(tokens: readonly Token[], coordinator: number, lexicon: Lexicon): boolean {
  const before = tokens[coordinator - 1];
  if (!before?.isCapitalised || before.tag?.pos === 'ADJ') return false;
  const isFullName =
    hasClass(tokens[coordinator - 2], GIVEN_NAME | TITLE) && tokens[coordinator - 2]?.isCapitalised === true;
  if (isFullName) return true;
  // "Reed and Norwegian Minister Holm": a role begins after "and", and no other role ends before it.
  const hasRoleAfter = [1, 2, 3].some(
    (step) => isWord(tokens[coordinator + step]) && isRoleNoun(tokens, coordinator + step, lexicon),
  );
  return hasRoleAfter && !isRoleNoun(tokens, coordinator - 1, lexicon);
}

/** The first token of the longest phrase that ends at `to`; `to + 1` without one. */
export function findPhraseStart(tokens: readonly Token[], to: number, lexicon: Lexicon): number {
  const { sentence, paragraph } = tokens[to] ?? {};
  let first = to + 1;
  for (let i = to; i > to - MAX_ROLE_TOKENS; i--) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || token.sentence !== sentence || token.paragraph !== paragraph || endsRole(token)) break;
    if (token.tag?.pos === 'ADV' && token.nominal < 0.3 && !hasClass(token, PERSON_NOUN | TITLE)) break;
    // Another full name: "…, Minister Tomas Holm, Dana Reed".
    const isFullName =
      token.isCapitalised && hasClass(token, GIVEN_NAME) && i < to && tokens[i + 1]?.isCapitalised;
    if (isFullName && !tokens[i + 1]?.isPossessive && !tokens[i + 2]?.isPossessive) break;
    // "strength inspired Governor Reed", "have praised Governor Reed": a participle after a noun or "have" is the verb.
    const isParticiple = token.tag?.form === 'part' && token.nominal < 0.3 && !token.isCapitalised;
    if (isParticiple && lexicon.code === 'en' && /^(?:NOUN|AUX|PRON|PROPN)$/.test(before?.tag?.pos ?? ''))
      break;
    if (isCoordinator(token)) {
      // "Reed and Mayor Holm": another person precedes "and".
      if (i === to || !isWord(before) || followsOtherPerson(tokens, i, lexicon)) break;
    } else if (isDeterminer(token) && !isPreposition(token)) {
      const isComplement =
        isWord(before) && (isPreposition(before) || isGenitiveArticle(token, before, lexicon));
      if (i === to || !isComplement || isAdjunct(before)) break;
    } else if (isPreposition(token) && (i === to || isAdjunct(token))) break;
    first = i;
  }
  while (first <= to && isFunctionWord(tokens[first])) first++;
  return first;
}
