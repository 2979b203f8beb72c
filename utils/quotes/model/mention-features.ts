import {
  ADVERB,
  AUX,
  COMPLEMENTISER,
  CUE_VERB,
  DOCUMENT_NOUN,
  GROUP_NOUN,
  HE_PRONOUN,
  ORGANISATION_NOUN,
  OTHER_VERB,
  PERSON_NOUN,
  PHRASE_VERB,
  PREP,
  RELATIVE,
  SHE_PRONOUN,
  THEY_PRONOUN,
  TITLE,
} from './lexicon.ts';
import { getPrecedingContext, SUBJECT_LINKS } from './subject-link.ts';
import type { Mention, Token } from './token.ts';
import type { MentionFeatures, TokenCounts } from './types.ts';

/** Names are ordered so that neighbours are similar and one split of a tree separates kinds. */

/** Kinds of mentions. */
export const MENTION_KINDS = [
  'noun-s',
  'name-s',
  'his',
  'noun',
  'it',
  'that',
  'which',
  'who',
  'document',
  'group',
  'body',
  'the-name',
  'name',
  'person',
  'he',
  'they',
  'i',
  'we',
  'one',
];
/** Contexts before a mention. */
export const PRECEDING_CONTEXTS = [
  'of',
  'prep',
  'conj-prep',
  'by',
  'verb',
  'cue',
  'word',
  'pronoun',
  'adverb',
  'relative',
  'that',
  'conj',
  'and',
  'mark',
  'comma',
  'quote',
  'start',
];
/** Contexts after a mention. */
export const FOLLOWING_CONTEXTS = [
  'of',
  'prep',
  'word',
  'mark',
  'end',
  'comma',
  'relative',
  'quote',
  'colon',
  'phrase',
  'verb',
  'be',
  'cue',
];
/** Distances from a quote: in sentences; `p` a paragraph further, `pp` more. */
export const QUOTE_DISTANCES = [
  'next3pp',
  'next2pp',
  'next2p',
  'next2',
  'next1pp',
  'next1p',
  'next1',
  'prev3pp',
  'prev2pp',
  'prev1pp',
  'prev3p',
  'prev3',
  'prev2p',
  'prev2',
  'prev1p',
  'prev1',
  'before',
  'after',
];
/** Contexts of a quote, on the side of its cue. */
export const QUOTE_CONTEXTS = [
  'none',
  'mark',
  'prep',
  'det',
  'word',
  'verb',
  'be',
  'comp',
  'cue',
  'that',
  'comma',
  'colon',
  'quote',
];

/** Numbers the names of a list from 1; 0 for any other name. */
function numberValues(names: readonly string[]): (name: string) => number {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  return (name) => numbers.get(name) ?? 0;
}

const kindNumber = numberValues(MENTION_KINDS);
const precedingContextNumber = numberValues(PRECEDING_CONTEXTS);
const followingContextNumber = numberValues(FOLLOWING_CONTEXTS);
export const linkNumber = numberValues(SUBJECT_LINKS);
export const distanceNumber = numberValues(QUOTE_DISTANCES);
export const quoteContextNumber = numberValues(QUOTE_CONTEXTS);

/** Maps counts to increasing steps: 0–8 unchanged, then coarser, at most 15. */
export function countBucket(n: number): number {
  if (n <= 8) return Math.max(0, n);
  if (n <= 11) return 9;
  if (n <= 15) return 10;
  if (n <= 20) return 11;
  if (n <= 30) return 12;
  if (n <= 45) return 13;
  return n <= 80 ? 14 : 15;
}

/** Classifies the kind of a mention, as in `MENTION_KINDS`. */
function getMentionKind(tokens: readonly Token[], mention: Mention): number {
  const head = tokens[mention.head];
  if (!head) return 0;
  if (mention.kind === 'relative') return kindNumber(head.lower);
  if (mention.kind === 'pronoun') {
    if (mention.isPossessive) return kindNumber('his');
    if ((head.classes & (HE_PRONOUN | SHE_PRONOUN)) !== 0) return kindNumber('he');
    if ((head.classes & THEY_PRONOUN) !== 0) return kindNumber('they');
    return kindNumber(head.lower) || kindNumber('one');
  }
  if (mention.isPossessive) return kindNumber(mention.kind === 'name' ? 'name-s' : 'noun-s');
  if (mention.kind === 'name') {
    if ((head.classes & ORGANISATION_NOUN) !== 0) return kindNumber('body');
    const hasArticle = mention.head === mention.nameFirst && tokens[mention.first]?.lower === 'the';
    return kindNumber(hasArticle ? 'the-name' : 'name');
  }
  if ((head.classes & GROUP_NOUN) !== 0) return kindNumber('group');
  if ((head.classes & (PERSON_NOUN | TITLE)) !== 0 || head.kind === 'number') return kindNumber('person');
  return kindNumber((head.classes & DOCUMENT_NOUN) !== 0 ? 'document' : 'noun');
}

/** Classifies the context after a mention, as in `FOLLOWING_CONTEXTS`; if it is a verb, the mention is a subject. */
function getFollowingContext(tokens: readonly Token[], mention: Mention): number {
  let k = mention.last + 1;
  while (k < mention.last + 4 && ((tokens[k]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) k++;
  const token = tokens[k];
  if (!token || token.sentence !== mention.sentence) return followingContextNumber('end');
  if (token.kind === 'quote') return followingContextNumber('quote');
  if (token.kind === 'mark')
    return followingContextNumber(token.text === ',' ? 'comma' : token.text === ':' ? 'colon' : 'mark');
  if ((token.classes & CUE_VERB) !== 0) return followingContextNumber('cue');
  if ((token.classes & PHRASE_VERB) !== 0) return followingContextNumber('phrase');
  if ((token.classes & AUX) !== 0) return followingContextNumber('be');
  if ((token.classes & PREP) !== 0) return followingContextNumber(token.lower === 'of' ? 'of' : 'prep');
  if ((token.classes & RELATIVE) !== 0) return followingContextNumber('relative');
  if ((token.classes & OTHER_VERB) !== 0 || (!token.isCapitalised && /[^s]s$|ed$/.test(token.lower)))
    return followingContextNumber('verb');
  return followingContextNumber('word');
}

/** From this number on, the context after a mention is its verb. */
const FIRST_VERB_CONTEXT = followingContextNumber('phrase');
/** From this number on, the context before a mention is that of a subject. */
const FIRST_SUBJECT_CONTEXT = precedingContextNumber('relative');

/** Classifies all mentions once, because each is examined for many quotes. */
export function computeMentionFeatures(
  tokens: readonly Token[],
  mentions: readonly Mention[],
): MentionFeatures {
  const count = mentions.length;
  const kindNumbers = new Uint8Array(count);
  const precedingNumbers = new Uint8Array(count);
  const followingNumbers = new Uint8Array(count);
  const subjectsUpTo = new Int32Array(count + 1);
  for (const [m, mention] of mentions.entries()) {
    kindNumbers[m] = getMentionKind(tokens, mention);
    const precedingContext = precedingContextNumber(getPrecedingContext({ tokens }, mention));
    const followingContext = getFollowingContext(tokens, mention);
    precedingNumbers[m] = precedingContext;
    followingNumbers[m] = followingContext;
    // The verb follows directly.
    subjectsUpTo[m + 1] =
      (subjectsUpTo[m] ?? 0) +
      (followingContext >= FIRST_VERB_CONTEXT && precedingContext >= FIRST_SUBJECT_CONTEXT ? 1 : 0);
  }
  return {
    kinds: kindNumbers,
    precedingContexts: precedingNumbers,
    followingContexts: followingNumbers,
    subjectCounts: subjectsUpTo,
  };
}

/** Counts the subjects among the mentions `from` to `to - 1`. */
export function countSubjects(
  { subjectCounts: subjectsUpTo }: MentionFeatures,
  from: number,
  to: number,
): number {
  return to > from ? (subjectsUpTo[to] ?? 0) - (subjectsUpTo[from] ?? 0) : 0;
}

/**
 * Cumulative counts of commas, verbs, clause openers and cues, so that a path between two tokens is one subtraction.
 */
export function countTokenKinds(tokens: readonly Token[]): TokenCounts {
  const count = (matches: (token: Token) => boolean): Int32Array => {
    const before = new Int32Array(tokens.length + 1);
    for (const [i, token] of tokens.entries()) before[i + 1] = (before[i] ?? 0) + (matches(token) ? 1 : 0);
    return before;
  };
  return {
    commas: count(({ text }) => text === ','),
    verbs: count(
      ({ classes }) => (classes & CUE_VERB) === 0 && (classes & (OTHER_VERB | AUX | PHRASE_VERB)) !== 0,
    ),
    clauseOpeners: count(
      ({ classes }) =>
        (classes & (CUE_VERB | OTHER_VERB | AUX | PHRASE_VERB)) === 0 &&
        (classes & (RELATIVE | COMPLEMENTISER)) !== 0,
    ),
    cues: count(({ classes }) => (classes & CUE_VERB) !== 0),
  };
}
