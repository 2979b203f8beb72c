import { hasClass } from '../model/has-class.ts';
import {
  AUX,
  CLOSED,
  CONJ,
  CUE,
  DET,
  GIVEN,
  OBJECT_PRONOUN,
  OTHER_PRONOUN,
  PERSON,
  PHRASE,
  POSSESSIVE,
  TITLE,
  VERB,
} from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/** "der 44-Jährige", "15-åringen": always somebody of that age. */
const BEARER = /^\d{1,3}-(?:Jährige[mnrs]?|åring(?:en|ar|arna|er|erne)?s?)$/u;
/** "den 20-årige", "de 44-jarige": somebody, unless the noun follows. */
const AGED = /^\d{1,3}-(?:årige[ns]?|åriga|jarige[n]?)$/u;

/** Words between a name in the genitive and the noun it belongs to: "Liberal Alliances politiske leder". */
const OWNED = 4;

/** An age stands for its bearer. */
function markAges(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'number') continue;
    const next = tokens[i + 1];
    const goesOn =
      next?.kind === 'word' && next.sentence === token.sentence && (next.capital || next.tag?.pos === 'NOUN');
    if (!BEARER.test(token.text) && (goesOn || !AGED.test(token.text))) continue;
    token.kind = 'word';
    token.classes = PERSON;
    token.nominal = 1;
  }
}

/** Does a noun phrase for somebody, in small letters, begin at `from`? */
function opensRole(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence;
  for (let k = from; k < from + OWNED; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.sentence !== sentence) return false;
    if (hasClass(token, PERSON | TITLE)) return true;
    if (token.capital) return false;
    // "integrations- og udlændingeordfører"
    if (tokens[k - 1]?.text.endsWith('-')) continue;
    if (hasClass(token, CLOSED) || token.tag?.form === 'fin') return false;
  }
  return false;
}

/**
 * "Hamborns Marco Ferreira", "Liberal Alliances leder": a name in the genitive has an s and no apostrophe. In German
 * the tagger must see a name, since any noun has a capital.
 */
function markGenitives(tokens: readonly Token[], lexicon: Lexicon): void {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.kind !== 'word' || !token.capital || token.possessive || token.text.length < 3) continue;
    if (!/[^s]s$/.test(token.lower) || next?.kind !== 'word' || next.sentence !== token.sentence) continue;
    if (hasClass(token, GIVEN | PERSON | TITLE | CLOSED)) continue;
    if (lexicon.nounCapitals && token.tag?.pos !== 'PROPN') continue;
    const named = next.capital && hasClass(next, GIVEN) && !hasClass(tokens[i - 1], GIVEN);
    const acronym = /^\p{Lu}{2,}s$/u.test(token.text) && !hasClass(next, CUE | PHRASE | AUX | VERB);
    const owns = lexicon.nounCapitals ? hasClass(next, PERSON | TITLE) : opensRole(tokens, i + 1);
    if (!named && !acronym && !owns) continue;
    token.possessive = true;
    token.text = token.text.slice(0, -1);
    token.lower = token.lower.slice(0, -1);
    token.classes = lexicon.classOf(token.lower) & ~CLOSED;
  }
}

/** "integrations- og udlændingeordfører": taggers know few words behind a hyphen and its conjunction. */
function markJoints(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    const noun = tokens[i + 2];
    if (token.kind !== 'word' || !token.text.endsWith('-') || !hasClass(noun, PERSON | TITLE)) continue;
    if (!noun || !hasClass(tokens[i + 1], CONJ)) continue;
    noun.nominal = 1;
    if (noun.tag?.pos !== 'PROPN' && noun.tag) noun.tag = { ...noun.tag, pos: 'NOUN', form: '' };
  }
}

/** "so berichtet es die Zeugin": the subject of the verb stands behind its object. */
function markObjects(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.lower !== 'es' || (token.classes & OTHER_PRONOUN) === 0 || !hasClass(tokens[i - 1], CUE))
      continue;
    const next = tokens[i + 1];
    if (next?.kind === 'word' && (next.capital || hasClass(next, DET | POSSESSIVE)))
      token.classes = OBJECT_PRONOUN;
  }
}

const LANGUAGES = /^(?:de|nl|sv|da|no)$/;

/** What Germanic languages besides English tell by the form of a word and its place. */
export function adjustGermanic(tokens: readonly Token[], lexicon: Lexicon): void {
  if (!LANGUAGES.test(lexicon.code)) return;
  markAges(tokens);
  markJoints(tokens);
  if (lexicon.code !== 'nl') markGenitives(tokens, lexicon);
  if (lexicon.code === 'de') markObjects(tokens);
}
