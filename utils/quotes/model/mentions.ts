import {
  ADVERB,
  AUX,
  CONJ,
  CUE_VERB,
  DET,
  DOCUMENT_NOUN,
  HE_PRONOUN,
  hasClass,
  OTHER_VERB,
  PERSON_NOUN,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  PRONOUN,
  RELATIVE,
  SHE_PRONOUN,
  TITLE,
} from './lexicon.ts';
import { refineNames } from './names.ts';
import { canBeNoun, isNameWord, parseNounPhrase } from './noun-phrase.ts';
import type { Mention, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Maximum length of a dateline, in tokens. */
const MAX_DATELINE_TOKENS = 12;

/** The dash that ends a dateline ("NEW HARBOR, May 4 —") beginning at `i`, or -1. */
function findDatelineEnd(tokens: readonly Token[], i: number): number {
  const { paragraph } = tokens[i] ?? {};
  if (tokens[i - 1]?.paragraph === paragraph) return -1;
  let mayBePlace = true;
  for (let k = i; k < i + MAX_DATELINE_TOKENS && tokens[k]?.paragraph === paragraph; k++) {
    const token = tokens[k];
    if (!token || (k === i && !/^\p{Lu}{3}/u.test(token.text))) return -1;
    if (/^[–—-]$/.test(token.text)) return k;
    if (token.text === ',' || token.kind === 'number') mayBePlace = false;
    if (mayBePlace && token.text !== token.text.toUpperCase()) return -1;
    if (token.kind === 'quote' || (token.kind === 'word' && !token.isCapitalised)) return -1;
  }
  return -1;
}

/** The possessor in a phrase as a separate mention: "Reed" in "Reed's claim that", "her" in "her promise to". */
export function findPossessor(tokens: readonly Token[], phrase: Mention): Mention | null {
  for (let i = phrase.last - 1; i >= phrase.first; i--) {
    const token = tokens[i];
    if (!token) continue;
    const isPronoun = (token.classes & POSSESSIVE) !== 0;
    if (!isPronoun && !token.isPossessive) continue;
    const { sentence } = phrase;
    const first = isPronoun ? i : phrase.first;
    return {
      first,
      last: i,
      head: i,
      kind: isPronoun ? 'pronoun' : token.isCapitalised ? 'name' : 'noun',
      isPossessive: true,
      nameFirst: isPronoun || !token.isCapitalised ? i : findNameStart(tokens, first, i),
      sentence,
    };
  }
  return null;
}

/** Returns the first token of the name that ends at `last`. */
function findNameStart(tokens: readonly Token[], first: number, last: number): number {
  let from = last;
  while (from > first) {
    const token = tokens[from - 1];
    if (!token?.isCapitalised || (token.classes & (TITLE | PERSON_NOUN)) !== 0) break;
    from--;
  }
  return from;
}

const NON_PRONOMINAL_DETERMINER = /^(?:the|an?|that|this|no|every)$/;

/** Finds all phrases and pronouns outside quotes that could name a speaker, in text order. */
export function findMentions(tokens: readonly Token[], lexicon: Lexicon): Mention[] {
  const isEnglish = lexicon.code === 'en';
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'mark' || token.kind === 'quote') continue;
    const dateline = findDatelineEnd(tokens, i);
    if (dateline > i) {
      i = dateline;
      continue;
    }
    const singleToken = {
      first: i,
      last: i,
      head: i,
      nameFirst: i,
      isPossessive: false,
      sentence: token.sentence,
    };
    const isName =
      token.isCapitalised && token.isPossessive && (token.classes & (HE_PRONOUN | SHE_PRONOUN)) === 0;
    if (token.kind === 'word' && (token.classes & PRONOUN) !== 0 && !isName) {
      const next = parseNounPhrase(tokens, i + 1, isEnglish);
      // "one voter", "others": a pronoun unless a noun follows directly.
      if ((token.classes & DET) === 0 || !next || next.sentence !== token.sentence) {
        mentions.push({ ...singleToken, kind: 'pronoun' });
        continue;
      }
    }
    if (
      (token.classes & RELATIVE) !== 0 &&
      !token.isCapitalised &&
      (token.lower === 'who' || token.lower === 'which' || token.lower === 'that')
    ) {
      mentions.push({ ...singleToken, kind: 'relative' });
      continue;
    }
    if ((token.classes & (DET | POSSESSIVE)) !== 0) {
      const next = tokens[i + 1];
      // "Another said", "some chanted": the determiner is used as a pronoun.
      const isAlone =
        next?.kind === 'word' && (next.classes & (CUE_VERB | PHRASE_VERB | AUX)) !== 0 && !next.isCapitalised;
      if (isAlone && (token.classes & DET) !== 0 && !NON_PRONOMINAL_DETERMINER.test(token.lower)) {
        mentions.push({ ...singleToken, kind: 'pronoun' });
        continue;
      }
    }
    if (
      (token.classes & (ADVERB | CONJ | PREP | OTHER_VERB | AUX | CUE_VERB | PHRASE_VERB)) !== 0 &&
      !isNameWord(token, tokens[i - 1]?.sentence !== token.sentence) &&
      !canBeNoun(token)
    )
      continue;
    const phrase = parseNounPhrase(tokens, i, isEnglish);
    if (!phrase) continue;
    lexicon.data.adjustMention?.(tokens, phrase, lexicon);
    mentions.push(phrase);
    const isDocument = hasClass(tokens[phrase.last], DOCUMENT_NOUN);
    const possessor = isDocument ? findPossessor(tokens, phrase) : null;
    if (possessor) mentions.push(possessor);
    i = Math.max(i, phrase.consumedTo);
  }
  return refineNames(tokens, mentions, lexicon);
}
