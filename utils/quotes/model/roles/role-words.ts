import { hasClass } from '../has-class.ts';
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
  type Lexicon,
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
  WORK,
} from '../lexicon.ts';
import type { Token } from '../tokens.ts';

/** Tokens that a role may have. */
export const LONGEST_ROLE = 14;

/** Say how somebody is addressed, not what they are. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|sir|lord|lady|dame|dr|prof|herr|frau|mm?|me|mme|mlle|maître|monsieur|madame|señora?|sra?|don|doña|dott|dottor|dottoressa|ing|avv|signora?|sig|dona?|pani?|mgr|inż|пані?|господин|госпожа)$/;

/** Put in front of a role: "former", "deputy" and the like, written as one word with it. */
const PREFIX = /^(?:ex|vice|vize|wice|eks|sub|under|co|sous|віце|екс|вице|экс|зам)-?(?=\p{L}{4})/u;

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

/** Nouns that end so stand for what is done or thought, not for who does it. */
const ABSTRACT =
  /(?:ción|siones|sión|[ts]ion|zione|sione|ção|são|heit|keit|ung|schaft|tät|ismus|i[sz]mo?e?|dad|tad|tà|té|dade|ness|m[ei]*ento?|ость|ість|ность|ние|ння|[ae]nce|[ae]nza|ship|age|aggio|agem)$/;

/** A noun as it may stand in the lists, by one in another case: "керівника", "ekonomistki", "dyrektorem". */
function undoCase(word: string): string[] {
  const less = word.slice(0, -1);
  return [
    less,
    word.slice(0, -2),
    `${less}a`,
    `${less}а`,
    `${less}я`,
    `${word.slice(0, -2)}ka`,
    `${word.slice(0, -2)}ца`,
  ];
}

/** Is the word a known noun for people in another case than the first? */
function isBentHead(token: Token, lexicon: Lexicon): boolean {
  if (!lexicon.data.foldName || token.tag?.pos !== 'NOUN' || token.tag.case !== 'obl') return false;
  if (hasClass(token, PERSON | TITLE) || token.tag.number === 'p' || token.text.length < 6) return false;
  return undoCase(token.lower).some((word) => (lexicon.classOf(word) & (PERSON | TITLE)) !== 0);
}

/** "за словами керівника Івана Левчука", but "брат Івана Левчука" is somebody else. */
export function agreesWithName(head: Token | undefined, name: Token | undefined, lexicon: Lexicon): boolean {
  if (!lexicon.data.foldName || !head || !name) return true;
  const bent = (lexicon.classOf(name.lower) & GIVEN) === 0 && lexicon.givenOf(name.lower) !== 0;
  return isBentHead(head, lexicon) ? bent : !bent || head.tag?.case !== 'nom';
}

/** Offices in capital letters, the same in many languages. */
const INITIALS = /^(?:C[A-Z]O|[SE]?VP|ME?P|PM|PDG|DG)$/;

/**
 * Says the word at `at` what somebody is? 2: a list has it; 1: it may, as far as the tagger knows; 0: no. `beside`: it
 * stands right in front of a name, where the tagger may be wrong about a noun that it doesn't know.
 */
export function rankHead(tokens: readonly Token[], at: number, lexicon: Lexicon, beside = false): 0 | 1 | 2 {
  const token = tokens[at];
  if (!isWord(token) || HONORIFIC.test(token.lower) || token.possessive) return 0;
  if (INITIALS.test(token.text)) return 2;
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
  if (isBentHead(token, lexicon)) return 2;
  if ((classes & (BODY | DOCUMENT | WORK | TIME | DET | PREP | CONJ | GIVEN | AUX | CUE)) !== 0 || plural)
    return 0;
  if (beside && lexicon.nounCapitals && classes === 0 && token.capital && token.text.length > 4)
    return tag && /^(?:NOUN|PROPN|DET|ADJ|X)$/.test(tag.pos) && !token.lower.endsWith('s') ? 1 : 0;
  if (ABSTRACT.test(token.lower) || token.text.length < 4) return 0;
  if (tag?.pos !== 'NOUN' || token.nominal < 0.5 || tag.case === 'obl') return 0;
  // A capital where nouns have none: a name, whatever the tagger says.
  const opens = tokens[at - 1]?.sentence !== token.sentence;
  return token.capital && !lexicon.nounCapitals && !opens ? 0 : 1;
}
