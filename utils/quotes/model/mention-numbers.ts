import {
  ADVERB,
  AUX,
  BODY,
  COMPLEMENTISER,
  CUE,
  DOCUMENT,
  GROUP,
  HE,
  PERSON,
  PHRASE,
  PREP,
  RELATIVE,
  SHE,
  THEY,
  TITLE,
  VERB,
} from './lexicon.ts';
import { LINKS, placeOf } from './subject-link.ts';
import type { Mention, Token } from './token.ts';
import type { MentionNumbers, PathCounts } from './types.ts';

/** Names are ordered so that neighbours are similar and one split of a tree separates kinds. */

/** Kinds of mentions. */
export const KINDS = [
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
export const PLACES = [
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
export const NEXTS = [
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
export const SIDES = [
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
export const EDGES = [
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
function numbered(names: readonly string[]): (name: string) => number {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  return (name) => numbers.get(name) ?? 0;
}

const kinds = numbered(KINDS);
const places = numbered(PLACES);
const nexts = numbered(NEXTS);
export const links = numbered(LINKS);
export const sides = numbered(SIDES);
export const edges = numbered(EDGES);

/** Maps counts to increasing steps: 0–8 unchanged, then coarser, at most 15. */
export function step(n: number): number {
  if (n <= 8) return Math.max(0, n);
  if (n <= 11) return 9;
  if (n <= 15) return 10;
  if (n <= 20) return 11;
  if (n <= 30) return 12;
  if (n <= 45) return 13;
  return n <= 80 ? 14 : 15;
}

/** The kind of a mention, as in `KINDS`. */
function kindOf(tokens: readonly Token[], mention: Mention): number {
  const head = tokens[mention.head];
  if (!head) return 0;
  if (mention.kind === 'relative') return kinds(head.lower);
  if (mention.kind === 'pronoun') {
    if (mention.possessive) return kinds('his');
    if ((head.classes & (HE | SHE)) !== 0) return kinds('he');
    if ((head.classes & THEY) !== 0) return kinds('they');
    return kinds(head.lower) || kinds('one');
  }
  if (mention.possessive) return kinds(mention.kind === 'name' ? 'name-s' : 'noun-s');
  if (mention.kind === 'name') {
    if ((head.classes & BODY) !== 0) return kinds('body');
    const article = mention.head === mention.nameFirst && tokens[mention.first]?.lower === 'the';
    return kinds(article ? 'the-name' : 'name');
  }
  if ((head.classes & GROUP) !== 0) return kinds('group');
  if ((head.classes & (PERSON | TITLE)) !== 0 || head.kind === 'number') return kinds('person');
  return kinds((head.classes & DOCUMENT) !== 0 ? 'document' : 'noun');
}

/** The context after a mention, as in `NEXTS`: a verb there makes it a subject. */
function nextOf(tokens: readonly Token[], mention: Mention): number {
  let k = mention.last + 1;
  while (k < mention.last + 4 && ((tokens[k]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) k++;
  const token = tokens[k];
  if (!token || token.sentence !== mention.sentence) return nexts('end');
  if (token.kind === 'quote') return nexts('quote');
  if (token.kind === 'mark')
    return nexts(token.text === ',' ? 'comma' : token.text === ':' ? 'colon' : 'mark');
  if ((token.classes & CUE) !== 0) return nexts('cue');
  if ((token.classes & PHRASE) !== 0) return nexts('phrase');
  if ((token.classes & AUX) !== 0) return nexts('be');
  if ((token.classes & PREP) !== 0) return nexts(token.lower === 'of' ? 'of' : 'prep');
  if ((token.classes & RELATIVE) !== 0) return nexts('relative');
  if ((token.classes & VERB) !== 0 || (!token.capital && /[^s]s$|ed$/.test(token.lower)))
    return nexts('verb');
  return nexts('word');
}

/** From this number on, the context after a mention is its verb. */
const FIRST_VERB = nexts('phrase');
/** From this number on, the context before a mention is that of a subject. */
const FIRST_SUBJECT_PLACE = places('relative');

/** Classifies all mentions once, because each is examined for many quotes. */
export function readMentionNumbers(tokens: readonly Token[], mentions: readonly Mention[]): MentionNumbers {
  const count = mentions.length;
  const kindNumbers = new Uint8Array(count);
  const placeNumbers = new Uint8Array(count);
  const nextNumbers = new Uint8Array(count);
  const subjectsUpTo = new Int32Array(count + 1);
  for (const [m, mention] of mentions.entries()) {
    kindNumbers[m] = kindOf(tokens, mention);
    const place = places(placeOf({ tokens }, mention));
    const next = nextOf(tokens, mention);
    placeNumbers[m] = place;
    nextNumbers[m] = next;
    // Directly followed by its verb.
    subjectsUpTo[m + 1] =
      (subjectsUpTo[m] ?? 0) + (next >= FIRST_VERB && place >= FIRST_SUBJECT_PLACE ? 1 : 0);
  }
  return { kinds: kindNumbers, places: placeNumbers, nexts: nextNumbers, subjectsUpTo };
}

/** The number of subjects among the mentions from `from` up to, not including, `to`. */
export function countSubjects({ subjectsUpTo }: MentionNumbers, from: number, to: number): number {
  return to > from ? (subjectsUpTo[to] ?? 0) - (subjectsUpTo[from] ?? 0) : 0;
}

/**
 * Cumulative counts of commas, verbs, clause openers and cues, so that a path between two tokens is one subtraction.
 */
export function readPathCounts(tokens: readonly Token[]): PathCounts {
  const count = (isOne: (token: Token) => boolean): Int32Array => {
    const before = new Int32Array(tokens.length + 1);
    for (const [i, token] of tokens.entries()) before[i + 1] = (before[i] ?? 0) + (isOne(token) ? 1 : 0);
    return before;
  };
  return {
    commas: count(({ text }) => text === ','),
    verbs: count(({ classes }) => (classes & CUE) === 0 && (classes & (VERB | AUX | PHRASE)) !== 0),
    openers: count(
      ({ classes }) =>
        (classes & (CUE | VERB | AUX | PHRASE)) === 0 && (classes & (RELATIVE | COMPLEMENTISER)) !== 0,
    ),
    cues: count(({ classes }) => (classes & CUE) !== 0),
  };
}
