import {
  ADVERB,
  AUX,
  CONJ,
  CUE,
  DET,
  DOCUMENT,
  HE,
  hasClass,
  PERSON,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  RELATIVE,
  SHE,
  TITLE,
  VERB,
} from './lexicon.ts';
import { refineNames } from './names.ts';
import { isNameWord, isOpenNoun, readPhrase } from './noun-phrase.ts';
import type { Mention, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Maximum length of a dateline, in tokens. */
const MAX_DATELINE_TOKENS = 12;

/** The dash that ends a dateline ("NEW HARBOR, May 4 —") beginning at `i`, or -1. */
function endOfDateline(tokens: readonly Token[], i: number): number {
  const { paragraph } = tokens[i] ?? {};
  if (tokens[i - 1]?.paragraph === paragraph) return -1;
  let place = true;
  for (let k = i; k < i + MAX_DATELINE_TOKENS && tokens[k]?.paragraph === paragraph; k++) {
    const token = tokens[k];
    if (!token || (k === i && !/^\p{Lu}{3}/u.test(token.text))) return -1;
    if (/^[–—-]$/.test(token.text)) return k;
    if (token.text === ',' || token.kind === 'number') place = false;
    if (place && token.text !== token.text.toUpperCase()) return -1;
    if (token.kind === 'quote' || (token.kind === 'word' && !token.capital)) return -1;
  }
  return -1;
}

/** The possessor in a phrase as a separate mention: "Reed" in "Reed's claim that", "her" in "her promise to". */
export function readPossessor(tokens: readonly Token[], phrase: Mention): Mention | null {
  for (let i = phrase.last - 1; i >= phrase.first; i--) {
    const token = tokens[i];
    if (!token) continue;
    const pronoun = (token.classes & POSSESSIVE) !== 0;
    if (!pronoun && !token.possessive) continue;
    const { sentence } = phrase;
    const first = pronoun ? i : phrase.first;
    return {
      first,
      last: i,
      head: i,
      kind: pronoun ? 'pronoun' : token.capital ? 'name' : 'noun',
      possessive: true,
      nameFirst: pronoun || !token.capital ? i : startOfName(tokens, first, i),
      sentence,
    };
  }
  return null;
}

/** The first token of the name that ends at `last`. */
function startOfName(tokens: readonly Token[], first: number, last: number): number {
  let from = last;
  while (from > first) {
    const token = tokens[from - 1];
    if (!token?.capital || (token.classes & (TITLE | PERSON)) !== 0) break;
    from--;
  }
  return from;
}

const ARTICLE = /^(?:the|an?|that|this|no|every)$/;

/** Finds all phrases and pronouns outside quotes that could name a speaker, in text order. */
export function readMentions(tokens: readonly Token[], lexicon: Lexicon): Mention[] {
  const english = lexicon.code === 'en';
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'mark' || token.kind === 'quote') continue;
    const dateline = endOfDateline(tokens, i);
    if (dateline > i) {
      i = dateline;
      continue;
    }
    const single = { first: i, last: i, head: i, nameFirst: i, possessive: false, sentence: token.sentence };
    const named = token.capital && token.possessive && (token.classes & (HE | SHE)) === 0;
    if (token.kind === 'word' && (token.classes & PRONOUN) !== 0 && !named) {
      const next = readPhrase(tokens, i + 1, english);
      // "one voter", "others": a pronoun unless a noun follows directly.
      if ((token.classes & DET) === 0 || !next || next.sentence !== token.sentence) {
        mentions.push({ ...single, kind: 'pronoun' });
        continue;
      }
    }
    if (
      (token.classes & RELATIVE) !== 0 &&
      !token.capital &&
      (token.lower === 'who' || token.lower === 'which' || token.lower === 'that')
    ) {
      mentions.push({ ...single, kind: 'relative' });
      continue;
    }
    if ((token.classes & (DET | POSSESSIVE)) !== 0) {
      const next = tokens[i + 1];
      // "Another said", "some chanted": the determiner is used as a pronoun.
      const alone = next?.kind === 'word' && (next.classes & (CUE | PHRASE | AUX)) !== 0 && !next.capital;
      if (alone && (token.classes & DET) !== 0 && !ARTICLE.test(token.lower)) {
        mentions.push({ ...single, kind: 'pronoun' });
        continue;
      }
    }
    if (
      (token.classes & (ADVERB | CONJ | PREP | VERB | AUX | CUE | PHRASE)) !== 0 &&
      !isNameWord(token, tokens[i - 1]?.sentence !== token.sentence) &&
      !isOpenNoun(token)
    )
      continue;
    const phrase = readPhrase(tokens, i, english);
    if (!phrase) continue;
    lexicon.data.adjustMention?.(tokens, phrase, lexicon);
    mentions.push(phrase);
    const spoken = hasClass(tokens[phrase.last], DOCUMENT);
    const owner = spoken ? readPossessor(tokens, phrase) : null;
    if (owner) mentions.push(owner);
    i = Math.max(i, phrase.end);
  }
  return refineNames(tokens, mentions, lexicon);
}
