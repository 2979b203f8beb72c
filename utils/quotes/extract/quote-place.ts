import {
  ADVERB,
  AUX,
  COMPLEMENTISER,
  CONJ,
  CUE,
  DET,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  VERB,
  WORK,
} from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import { findPlainSpeaker } from '../speakers/plain-speaker.ts';
import { directness, shapeOf } from '../speakers/quote-scene.ts';
import { habitsOf } from './article-habits.ts';

/** What stands around the marks. */
export interface PlaceFeatures {
  /** What stands right in front, in its sentence: `NEIGHBOURS`. */
  before: number;
  /** What stands in front of that. */
  second: number;
  /** What stands right behind, in its sentence. */
  after: number;
  /** Where it begins: 1 inside a sentence, 2 a sentence, 3 a paragraph. */
  opening: number;
  /** How a verb of speech is tied to it: `TIES`. */
  tie: number;
  /** Tokens to the nearest verb or phrase of speech in front of it, in its sentence; 31 without one. */
  cueBefore: number;
  cueAfter: number;
  /** What the nearest cue in front is: 1 a phrase ("called"), 2 a source ("according to"), 3 a verb. */
  cueKind: number;
  /** Somebody stands in the plain clause at it: 1 before, 2 behind. */
  plain: number;
  /** Other spans of its sentence. */
  others: number;
  /** Its paragraph holds another span that is at least a short sentence. */
  company: number;
  /** The noun of a work within a few words in front. */
  work: number;
  /** A word with a capital right in front that begins no sentence. */
  capitalBefore: number;
  /** Joined to the word in front or behind, by a hyphen or without a space. */
  joined: number;
  /** Nothing else in its paragraph. */
  alone: number;
  headline: number;
  /** Set in: 1 marks that are closed, 2 marks that are not, 3 single marks, 4 dashes, 5 nothing but the layout. */
  set: number;
  /** A clause stands inside it. */
  parted: number;
  /** The words of the language are known. */
  known: number;
}

/** Kinds of neighbours, those that speak for somebody's words last. */
export const NEIGHBOURS = [
  'none',
  'det',
  'possessive',
  'name',
  'number',
  'mark',
  'prep',
  'word',
  'adverb',
  'be',
  'conj',
  'pronoun',
  'verb',
  'dash',
  'stop',
  'quote',
  'that',
  'phrase',
  'comma',
  'colon',
  'cue',
];

const TIES = [
  'none',
  'before-far-weak',
  'before-weak',
  'before-far',
  'before-quote',
  'after-ing',
  'colon',
  'after-far',
  'before',
  'after',
];

const KINDS = ['phrase', 'source', 'verb'];

const MARKS: Readonly<Record<string, string>> = {
  ',': 'comma',
  '、': 'comma',
  '，': 'comma',
  ':': 'colon',
  '：': 'colon',
  '.': 'stop',
  ';': 'stop',
  '!': 'stop',
  '?': 'stop',
  '。': 'stop',
  '—': 'dash',
  '–': 'dash',
  '-': 'dash',
};

const CLASSES: readonly [number, string][] = [
  [CUE, 'cue'],
  [PHRASE, 'phrase'],
  [COMPLEMENTISER, 'that'],
  [POSSESSIVE, 'possessive'],
  [DET, 'det'],
  [PREP, 'prep'],
  [AUX, 'be'],
  [CONJ, 'conj'],
  [PRONOUN, 'pronoun'],
  [VERB, 'verb'],
  [ADVERB, 'adverb'],
];

/** Tokens in front of a span, or behind it, within which a cue is near. */
const REACH = 30;
/** The same for the noun of a work. */
const NEAR = 4;

function kindOf(token: Token | undefined, sentence: number): number {
  if (!token || token.sentence !== sentence) return 0;
  let name: string;
  if (token.kind === 'mark') name = MARKS[token.text] ?? 'mark';
  else if (token.kind !== 'word') name = token.kind;
  else {
    const known = CLASSES.find(([bits]) => (token.classes & bits) !== 0)?.[1];
    name = token.possessive ? 'possessive' : (known ?? (token.capital ? 'name' : 'word'));
  }
  return NEIGHBOURS.indexOf(name);
}

function setOf(model: ArticleModel, span: number): number {
  const own = model.spans[span];
  if (!own || own.sure) return 5;
  if (own.single) return 3;
  const first = model.text.charAt(own.outerStart);
  if (!/["“”„‟«»「」『』'`‘’＂]/.test(first))
    return /\s*[—–―-]/.test(model.text.slice(own.outerStart, own.start)) ? 4 : 5;
  return own.closed ? 1 : 2;
}

export function readPlaceFeatures(model: ArticleModel, span: number): PlaceFeatures {
  const { tokens, text, cues, cueFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  const own = model.spans[span];
  const { longParagraphs, headline } = habitsOf(model);
  const sentence = quote?.sentence ?? -1;
  const { opens } = shapeOf(model, at);
  const front = tokens[at - 1];
  const behind = tokens[at + 1];
  const rest = MARKS[behind?.text ?? ''] === 'stop' ? tokens[at + 2] : behind;
  const cueBack = cues[(cueFrom[at] ?? 0) - 1];
  const cueOn = cues[cueFrom[at] ?? 0];
  let others = 0;
  let work = 0;
  for (let k = at - 1; k > at - REACH && tokens[k]?.sentence === sentence; k--) {
    if (tokens[k]?.kind === 'quote') others++;
    if (at - k <= NEAR && ((tokens[k]?.classes ?? 0) & WORK) !== 0) work = 1;
  }
  for (let k = at + 1; k < at + REACH && tokens[k]?.sentence === sentence; k++)
    if (tokens[k]?.kind === 'quote') others++;
  const outerStart = own?.outerStart ?? 0;
  const outerEnd = own?.outerEnd ?? 0;
  const { side } = findPlainSpeaker(model, at);
  const starts = front?.sentence !== tokens[at - 2]?.sentence;
  const inSentence = front !== undefined && front.sentence === sentence;
  return {
    before: kindOf(front, sentence),
    second: kindOf(tokens[at - 2], sentence),
    after: kindOf(behind, sentence),
    opening: opens === 'paragraph' ? 3 : opens === 'sentence' ? 2 : 1,
    tie: TIES.indexOf(directness(model, at)),
    cueBefore: cueBack?.sentence === sentence ? Math.min(REACH, at - cueBack.last) : 31,
    cueAfter: cueOn?.sentence === sentence ? Math.min(REACH, cueOn.first - at) : 31,
    cueKind: cueBack?.sentence === sentence ? KINDS.indexOf(cueBack.kind) + 1 : 0,
    plain: side === 'after' ? 2 : side === 'before' ? 1 : 0,
    others: Math.min(others, 4),
    company: longParagraphs.has(quote?.paragraph ?? -1) ? 1 : 0,
    work,
    capitalBefore: inSentence && front.capital && !starts ? 1 : 0,
    joined:
      (outerStart > 0 && /[\p{L}\p{N}-]/u.test(text.charAt(outerStart - 1)) ? 1 : 0) +
      (/^[\p{L}\p{N}-]/u.test(text.slice(outerEnd, outerEnd + 1)) ? 2 : 0),
    alone: front?.paragraph !== quote?.paragraph && rest?.paragraph !== quote?.paragraph ? 1 : 0,
    headline: quote?.paragraph === headline ? 1 : 0,
    set: setOf(model, span),
    parted: own?.utterance === undefined ? 0 : 1,
    known: model.lexicon.code === 'und' ? 0 : 1,
  };
}
