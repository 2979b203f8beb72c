import {
  ADVERB,
  AUX,
  CLOSED_CLASS,
  COMPLEMENTISER,
  CONJ,
  CUE_VERB,
  DET,
  OTHER_VERB,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  PRONOUN,
} from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import { findPlainSpeaker } from '../speakers/plain-speaker.ts';
import { classifyDirectness, describeShape } from '../speakers/quote-scene.ts';

/** How an article uses quotation marks. */
interface MarkUsage {
  /** Number of times each string occurs in quotation marks. */
  repeats: ReadonlyMap<string, number>;
  /** Number of times each word occurs outside quotation marks. */
  outside: ReadonlyMap<string, number>;
  /** The article's most frequent words, which are mostly function words. */
  common: ReadonlySet<string>;
  /** Paragraphs with a span at least as long as a short sentence. */
  longParagraphs: ReadonlySet<number>;
  /** Index of the headline's paragraph. */
  headline: number;
}

/** Minimum length of a short sentence: words, or letters in a script without spaces. */
const MIN_SENTENCE_WORDS = 6;
/** Number of words that count as most frequent. */
const COMMON_WORD_COUNT = 40;
/** Maximum length of a most frequent word, in letters. */
const MAX_COMMON_WORD_LENGTH = 5;
/** Maximum length of a span that is analysed. */
const MAX_READ_LENGTH = 400;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;

/** Splits a span into words; in scripts without spaces, two letters count as one word. */
export function getWords(model: ArticleModel, span: number): string[] {
  const { start = 0, end = 0 } = model.spans[span] ?? {};
  const inner = model.text.slice(start, Math.min(end, start + MAX_READ_LENGTH));
  const unspaced = inner.match(UNSPACED) ?? [];
  if (unspaced.length > 2)
    return Array.from({ length: Math.ceil(unspaced.length / 2) }, () => unspaced[0] ?? '');
  return inner.match(WORD) ?? [];
}

/** Returns a key that is equal for equal strings in quotation marks. */
const phraseKey = (words: readonly string[]): string => words.join(' ').toLowerCase();

const usageByArticle = new WeakMap<ArticleModel, MarkUsage>();

function computeMarkUsage(model: ArticleModel): MarkUsage {
  const repeats = new Map<string, number>();
  const outside = new Map<string, number>();
  const longParagraphs = new Set<number>();
  for (const [span, at] of model.quoteTokens.entries()) {
    const words = getWords(model, span);
    const key = phraseKey(words);
    repeats.set(key, (repeats.get(key) ?? 0) + 1);
    if (words.length < MIN_SENTENCE_WORDS) continue;
    longParagraphs.add(model.tokens[at]?.paragraph ?? -1);
  }
  for (const { kind, lower } of model.tokens)
    if (kind === 'word') outside.set(lower, (outside.get(lower) ?? 0) + 1);
  const common = [...outside]
    .filter(([word, count]) => count > 1 && word.length <= MAX_COMMON_WORD_LENGTH)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, COMMON_WORD_COUNT);
  return {
    repeats,
    outside,
    common: new Set(common.map(([word]) => word)),
    longParagraphs,
    headline: model.tokens[0]?.paragraph ?? 0,
  };
}

/** Counts how an article uses quotation marks, once per article. */
function getMarkUsage(model: ArticleModel): MarkUsage {
  let known = usageByArticle.get(model);
  if (!known) {
    known = computeMarkUsage(model);
    usageByArticle.set(model, known);
  }
  return known;
}

/** Features of the text inside the marks. Only word classes, letters and lengths are used, no particular words. */
interface WordFeatures {
  /** Number of words, in increasing steps. */
  size: number;
  /** Share of capitalised words except the first, in tenths. */
  capitals: number;
  /** The first character: 1 lower case, 2 capital, 3 a digit or another character. */
  first: number;
  /** The last character: 1 none of these, 2 comma, 3 dash, 4 ellipsis, 5 full stop, 6 question or exclamation mark. */
  ends: number;
  /** Number of sentence ends before the last one. */
  sentences: number;
  commas: number;
  /** Share of function words, in tenths; 0 if the language is unknown. */
  closed: number;
  /** Share of words among the article's most frequent ones, in tenths. */
  common: number;
  /** Whether it contains a known verb. */
  verb: number;
  /** Whether it contains a first-person word. */
  person: number;
  /** Its first word: 1 unknown, 2 a function word, 3 a preposition. */
  opens: number;
  digits: number;
  /** Whether it contains an address or a handle: "sport.de", "@reed". */
  address: number;
  /** Length of its longest word, in letters. */
  longest: number;
  /** Number of times the same string occurs in quotation marks. */
  repeats: number;
  /** Number of times its rarest word occurs outside quotation marks. */
  outside: number;
}

const SIZE_STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 45];
const ENDING_KINDS: readonly [RegExp, number][] = [
  [/[?!？！]/, 6],
  [/[.。]/, 5],
  [/…/, 4],
  [/[—–-]/, 3],
  [/[,、，]/, 2],
];

const tenths = (part: number, whole: number): number => (whole > 0 ? Math.round((10 * part) / whole) : 0);
const capAt = (n: number, max: number): number => Math.min(n, max);

function endingKind(text: string, start: number, end: number): number {
  // In English, comma and full stop are inside the marks; elsewhere they follow.
  const last = text.slice(Math.max(start, end - 3), end).trimEnd();
  if (/\.\.\.$/.test(last)) return 4;
  return ENDING_KINDS.find(([sign]) => sign.test(last.slice(-1)))?.[1] ?? 1;
}

function readWordFeatures(model: ArticleModel, span: number): WordFeatures {
  const { lexicon, text } = model;
  const { start = 0, end = 0 } = model.spans[span] ?? {};
  const inner = text.slice(start, Math.min(end, start + 400));
  const words = getWords(model, span);
  const lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"));
  const classes = lower.map((word) => lexicon.classesOf(word));
  const { repeats, outside, common } = getMarkUsage(model);
  const letter = inner.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
  const capital = (word: string): boolean => /^\p{Lu}/u.test(word);
  const count = (bits: number): number => classes.filter((own) => (own & bits) !== 0).length;
  const firstWordClasses = classes[0] ?? 0;
  return {
    size: SIZE_STEPS.filter((step) => words.length >= step).length,
    capitals: tenths(words.slice(1).filter(capital).length, words.length - 1),
    first: capital(letter) ? 2 : /\p{Ll}/u.test(letter) ? 1 : 3,
    ends: endingKind(text, start, end),
    sentences: capAt(inner.match(/[.!?…。！？](?:["”»“]?\s|(?<=[。！？]).)/gu)?.length ?? 0, 4),
    commas: capAt(inner.match(/[,、，;:]/g)?.length ?? 0, 5),
    closed: tenths(count(CLOSED_CLASS), words.length),
    common: tenths(lower.filter((word) => common.has(word)).length, words.length),
    verb: capAt(count(AUX | CUE_VERB | PHRASE_VERB | OTHER_VERB), 3),
    person: capAt(lower.filter((word) => lexicon.firstPerson.has(word.replace(/'.*/, ''))).length, 2),
    opens: (firstWordClasses & PREP) !== 0 ? 3 : (firstWordClasses & CLOSED_CLASS) !== 0 ? 2 : 1,
    digits: /\d/.test(inner) ? 1 : 0,
    address: /\p{L}\.\p{L}{2,3}$|@|#|\/\//u.test(inner.trim()) ? 1 : 0,
    longest: capAt(
      lower.reduce((most, word) => Math.max(most, word.length), 0),
      20,
    ),
    repeats: capAt(repeats.get(phraseKey(words)) ?? 1, 4),
    outside: capAt(
      lower.reduce((least, word) => Math.min(least, outside.get(word) ?? 0), 5),
      5,
    ),
  };
}

/** Features of the text around the marks. */
interface ContextFeatures {
  /** The token directly before, in the same sentence: `NEIGHBOURS`. */
  before: number;
  /** The token before that. */
  second: number;
  /** The token directly after, in the same sentence. */
  after: number;
  /** Its beginning: 1 inside a sentence, 2 at the start of a sentence, 3 of a paragraph. */
  opening: number;
  /** Its relation to a verb of speech: `TIE_VALUES`. */
  tie: number;
  /** Tokens to the nearest verb or phrase of speech before it in its sentence; 31 without one. */
  cueBefore: number;
  cueAfter: number;
  /** The nearest cue before it: 1 a phrase ("called"), 2 a source phrase ("according to"), 3 a verb. */
  cueKind: number;
  /** Position of a speaker identified by plain grammar: 1 before it, 2 after it. */
  plain: number;
  /** Number of other spans in its sentence. */
  others: number;
  /** Whether its paragraph contains another span at least as long as a short sentence. */
  company: number;
  /** Whether a capitalised word that does not begin a sentence is directly before it. */
  capitalBefore: number;
  /** Whether a hyphen, or the lack of a space, joins it to the previous or next word. */
  joined: number;
  /** Whether it is the whole paragraph. */
  alone: number;
  headline: number;
  /** Its marks: 1 closed, 2 not closed, 3 single marks, 4 dashes, 5 none, only layout. */
  set: number;
  /** Whether a clause interrupts it. */
  parted: number;
  /** Whether word lists of the language are available. */
  known: number;
}

/** Kinds of neighbours; the last ones are the strongest evidence of speech. */
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

const TIE_VALUES = [
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

const CUE_KINDS = ['phrase', 'source', 'verb'];

const MARK_KINDS: Readonly<Record<string, string>> = {
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

const CLASS_KINDS: readonly [number, string][] = [
  [CUE_VERB, 'cue'],
  [PHRASE_VERB, 'phrase'],
  [COMPLEMENTISER, 'that'],
  [POSSESSIVE, 'possessive'],
  [DET, 'det'],
  [PREP, 'prep'],
  [AUX, 'be'],
  [CONJ, 'conj'],
  [PRONOUN, 'pronoun'],
  [OTHER_VERB, 'verb'],
  [ADVERB, 'adverb'],
];

/** Maximum distance of a near cue from a span, in tokens. */
const MAX_CUE_DISTANCE = 30;

function neighbourKind(token: Token | undefined, sentence: number): number {
  if (!token || token.sentence !== sentence) return 0;
  let name: string;
  if (token.kind === 'mark') name = MARK_KINDS[token.text] ?? 'mark';
  else if (token.kind !== 'word') name = token.kind;
  else {
    const known = CLASS_KINDS.find(([bits]) => (token.classes & bits) !== 0)?.[1];
    name = token.isPossessive ? 'possessive' : (known ?? (token.isCapitalised ? 'name' : 'word'));
  }
  return NEIGHBOURS.indexOf(name);
}

function markKind(model: ArticleModel, span: number): number {
  const quotedSpan = model.spans[span];
  if (!quotedSpan || quotedSpan.isSpeech) return 5;
  if (quotedSpan.hasSingleMarks) return 3;
  const first = model.text.charAt(quotedSpan.outerStart);
  if (!/["“”„‟«»「」『』'`‘’＂]/.test(first))
    return /\s*[—–―-]/.test(model.text.slice(quotedSpan.outerStart, quotedSpan.start)) ? 4 : 5;
  return quotedSpan.isClosed ? 1 : 2;
}

function readContextFeatures(model: ArticleModel, span: number): ContextFeatures {
  const { tokens, text, cues, cueFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  const quotedSpan = model.spans[span];
  const { longParagraphs, headline } = getMarkUsage(model);
  const sentence = quote?.sentence ?? -1;
  const { opens } = describeShape(model, at);
  const tokenBefore = tokens[at - 1];
  const tokenAfter = tokens[at + 1];
  const paragraphRest = MARK_KINDS[tokenAfter?.text ?? ''] === 'stop' ? tokens[at + 2] : tokenAfter;
  const previousCue = cues[(cueFrom[at] ?? 0) - 1];
  const nextCue = cues[cueFrom[at] ?? 0];
  let others = 0;
  for (let k = at - 1; k > at - MAX_CUE_DISTANCE && tokens[k]?.sentence === sentence; k--) {
    if (tokens[k]?.kind === 'quote') others++;
  }
  for (let k = at + 1; k < at + MAX_CUE_DISTANCE && tokens[k]?.sentence === sentence; k++)
    if (tokens[k]?.kind === 'quote') others++;
  const outerStart = quotedSpan?.outerStart ?? 0;
  const outerEnd = quotedSpan?.outerEnd ?? 0;
  const { side } = findPlainSpeaker(model, at);
  const starts = tokenBefore?.sentence !== tokens[at - 2]?.sentence;
  const inSentence = tokenBefore !== undefined && tokenBefore.sentence === sentence;
  return {
    before: neighbourKind(tokenBefore, sentence),
    second: neighbourKind(tokens[at - 2], sentence),
    after: neighbourKind(tokenAfter, sentence),
    opening: opens === 'paragraph' ? 3 : opens === 'sentence' ? 2 : 1,
    tie: TIE_VALUES.indexOf(classifyDirectness(model, at)),
    cueBefore: previousCue?.sentence === sentence ? Math.min(MAX_CUE_DISTANCE, at - previousCue.last) : 31,
    cueAfter: nextCue?.sentence === sentence ? Math.min(MAX_CUE_DISTANCE, nextCue.first - at) : 31,
    cueKind: previousCue?.sentence === sentence ? CUE_KINDS.indexOf(previousCue.kind) + 1 : 0,
    plain: side === 'after' ? 2 : side === 'before' ? 1 : 0,
    others: Math.min(others, 4),
    company: longParagraphs.has(quote?.paragraph ?? -1) ? 1 : 0,
    capitalBefore: inSentence && tokenBefore.isCapitalised && !starts ? 1 : 0,
    joined:
      (outerStart > 0 && /[\p{L}\p{N}-]/u.test(text.charAt(outerStart - 1)) ? 1 : 0) +
      (/^[\p{L}\p{N}-]/u.test(text.slice(outerEnd, outerEnd + 1)) ? 2 : 0),
    alone:
      tokenBefore?.paragraph !== quote?.paragraph && paragraphRest?.paragraph !== quote?.paragraph ? 1 : 0,
    headline: quote?.paragraph === headline ? 1 : 0,
    set: markKind(model, span),
    parted: quotedSpan?.utterance === undefined ? 0 : 1,
    known: model.lexicon.code === 'und' ? 0 : 1,
  };
}

export type QuoteFeature = keyof WordFeatures | keyof ContextFeatures;

/** The features in the order of the rows; each is an integer from 0 to 31. */
export const QUOTE_FEATURES: readonly QuoteFeature[] = [
  'size',
  'capitals',
  'first',
  'ends',
  'sentences',
  'commas',
  'closed',
  'common',
  'verb',
  'person',
  'opens',
  'digits',
  'address',
  'longest',
  'repeats',
  'outside',
  'before',
  'second',
  'after',
  'opening',
  'tie',
  'cueBefore',
  'cueAfter',
  'cueKind',
  'plain',
  'others',
  'company',
  'capitalBefore',
  'joined',
  'alone',
  'headline',
  'set',
  'parted',
  'known',
];

/** Reads the features that show whether a span is direct speech rather than a title, a nickname or scare quotes. */
export function readQuoteRow(model: ArticleModel, span: number): number[] {
  const features = { ...readWordFeatures(model, span), ...readContextFeatures(model, span) };
  return QUOTE_FEATURES.map((name) => features[name]);
}
