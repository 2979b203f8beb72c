import { hasClass } from '../has-class.ts';
import {
  AUX,
  BODY,
  CONJ,
  CUE,
  DET,
  DOCUMENT,
  GIVEN,
  GROUP,
  PERSON,
  PREP,
  TIME,
  TITLE,
  WORK,
} from '../lexicon.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { HONORIFIC, isWord } from './role-words.ts';

/** Put in front of a role: "former", "deputy" and the like, written as one word with it. */
const PREFIX = /^(?:ex|vice|vize|wice|eks|sub|under|co|sous|віце|екс|вице|экс|зам)-?(?=\p{L}{4})/u;

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
const INITIALS = /^(?:C[A-Z]O|CISO|[SE]?VP|M[ES]?P|M[HLN]A|MLC|TD|[KQ]C|PM|PDG|DG|D?IGP?)$/;

/**
 * Says the word at `at` what somebody is? 2: a list has it; 1: it may, as far as the tagger knows; 0: no. `beside`: it
 * stands right in front of a name, where the tagger may be wrong about a noun that it doesn't know.
 */
export function rankHead(tokens: readonly Token[], at: number, lexicon: Lexicon, beside = false): 0 | 1 | 2 {
  const token = tokens[at];
  if (!isWord(token) || HONORIFIC.test(token.lower) || token.possessive) return 0;
  if (INITIALS.test(token.text)) return 2;
  // "senior Dana Reed said": who is in the last or the third year of a school, where no noun follows.
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
