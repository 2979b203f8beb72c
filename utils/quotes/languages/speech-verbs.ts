import { hasClass } from '../model/has-class.ts';
import {
  ADVERB,
  AUX,
  CUE,
  DET,
  GIVEN,
  HE,
  OBJECT_PRONOUN,
  PERSON,
  POSSESSIVE,
  PREP,
  PRONOUN,
  SHE,
  THOUGHT,
  TIME,
  TITLE,
  VERB,
} from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';
import { lowerFirstNouns } from './first-words.ts';
import { adjustGermanic } from './germanic-words.ts';
import { namesPeople } from './plural-people.ts';

/** Pronouns in source phrases, of all languages at once: none means something else in another one's phrases. */
const HIS = /^(?:його|jego|niego|seinen|seiner|ihm|lui|él|ele|dele)$/;
const HERS = /^(?:її|jej|niej|ihren|ihrer|ihr|elle|lei|ella|ela|dela)$/;

/** "Nach Angaben von Holm": the words of a source phrase are no part of the source's name. */
function closeSourcePhrases(tokens: readonly Token[], lexicon: Lexicon): void {
  const phrases = lexicon.sourcePhrases.filter((phrase) => phrase.length > 1);
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const found = phrases.find((phrase) => phrase.every((word, k) => tokens[i + k]?.lower === word));
    for (let k = 0; k < (found?.length ?? 0); k++) {
      const part = tokens[i + k];
      if (!part) break;
      part.capital = false;
      // "за його словами", "selon lui": the source stands inside.
      const bits = HIS.test(part.lower) ? HE : HERS.test(part.lower) ? SHE : PREP;
      part.classes = bits;
    }
  }
}

/** "a fait savoir", "ha tenuto a precisare": several words report together, and the last is the verb of speech. */
function joinCuePhrases(tokens: readonly Token[], lexicon: Lexicon): void {
  for (const phrase of lexicon.cuePhrases) {
    const [first = ''] = phrase;
    for (const [i, token] of tokens.entries()) {
      if (token.lower !== first || !phrase.every((word, k) => tokens[i + k]?.lower === word)) continue;
      for (let k = 0; k < phrase.length; k++) {
        const part = tokens[i + k];
        if (part && part.sentence === token.sentence) part.classes = k === phrase.length - 1 ? CUE : AUX;
      }
    }
  }
}

/**
 * «…», зізналася Ткач: between a quote and a name in the plainest place stands a verb of speech, known or not. No list
 * holds all of them.
 */
function findSpeechVerbs(tokens: readonly Token[]): void {
  for (const [i, quote] of tokens.entries()) {
    if (quote.kind !== 'quote') continue;
    let k = i + 1;
    while (k < i + 3 && /^[,–—-]$/.test(tokens[k]?.text ?? '')) k++;
    // — … — queixa-se Seixas: a speech dash has paused already, and a pronoun joined to a word makes it a verb.
    const joined = hasClass(tokens[k + 1], OBJECT_PRONOUN) && tokens[k + 1]?.start === tokens[k]?.end;
    if (k === i + 1 && !joined) continue;
    while (hasClass(tokens[k], AUX | OBJECT_PRONOUN)) k++;
    const verb = tokens[k];
    let next = tokens[k + 1];
    if (next && (next.classes & OBJECT_PRONOUN) !== 0) next = tokens[k + 2];
    if (verb?.kind !== 'word' || verb.classes !== 0 || verb.capital || verb.sentence !== quote.sentence)
      continue;
    if (next?.kind !== 'word' || next.sentence !== quote.sentence) continue;
    if (next.capital || (next.classes & (PRONOUN | TITLE | PERSON | DET | POSSESSIVE)) !== 0)
      verb.classes = CUE;
  }
}

/** "se trouvaient", "si crede": a verb of thinking that is turned on its subject reports nothing. */
function unmarkReflexives(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    if (!hasClass(token, THOUGHT) || !/^(?:se?|si)$/.test(tokens[i - 1]?.lower ?? '')) continue;
    if (tokens[i - 1]?.sentence === token.sentence) token.classes = VERB;
  }
}

/** "мешканці", "lekarze": the plural of a noun for people is one, too. */
function markPeople(tokens: readonly Token[], lexicon: Lexicon): void {
  for (const token of tokens) {
    if (token.classes === 0 && !token.capital && namesPeople(token.lower, lexicon)) token.classes = PERSON;
  }
}

/** "Dorota Niedziela", "Paul Samedi": behind a given name a day or a month is a surname. */
function markSurnames(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    const given = tokens[i - 1];
    if (!token.capital || !hasClass(token, TIME) || !given?.capital || !hasClass(given, GIVEN)) continue;
    if (given.sentence === token.sentence) token.classes &= ~(TIME | ADVERB);
  }
}

/** What position tells of words, in languages whose lists are shorter than the English ones. */
export function adjustTokens(tokens: readonly Token[], lexicon: Lexicon): void {
  lowerFirstNouns(tokens, lexicon);
  if (!lexicon.nounCapitals) markSurnames(tokens);
  closeSourcePhrases(tokens, lexicon);
  adjustGermanic(tokens, lexicon);
  joinCuePhrases(tokens, lexicon);
  unmarkReflexives(tokens);
  findSpeechVerbs(tokens);
  // Only where nouns have cases is the plural no form that the lists have.
  if (lexicon.data.foldName) markPeople(tokens, lexicon);
}
