import {
  AUX,
  CLOSED,
  CONJ,
  CUE,
  DET,
  GIVEN,
  HE,
  hasClass,
  OBJECT_PRONOUN,
  OTHER_PRONOUN,
  PERSON,
  PHRASE,
  POSSESSIVE,
  PREP,
  SHE,
  TITLE,
  VERB,
} from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/**
 * Removes the capital of a noun at the start of a sentence ("Kobieta chodzi do pracy", "Подія сталася вчора") unless
 * the article also capitalises it elsewhere. Linear in the text.
 */
function lowerFirstNouns(tokens: readonly Token[], lexicon: Lexicon): void {
  // In other languages, nouns rarely begin a sentence without an article.
  if (lexicon.nounCapitals || !lexicon.tagger || !lexicon.data.foldName) return;
  const opens = (i: number): boolean => {
    const before = tokens[i - 1];
    return before?.sentence !== tokens[i]?.sentence || (i > 0 && /^[–—-]$/.test(before?.text ?? ''));
  };
  const names = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (token.kind === 'word' && token.capital && !opens(i)) names.add(lexicon.fold(token.lower));
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.capital || token.tag?.pos !== 'NOUN' || !opens(i)) continue;
    if (names.has(lexicon.fold(token.lower))) continue;
    if ((lexicon.givenOf(token.lower) & GIVEN) !== 0) continue;
    token.capital = false;
  }
}

/** "der 44-Jährige", "15-åringen": always a person of that age. */
const AGE_NOUN = /^\d{1,3}-(?:Jährige[mnrs]?|åring(?:en|ar|arna|er|erne)?s?)$/u;
/** "den 20-årige", "de 44-jarige": a person, unless a noun follows. */
const AGE_ADJECTIVE = /^\d{1,3}-(?:årige[ns]?|åriga|jarige[n]?)$/u;

/** Marks ages that are used as nouns for people. */
function markAges(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'number') continue;
    const next = tokens[i + 1];
    const isContinued =
      next?.kind === 'word' && next.sentence === token.sentence && (next.capital || next.tag?.pos === 'NOUN');
    if (!AGE_NOUN.test(token.text) && (isContinued || !AGE_ADJECTIVE.test(token.text))) continue;
    token.kind = 'word';
    token.classes = PERSON;
    token.nominal = 1;
  }
}

/**
 * Marks names in the genitive, which has an s but no apostrophe: "Hamborns Marco Ferreira", "TUCs leder".
 * In German the tagger must recognise a name, since all nouns are capitalised.
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
    const owns = lexicon.nounCapitals && hasClass(next, PERSON | TITLE);
    if (!named && !acronym && !owns) continue;
    token.possessive = true;
    token.text = token.text.slice(0, -1);
    token.lower = token.lower.slice(0, -1);
    token.classes = lexicon.classOf(token.lower) & ~CLOSED;
  }
}

/** "integrations- og udlændingeordfører": taggers rarely recognise words joined by a hyphen and a conjunction. */
function markJoints(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    const noun = tokens[i + 2];
    if (token.kind !== 'word' || !token.text.endsWith('-') || !hasClass(noun, PERSON | TITLE)) continue;
    if (noun && hasClass(tokens[i + 1], CONJ)) noun.nominal = 1;
  }
}

/** "so berichtet es die Zeugin": the subject follows its verb and object. */
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

/** Marks what word forms and positions show in Germanic languages other than English. */
function adjustGermanic(tokens: readonly Token[], lexicon: Lexicon): void {
  if (!LANGUAGES.test(lexicon.code)) return;
  markAges(tokens);
  markJoints(tokens);
  if (lexicon.code !== 'nl') markGenitives(tokens, lexicon);
  if (lexicon.code === 'de') markObjects(tokens);
}

/** Pronouns in source phrases of all languages: no form has another meaning in those of another language. */
const HIS = /^(?:його|jego|niego|seinen|seiner|ihm|lui|él|ele|dele)$/;
const HERS = /^(?:її|jej|niej|ihren|ihrer|ihr|elle|lei|ella|ela|dela)$/;

/** "Nach Angaben von Holm": the words of a source phrase are not part of the source's name. */
function closeSourcePhrases(tokens: readonly Token[], lexicon: Lexicon): void {
  const phrases = lexicon.sourcePhrases.filter((phrase) => phrase.length > 1);
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const found = phrases.find((phrase) => phrase.every((word, k) => tokens[i + k]?.lower === word));
    for (let k = 0; k < (found?.length ?? 0); k++) {
      const part = tokens[i + k];
      if (!part) break;
      part.capital = false;
      // "за його словами", "selon lui": the source is inside the phrase.
      part.classes = HIS.test(part.lower) ? HE : HERS.test(part.lower) ? SHE : PREP;
    }
  }
}

/** Classifies words by position, in languages with shorter word lists than English. */
export function adjustTokens(tokens: readonly Token[], lexicon: Lexicon): void {
  lowerFirstNouns(tokens, lexicon);
  closeSourcePhrases(tokens, lexicon);
  adjustGermanic(tokens, lexicon);
}
