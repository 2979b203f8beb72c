import {
  AUX,
  BODY,
  CLOSED,
  CONJ,
  CUE,
  DET,
  DOCUMENT,
  GIVEN,
  GROUP,
  hasClass,
  OBJECT_PRONOUN,
  PARTICLE,
  PERSON,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  TIME,
  TITLE,
} from './lexicon.ts';
import type { Mention, Token } from './token.ts';

/** English forms of address, which begin a phrase. */
const ADDRESS = /^(?:mr|mrs|ms|miss|dr)$/;

/**
 * Words below this probability of being nominal (a noun, a name or a pronoun) can't name a person. At .05 the taggers
 * reject 52 to 93 % of all other words, depending on the language, and about 1 % of nominal ones (figures in
 * tools/fit/README.md). From .08 on, correct English speakers are lost.
 */
const MIN_NOMINAL_PROBABILITY = 0.05;

/** Whether the tagger is sure that the word is not nominal. Listed nouns for people are accepted in any case. */
function isNotNominal(token: Token): boolean {
  return token.nominal < MIN_NOMINAL_PROBABILITY && (token.classes & (GIVEN | PERSON | TITLE)) === 0;
}

/** Parts of speech that occur inside noun phrases besides nouns. */
const INNER_PARTS_OF_SPEECH: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NUM', 'X']);

/** Whether the word ends a preceding noun phrase: an adverb, a verb, a preposition or a conjunction. */
function endsPhrase(token: Token): boolean {
  return token.tag !== null && !INNER_PARTS_OF_SPEECH.has(token.tag.pos) && isNotNominal(token);
}

/** Adjectives that follow their noun. */
export const BEHIND = /^(?:familiar|close|aware|inside|present|loyal|sympathetic|opposed|involved)$/;
export const SPEAKING_NOUN = PERSON | DOCUMENT | BODY;

/** Whether a word can be part of a name. */
export function isNameWord(token: Token | undefined, opensSentence: boolean): boolean {
  if (token?.kind !== 'word' || !token.capital) return false;
  if ((token.classes & (PRONOUN | OBJECT_PRONOUN | TIME)) !== 0) return false;
  if (opensSentence && (token.classes & CLOSED) !== 0 && (token.classes & GIVEN) === 0) return false;
  if (opensSentence && isNotNominal(token)) return false;
  return true;
}

/** Participles before a role. */
const ATTRIBUTE =
  /^(?:ranking|leading|founding|managing|sitting|organizing|organising|presiding|outgoing|incoming)$/;

/** Whether a word can be a noun according to the word lists. */
export function isOpenNoun(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if ((token.classes & SPEAKING_NOUN) !== 0 && (token.classes & (CUE | PHRASE | AUX | PREP | DET)) === 0)
    return true;
  return (token.classes & CLOSED) === 0 && (ATTRIBUTE.test(token.lower) || !endsPhrase(token));
}

/** Whether an unlisted word looks like a verb form. */
function looksVerbal(token: Token): boolean {
  return (
    !ATTRIBUTE.test(token.lower) &&
    !token.capital &&
    token.classes === 0 &&
    /(?:ed|ing)$/.test(token.lower) &&
    token.lower.length > 4
  );
}

const namesNobody = (token: Token | undefined): boolean => token?.kind === 'word' && isNotNominal(token);

/** Maximum number of tokens read of a phrase; bounds the time in very long sentences. */
const MAX_PHRASE_TOKENS = 60;

/**
 * Reads the noun phrase that starts at `i`, or null.
 *
 * @param compounds whether nouns may follow names ("the Smith campaign")
 */
export function readPhrase(
  tokens: readonly Token[],
  i: number,
  compounds: boolean,
): (Mention & { end: number }) | null {
  const start = tokens[i];
  if (!start || start.kind === 'quote' || start.kind === 'mark') return null;
  const sentence = start.sentence;
  const opensSentence = tokens[i - 1]?.sentence !== sentence;
  const limit = Math.min(tokens.length, i + MAX_PHRASE_TOKENS);
  let j = i;
  let determined = false;
  for (; j < limit; j++) {
    const token = tokens[j];
    if (!token || token.sentence !== sentence) break;
    const counts = token.kind === 'number' || (token.classes & (DET | POSSESSIVE)) !== 0;
    if (!counts || (token.capital && j > i)) break;
    determined = true;
  }
  const bodyStart = j;
  let head = -1;
  let lastName = -9;
  let nameFirst = -1;
  let behind = 0;
  for (; j < limit; j++) {
    const token = tokens[j];
    if (!token || token.sentence !== sentence || token.paragraph !== start.paragraph) break;
    // "Army 1st Lt. Reed", "the 2016 nominee": numbers inside a phrase.
    if (
      token.kind === 'number' &&
      j > bodyStart &&
      (determined || /\D$/.test(token.text)) &&
      isOpenNoun(tokens[j + 1])
    ) {
      if (lastName === j - 1) lastName = j;
      continue;
    }
    // "Mara Lindqvist (@mara) May 4": a date after a bracket begins a new phrase.
    const gap = token.start - (tokens[j - 1]?.end ?? token.start);
    if (j > i && gap > 3 && tokens[j + 1]?.kind === 'number') break;
    // "his letter Mrs Lindqvist": a form of address begins a new phrase.
    const noun = j > bodyStart && !tokens[j - 1]?.capital && !hasClass(tokens[j - 1], PERSON | TITLE);
    if (compounds && noun && token.capital && ADDRESS.test(token.lower)) break;
    if (isNameWord(token, opensSentence && j === i)) {
      // Titles and professions before a name are not part of it.
      const before = tokens[j - 1];
      // "Dana Reed van de Vrije Universiteit Amsterdam": an organisation after a given name begins no name.
      const isContinued = hasClass(before, GROUP) && nameFirst < j - 1 && hasClass(tokens[nameFirst], GIVEN);
      const titled =
        before && !isContinued && ((before.classes & TITLE) !== 0 || (before.classes & PERSON) !== 0);
      // "CEO", "NATO", "МЗС" before a lower-case word is an organisation or a role.
      const acronym =
        before &&
        /^(?:\p{Lu}{3,}|\p{Script=Cyrillic}{2})$/u.test(before.text) &&
        before.text === before.text.toUpperCase() &&
        token.text !== token.text.toUpperCase();
      if (lastName !== j - 1 || before?.possessive || titled || acronym) nameFirst = j;
      lastName = j;
      head = j;
      continue;
    }
    // "Wirtschafts- und Finanzminister", "integrations- og udlændingeordfører": one noun.
    if ((token.classes & CONJ) !== 0 && tokens[j - 1]?.text.endsWith('-') && j > bodyStart) {
      if (isOpenNoun(tokens[j + 1]) || isNameWord(tokens[j + 1], false)) continue;
    }
    if ((token.classes & PARTICLE) !== 0 && lastName === j - 1) {
      let k = j;
      while (k < limit && hasClass(tokens[k], PARTICLE)) k++;
      if (isNameWord(tokens[k], false)) {
        lastName = k - 1;
        j = k - 1;
        continue;
      }
    }
    if (!isOpenNoun(token)) break;
    // "a clerk familiar with the plans"
    if (j > bodyStart && BEHIND.test(token.lower) && hasClass(tokens[j + 1], PREP)) {
      behind = 1;
      break;
    }
    const afterName = lastName === j - 1 && !tokens[j - 1]?.possessive && !(determined && compounds);
    // A phrase continues after a name only with a noun that can speak ("Smith campaign") or a noun before another name
    // ("Smith ally Reed").
    const between = token.classes === 0 && isNameWord(tokens[j + 1], false) && !looksVerbal(token);
    // A title that is not a noun for people continues only to its noun ("the Harbor state senator").
    const leads = (token.classes & TITLE) !== 0 && isOpenNoun(tokens[j + 1]);
    if (afterName && (token.classes & SPEAKING_NOUN) === 0 && !leads && !between) break;
    if (looksVerbal(token)) {
      const bare = !determined && (token.lower.endsWith('ing') || !isOpenNoun(tokens[j + 1]));
      if (j > bodyStart || bare) break;
    }
    head = j;
  }
  if (head < 0) return null;
  const last = j - 1;
  // "the gambling tycoon wants": the last word that can speak is the head, unless a verb follows.
  let chosen = last;
  const verbal = hasClass(tokens[j], CUE | AUX) && tokens[j]?.sentence === sentence;
  if (lastName !== last && !verbal) {
    for (let k = last; k >= bodyStart; k--) {
      // "his former partner": a title followed by a noun is an attribute.
      if (((tokens[k]?.classes ?? 0) & (k === last ? SPEAKING_NOUN | TITLE : SPEAKING_NOUN)) !== 0) {
        chosen = k;
        break;
      }
    }
  }
  // "relativ schnell": adjectives alone name nobody.
  while (lastName < bodyStart && namesNobody(tokens[chosen])) {
    chosen--;
    if (chosen < bodyStart) return null;
  }
  const headToken = tokens[chosen];
  if (!headToken) return null;
  // "the President", "Press Secretary": titles alone are a role, not a name.
  let named = lastName === chosen;
  if (named && (headToken.classes & TITLE) !== 0) {
    let k = chosen;
    while (k >= bodyStart && hasClass(tokens[k], TITLE)) k--;
    named = k >= bodyStart && !determined;
    // "Harbor State Solicitor": an office, not a person's name.
    const office = compounds && hasClass(headToken, PERSON) && !hasClass(tokens[nameFirst], GIVEN);
    if (office) named = false;
  }
  // "Channel 4 said": a number before the verb belongs to the name.
  const numbered =
    named && chosen === last && tokens[j]?.kind === 'number' && tokens[j]?.sentence === sentence
      ? hasClass(tokens[j + 1], CUE | AUX) && /^\d{1,3}$/.test(tokens[j]?.text ?? '')
      : false;
  return {
    end: last + (numbered ? 1 : behind),
    first: i,
    last: numbered ? last + 1 : chosen,
    head: chosen,
    kind: named ? 'name' : 'noun',
    possessive: headToken.possessive,
    nameFirst: named ? nameFirst : chosen,
    sentence,
  };
}
