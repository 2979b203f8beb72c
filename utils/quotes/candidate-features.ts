import type { ArticleModel } from './article-model.ts';
import type { ClauseFeatures, PathFeatures } from './candidate-context.ts';
import type { Tie } from './candidate-ties.ts';
import type { Cue } from './cues.ts';
import {
  ADVERB,
  AUX,
  BODY,
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
  THOUGHT,
  TITLE,
  VERB,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { SceneFeatures } from './quote-scene.ts';
import { placeOf } from './subject-link.ts';
import type { Token } from './tokens.ts';

/** What speaks for and against a candidate, as small numbers by name; `FEATURES` says what each is. */
export type CandidateFeatures = {
  mention: MentionFeatures;
  tie: TieFeatures;
  scene: SceneFeatures;
  field: { plain: number; subjects: number; margin: number; cheapest: number };
  previous: { side: number; gap: number; same: number; sameBefore: number };
  person: { human: number; named: number };
  path: PathFeatures;
  clause: ClauseFeatures;
};

type MentionFeatures = {
  kind: number;
  place: number;
  next: number;
  where: number;
  rank: number;
  distance: number;
  reports: number;
  spoken: number;
};

type TieFeatures = {
  link: number;
  side: number;
  edge: number;
  gap: number;
  near: number;
  crowd: number;
  word: number;
  cost: number;
  subjects: number;
  commas: number;
};

/*
 * Names in an order in which neighbours are alike, so that one cut of a tree parts kinds.
 */

/** What kind of words a mention is. */
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
/** What stands in front of a mention. */
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
/** What follows a mention. */
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
/** How a mention stands to a cue. */
export const LINKS = [
  'other',
  'object',
  'later',
  'aside',
  'inside',
  'verbs',
  'by',
  'inverted-adverb',
  'main',
  'relative',
  'apposition',
  'head',
  'source',
  'inverted',
  'subject',
];
/** Where something stands from a quote: sentences away, `p` a paragraph further, `pp` more. */
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
/** What stands at a quote, on the side of its cue. */
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

/** Numbers a list of names, 1 first; 0 stands for any other name. */
function numbered(names: readonly string[]): (name: string) => number {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  return (name) => numbers.get(name) ?? 0;
}

const kinds = numbered(KINDS);
const places = numbered(PLACES);
const nexts = numbered(NEXTS);
const links = numbered(LINKS);
const sides = numbered(SIDES);
const edges = numbered(EDGES);
/** By direction, sentences away (at most three) and paragraphs away (at most two). */
const FAR_SIDES = ['prev', 'next'].map((way) =>
  [1, 2, 3].map((away) => ['', 'p', 'pp'].map((apart) => sides(`${way}${away}${apart}`))),
);

/** The number of `distance` between a place and a quote; 0 in the same sentence. */
export function farSide(
  fromSentence: number,
  fromParagraph: number,
  sentence: number,
  paragraph: number,
): number {
  if (fromSentence === sentence) return 0;
  const away = Math.min(3, Math.abs(sentence - fromSentence));
  const apart = Math.min(2, Math.abs(paragraph - fromParagraph));
  return FAR_SIDES[fromSentence < sentence ? 0 : 1]?.[away - 1]?.[apart] ?? 0;
}

/** The numbers of a mention that stands in the quote's sentence. */
export const SIDE_BEFORE = sides('before');
const SIDE_AFTER = sides('after');

/** Counts as steps that grow: 0–8 as they are, then ever coarser, at most 15. */
export function step(n: number): number {
  if (n <= 8) return Math.max(0, n);
  if (n <= 11) return 9;
  if (n <= 15) return 10;
  if (n <= 20) return 11;
  if (n <= 30) return 12;
  if (n <= 45) return 13;
  return n <= 80 ? 14 : 15;
}

/** What kind of words a mention is. */
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

/** What follows a mention: a verb after it makes it a subject. */
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

/** From this number on what follows a mention is its verb. */
const VERBAL = nexts('phrase');
/** From this number on the place of a mention is that of a subject. */
const OPEN = places('relative');

/** What each mention is by itself, in the order of the mentions. */
export interface MentionNumbers {
  kinds: Uint8Array;
  places: Uint8Array;
  nexts: Uint8Array;
  /** Subjects among the mentions in front of each, and among all at the end. */
  subjectsUpTo: Int32Array;
}

/** Reads all mentions once; a mention is looked at from many quotes. */
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
    // With its verb right behind it.
    subjectsUpTo[m + 1] = (subjectsUpTo[m] ?? 0) + (next >= VERBAL && place >= OPEN ? 1 : 0);
  }
  return { kinds: kindNumbers, places: placeNumbers, nexts: nextNumbers, subjectsUpTo };
}

/** How many of the mentions from `from` up to, not including, `to` are subjects. */
export function countSubjects({ subjectsUpTo }: MentionNumbers, from: number, to: number): number {
  return to > from ? (subjectsUpTo[to] ?? 0) - (subjectsUpTo[from] ?? 0) : 0;
}

const SAY = /^(?:sa(?:id|y|ys|ying)|t(?:old|ells?|elling)|added|adds|writ(?:es|ten|ing)|wrote)$/;
const ASK = /^(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)$/;

/** The kind of cue word: 1 weak phrase … 6 "said". */
function wordOf(model: ArticleModel, tie: Tie): number {
  const cue = model.cues[tie.cue];
  const token = cue && model.tokens[cue.first];
  if (!cue || !token) return 0;
  if (cue.kind === 'source') return 7;
  if (SAY.test(token.lower)) return 6;
  if (ASK.test(token.lower)) return 4;
  if (cue.kind === 'phrase') return 1;
  if ((token.classes & THOUGHT) !== 0) return 2;
  return (token.classes & PHRASE) !== 0 ? 3 : 5;
}

const NO_TIE: TieFeatures = {
  link: 0,
  side: 0,
  edge: 0,
  gap: 0,
  near: 0,
  crowd: 0,
  word: 0,
  cost: 0,
  subjects: 0,
  commas: 0,
};

/** Features of one tie, or zeros. */
export function tieFeatures(model: ArticleModel, at: number, mention: Mention, tie: Tie | null): TieFeatures {
  const cue = tie && model.cues[tie.cue];
  if (!tie || !cue) return NO_TIE;
  const gap = cue.last < at ? at - cue.last - 1 : cue.first - at - 1;
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? from - at - 1 : at - 1 - Math.max(mention.last, cue.last);
  return {
    link: links(tie.link),
    side: sides(tie.quote.side),
    edge: edges(tie.quote.edge),
    gap: step(gap),
    near: step(near),
    crowd: tie.quote.cues + 4 * tie.quote.quotes,
    word: wordOf(model, tie) + (cue.participle ? 8 : 0),
    cost: Math.min(15, tie.cost),
    ...between(model, mention, cue),
  };
}

/** Between a mention and a cue: other subjects, and commas. */
function between(model: ArticleModel, mention: Mention, cue: Cue): Pick<TieFeatures, 'subjects' | 'commas'> {
  const before = mention.last < cue.first;
  const from = before ? mention.last + 1 : cue.last + 1;
  const to = before ? cue.first : mention.first;
  const subjects = countSubjects(
    model.mentionNumbers,
    model.mentionFrom[from] ?? 0,
    model.mentionFrom[to] ?? 0,
  );
  const commas = to > from ? (model.path.commas[to] ?? 0) - (model.path.commas[from] ?? 0) : 0;
  return { subjects: Math.min(6, subjects), commas: Math.min(6, commas) };
}

/** Where a mention stands from the quote. */
export function whereOf(model: ArticleModel, at: number, mention: Mention): number {
  const quote = model.tokens[at];
  const head = model.tokens[mention.head];
  if (!quote || !head) return 0;
  if (mention.sentence === quote.sentence) return mention.last < at ? SIDE_BEFORE : SIDE_AFTER;
  return farSide(mention.sentence, head.paragraph, quote.sentence, quote.paragraph);
}
