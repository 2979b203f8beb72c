import {
  AUX,
  CLOSED_CLASS,
  CONJ,
  CUE_VERB,
  DET,
  DOCUMENT_NOUN,
  GIVEN_NAME,
  GROUP_NOUN,
  hasClass,
  NAME_PARTICLE,
  OBJECT_PRONOUN,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  PRONOUN,
  TIME_NAME,
  TITLE,
} from './lexicon.ts';
import type { ParsedMention, Token } from './token.ts';

/** English forms of address, which begin a phrase. */
const FORM_OF_ADDRESS = /^(?:mr|mrs|ms|miss|dr)$/;

/**
 * Words below this probability of being nominal (a noun, a name or a pronoun) can't name a person. At .05 the taggers
 * reject 52 to 93 % of all other words, depending on the language, and about 1 % of nominal ones (figures in
 * tools/fit/README.md). From .08 on, correct English speakers are lost.
 */
const MIN_NOMINAL_PROBABILITY = 0.05;

/** Whether the word is certainly not nominal according to the tagger. Listed nouns for people are accepted in any case. */
function isNotNominal(token: Token): boolean {
  return (
    token.nominal < MIN_NOMINAL_PROBABILITY && (token.classes & (GIVEN_NAME | PERSON_NOUN | TITLE)) === 0
  );
}

/** Parts of speech that occur inside noun phrases besides nouns. */
const INNER_PARTS_OF_SPEECH: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NUM', 'X']);

/** Whether the word ends a preceding noun phrase: an adverb, a verb, a preposition or a conjunction. */
function endsNounPhrase(token: Token): boolean {
  return token.tag !== null && !INNER_PARTS_OF_SPEECH.has(token.tag.pos) && isNotNominal(token);
}

/** Adjectives that follow their noun. */
export const POSTNOMINAL_ADJECTIVE =
  /^(?:familiar|close|aware|inside|present|loyal|sympathetic|opposed|involved)$/;
export const SPEAKING_NOUN = PERSON_NOUN | DOCUMENT_NOUN | ORGANISATION_NOUN;

/** Whether a word can be part of a name. */
export function isNameWord(token: Token | undefined, opensSentence: boolean): boolean {
  if (token?.kind !== 'word' || !token.isCapitalised) return false;
  if ((token.classes & (PRONOUN | OBJECT_PRONOUN | TIME_NAME)) !== 0) return false;
  if (opensSentence && (token.classes & CLOSED_CLASS) !== 0 && (token.classes & GIVEN_NAME) === 0)
    return false;
  if (opensSentence && isNotNominal(token)) return false;
  return true;
}

/** Participles before a role. */
const ATTRIBUTIVE_PARTICIPLE =
  /^(?:ranking|leading|founding|managing|sitting|organizing|organising|presiding|outgoing|incoming)$/;

/** Whether a word can be a noun according to the word lists. */
export function canBeNoun(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (
    (token.classes & SPEAKING_NOUN) !== 0 &&
    (token.classes & (CUE_VERB | PHRASE_VERB | AUX | PREP | DET)) === 0
  )
    return true;
  return (
    (token.classes & CLOSED_CLASS) === 0 &&
    (ATTRIBUTIVE_PARTICIPLE.test(token.lower) || !endsNounPhrase(token))
  );
}

/** Whether an unlisted word looks like a verb form. */
function looksLikeVerb(token: Token): boolean {
  return (
    !ATTRIBUTIVE_PARTICIPLE.test(token.lower) &&
    !token.isCapitalised &&
    token.classes === 0 &&
    /(?:ed|ing)$/.test(token.lower) &&
    token.lower.length > 4
  );
}

const isNonNominalWord = (token: Token | undefined): boolean => token?.kind === 'word' && isNotNominal(token);

/** Maximum number of tokens in a phrase, to bound the time in very long sentences. */
const MAX_PHRASE_TOKENS = 60;

/**
 * Reads the noun phrase that starts at `i`, or null.
 *
 * @param allowsCompounds whether nouns may follow names ("the Smith campaign")
 */
export function parseNounPhrase(
  tokens: readonly Token[],
  i: number,
  allowsCompounds: boolean,
): ParsedMention | null {
  const start = tokens[i];
  if (!start || start.kind === 'quote' || start.kind === 'mark') return null;
  const sentence = start.sentence;
  const opensSentence = tokens[i - 1]?.sentence !== sentence;
  const limit = Math.min(tokens.length, i + MAX_PHRASE_TOKENS);
  let index = i;
  let isDetermined = false;
  for (; index < limit; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) break;
    const isDeterminer = token.kind === 'number' || (token.classes & (DET | POSSESSIVE)) !== 0;
    if (!isDeterminer || (token.isCapitalised && index > i)) break;
    isDetermined = true;
  }
  const nominalStart = index;
  let head = -1;
  let lastName = -9;
  let nameFirst = -1;
  let trailingTokens = 0;
  for (; index < limit; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence || token.paragraph !== start.paragraph) break;
    // "Army 1st Lt. Reed", "the 2016 nominee": numbers inside a phrase.
    if (
      token.kind === 'number' &&
      index > nominalStart &&
      (isDetermined || /\D$/.test(token.text)) &&
      canBeNoun(tokens[index + 1])
    ) {
      if (lastName === index - 1) lastName = index;
      continue;
    }
    // "Mara Lindqvist (@mara) May 4": a date after a bracket begins a new phrase.
    const gap = token.start - (tokens[index - 1]?.end ?? token.start);
    if (index > i && gap > 3 && tokens[index + 1]?.kind === 'number') break;
    // "his letter Mrs Lindqvist": a form of address begins a new phrase.
    const isAfterNoun =
      index > nominalStart &&
      !tokens[index - 1]?.isCapitalised &&
      !hasClass(tokens[index - 1], PERSON_NOUN | TITLE);
    if (allowsCompounds && isAfterNoun && token.isCapitalised && FORM_OF_ADDRESS.test(token.lower)) break;
    if (isNameWord(token, opensSentence && index === i)) {
      // Titles and professions before a name are not part of it.
      const before = tokens[index - 1];
      // "Dana Reed van de Vrije Universiteit Amsterdam": an organisation after a given name begins no name.
      const isContinued =
        hasClass(before, GROUP_NOUN) && nameFirst < index - 1 && hasClass(tokens[nameFirst], GIVEN_NAME);
      const isAfterTitle =
        before && !isContinued && ((before.classes & TITLE) !== 0 || (before.classes & PERSON_NOUN) !== 0);
      // "CEO", "NATO", "МЗС" before a lower-case word is an organisation or a role.
      const isAfterAcronym =
        before &&
        /^(?:\p{Lu}{3,}|\p{Script=Cyrillic}{2})$/u.test(before.text) &&
        before.text === before.text.toUpperCase() &&
        token.text !== token.text.toUpperCase();
      if (lastName !== index - 1 || before?.isPossessive || isAfterTitle || isAfterAcronym) nameFirst = index;
      lastName = index;
      head = index;
      continue;
    }
    // "Wirtschafts- und Finanzminister", "integrations- og udlændingeordfører": one noun.
    if ((token.classes & CONJ) !== 0 && tokens[index - 1]?.text.endsWith('-') && index > nominalStart) {
      if (canBeNoun(tokens[index + 1]) || isNameWord(tokens[index + 1], false)) continue;
    }
    if ((token.classes & NAME_PARTICLE) !== 0 && lastName === index - 1) {
      let k = index;
      while (k < limit && hasClass(tokens[k], NAME_PARTICLE)) k++;
      if (isNameWord(tokens[k], false)) {
        lastName = k - 1;
        index = k - 1;
        continue;
      }
    }
    if (!canBeNoun(token)) break;
    // "a clerk familiar with the plans"
    if (
      index > nominalStart &&
      POSTNOMINAL_ADJECTIVE.test(token.lower) &&
      hasClass(tokens[index + 1], PREP)
    ) {
      trailingTokens = 1;
      break;
    }
    const afterName =
      lastName === index - 1 && !tokens[index - 1]?.isPossessive && !(isDetermined && allowsCompounds);
    // A phrase continues after a name only with a noun that can speak ("Smith campaign") or a noun before another name
    // ("Smith ally Reed").
    const isBetweenNames =
      token.classes === 0 && isNameWord(tokens[index + 1], false) && !looksLikeVerb(token);
    // A title that is not a noun for people continues only to its noun ("the Harbor state senator").
    const precedesNoun = (token.classes & TITLE) !== 0 && canBeNoun(tokens[index + 1]);
    if (afterName && (token.classes & SPEAKING_NOUN) === 0 && !precedesNoun && !isBetweenNames) break;
    if (looksLikeVerb(token)) {
      const isBare = !isDetermined && (token.lower.endsWith('ing') || !canBeNoun(tokens[index + 1]));
      if (index > nominalStart || isBare) break;
    }
    head = index;
  }
  if (head < 0) return null;
  const last = index - 1;
  // "the gambling tycoon wants": the last word that can speak is the head, unless a verb follows.
  let headIndex = last;
  const isBeforeVerb = hasClass(tokens[index], CUE_VERB | AUX) && tokens[index]?.sentence === sentence;
  if (lastName !== last && !isBeforeVerb) {
    for (let k = last; k >= nominalStart; k--) {
      // "his former partner": a title followed by a noun is an attribute.
      if (((tokens[k]?.classes ?? 0) & (k === last ? SPEAKING_NOUN | TITLE : SPEAKING_NOUN)) !== 0) {
        headIndex = k;
        break;
      }
    }
  }
  // "relativ schnell": adjectives alone name nobody.
  while (lastName < nominalStart && isNonNominalWord(tokens[headIndex])) {
    headIndex--;
    if (headIndex < nominalStart) return null;
  }
  const headToken = tokens[headIndex];
  if (!headToken) return null;
  // "the President", "Press Secretary": titles alone are a role, not a name.
  let isName = lastName === headIndex;
  if (isName && (headToken.classes & TITLE) !== 0) {
    let k = headIndex;
    while (k >= nominalStart && hasClass(tokens[k], TITLE)) k--;
    isName = k >= nominalStart && !isDetermined;
    // "Harbor State Solicitor": an office, not a person's name.
    const isOffice =
      allowsCompounds && hasClass(headToken, PERSON_NOUN) && !hasClass(tokens[nameFirst], GIVEN_NAME);
    if (isOffice) isName = false;
  }
  // "Channel 4 said": a number before the verb belongs to the name.
  const endsInNumber =
    isName && headIndex === last && tokens[index]?.kind === 'number' && tokens[index]?.sentence === sentence
      ? hasClass(tokens[index + 1], CUE_VERB | AUX) && /^\d{1,3}$/.test(tokens[index]?.text ?? '')
      : false;
  return {
    consumedTo: last + (endsInNumber ? 1 : trailingTokens),
    first: i,
    last: endsInNumber ? last + 1 : headIndex,
    head: headIndex,
    kind: isName ? 'name' : 'noun',
    isPossessive: headToken.isPossessive,
    nameFirst: isName ? nameFirst : headIndex,
    sentence,
  };
}
