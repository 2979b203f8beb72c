import {
  AUX,
  BODY,
  COMPLEMENTISER,
  CONJ,
  CUE,
  DET,
  DOCUMENT,
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
export const endsInHead = (lexicon: Lexicon): boolean => /^(?:en|de|nl|sv|da|nb|nn|no)$/.test(lexicon.code);

export const isPrep = (token: Token): boolean =>
  (token.classes & (PREP | DET)) === PREP ||
  (token.tag?.pos === 'ADP' && !hasClass(token, PERSON | TITLE)) ||
  CONTRACTED.test(token.lower);

/** Contractions of a preposition and an article, which lists and taggers classify as either. */
export const CONTRACTED =
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

/** Nouns with these endings are actions or ideas, not people. */
const ABSTRACT =
  /(?:ción|siones|sión|[ts]ion|zione|sione|ção|são|heit|keit|ung|schaft|tät|ismus|i[sz]mo?e?|dad|tad|tà|té|dade|ness|m[ei]*ento?|ость|ість|ность|ние|ння|[ae]nce|[ae]nza|ship|age|aggio|agem)$/;

/**
 * Whether the word at `at` is a role. 2: it is listed; 1: the tagger considers it possible; 0: no.
 *
 * @param beside whether it is directly before a name, so that the tagger may be wrong about an unknown noun
 */
export function rankHead(tokens: readonly Token[], at: number, lexicon: Lexicon, beside = false): 0 | 1 | 2 {
  const token = tokens[at];
  if (!isWord(token) || HONORIFIC.test(token.lower) || token.possessive) return 0;
  // "senior Dana Reed said": a student in the last or the third year, if no noun follows.
  if (beside && lexicon.code === 'en' && /^(?:junior|senior)$/.test(token.text)) return 2;
  let classes = token.classes;
  if ((classes & (PERSON | TITLE)) === 0) {
    const tail = token.lower.includes('-') ? token.lower.split('-').pop() : token.lower.replace(PREFIX, '');
    if (lexicon.nounCapitals && token.lower.endsWith('s'))
      classes |= lexicon.classOf(token.lower.slice(0, -1)) & PERSON;
    if (tail && tail !== token.lower) classes |= lexicon.classOf(tail) & (PERSON | TITLE | GROUP);
  }
  const { tag } = token;
  const plural = tag?.number === 'p' && tag.pos === 'NOUN';
  if ((classes & GROUP) !== 0) return 0;
  if ((classes & (PERSON | TITLE)) !== 0)
    return plural && (lexicon.code !== 'en' || token.lower.endsWith('s')) ? 0 : 2;
  if ((classes & (BODY | DOCUMENT | TIME | DET | PREP | CONJ | GIVEN | AUX | CUE)) !== 0 || plural) return 0;
  if (beside && lexicon.nounCapitals && classes === 0 && token.capital && token.text.length > 4)
    return tag && /^(?:NOUN|PROPN|DET|ADJ|X)$/.test(tag.pos) && !token.lower.endsWith('s') ? 1 : 0;
  if (ABSTRACT.test(token.lower) || token.text.length < 4) return 0;
  if (tag?.pos !== 'NOUN' || token.nominal < 0.5 || tag.case === 'obl') return 0;
  // A capital in a language with lower-case nouns: a name, whatever its tag.
  const opens = tokens[at - 1]?.sentence !== token.sentence;
  return token.capital && !lexicon.nounCapitals && !opens ? 0 : 1;
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
  rank: 0 | 1 | 2;
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
    if (token && isAnd(token) && rankHead(tokens, i - 1, lexicon) === 2) {
      end = i - 1;
      break;
    }
  }
  // "the secretary and a friend": the rest is another part.
  while (end > first && (tokens[end]?.kind === 'number' || isAnd(tokens[end] as Token))) end--;
  const rank = rankHead(tokens, end, lexicon, beside && end === last);
  return { first, last, head: end, rank };
}

/**
 * The head noun of a part in languages with the head first; adjectives and nouns of the previous part may precede it.
 */
function findFirstHead(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): Part {
  let from = first;
  for (let i = first; i <= last; i++) {
    const rank = rankHead(tokens, i, lexicon);
    if (rank > 0) return { first: from, last, head: i, rank };
    const { tag } = tokens[i] ?? {};
    if (tag?.pos !== 'NOUN') continue;
    // In languages with cases, a noun in another case belongs to the previous part.
    if (tag.case !== 'obl') break;
    from = i + 1;
  }
  return { first, last, head: -1, rank: 0 };
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

/** The informativeness of a role: higher for a known noun, and for a complement. */
export function scoreRole(rank: number, first: number, last: number): number {
  const words = last - first + 1;
  return (rank === 2 ? 3 : 1.5) + (words > 1 ? 1 : 0) + (words > 2 ? 0.5 : 0);
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
    (step) => isWord(tokens[and + step]) && rankHead(tokens, and + step, lexicon) === 2,
  );
  return behind && rankHead(tokens, and - 1, lexicon) === 0;
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
