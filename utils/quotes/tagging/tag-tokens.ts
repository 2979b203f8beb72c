import type { Token } from '../model/token.ts';
import type { Tagger } from './tagger.ts';
import { hasAgreement, isNominal, NO_AGREEMENT } from './tags.ts';

/** The fields of a token that the tagger reads. */
export type TaggableToken = Pick<Token, 'kind' | 'text' | 'lower' | 'classes' | 'isCapitalised' | 'sentence'>;

/** A feature: its template and its value. */
export type Feature = readonly [template: string, value: string];

/** Offsets of the tokens that are examined for a word, relative to it, and the prefixes of their templates. */
export const CONTEXT_OFFSETS = [0, -2, -1, 1, 2] as const;
const CONTEXT_NAMES = ['', ' two before', ' before', ' after', ' two after'] as const;

/** Features of a word, and the offsets from which each is examined. */
const OFFSETS_BY_FEATURE = {
  bias: [0],
  word: CONTEXT_OFFSETS,
  ending: [0, -1, 1],
  shape: [0, -1, 1],
  class: [0, -1, 1],
  beginning: [0],
  'shape and ending': [0],
} as const;

export const WORD_FEATURES = Object.keys(OFFSETS_BY_FEATURE);

/** Returns the template for a feature at an index of `CONTEXT_OFFSETS`; null if it is not examined there. */
export function getTemplate(aspect: string, place: number): string | null {
  const places: readonly number[] = OFFSETS_BY_FEATURE[aspect as keyof typeof OFFSETS_BY_FEATURE] ?? [];
  return places.includes(CONTEXT_OFFSETS[place] ?? 9) ? `${aspect}${CONTEXT_NAMES[place]}` : null;
}

/** Describes the capitalisation of a word. The first word of a sentence is a case of its own. */
function describeCapitalisation(
  { text, lower, isCapitalised }: TaggableToken,
  opensSentence: boolean,
): string {
  const digit = /\d/.test(text) ? ' digit' : '';
  const hyphen = text.includes('-') ? ' hyphen' : '';
  const point = text.includes('.') ? ' point' : '';
  const capitals = text.length > 1 && text !== lower && text === text.toUpperCase();
  const letters = capitals ? 'capitals' : isCapitalised ? 'capital' : 'small';
  return `${opensSentence ? 'first ' : ''}${letters}${digit}${hyphen}${point}`;
}

const MAX_SUFFIX_LENGTH = 5;
const MAX_PREFIX_LENGTH = 3;

/** Maximum length of a word that is analysed, in UTF-16 units. */
const MAX_WORD_LENGTH = 40;

/** The word as the tagger reads it: all quotations are equal, and so are all numbers. */
export function normaliseWord({ kind, lower }: TaggableToken): string {
  if (kind === 'quote') return '“”';
  return kind === 'number' ? '0' : lower.slice(-MAX_WORD_LENGTH);
}

/** Computes the features of a word; null stands for the edge of a sentence. */
export function getWordFeatures(token: TaggableToken | null, opensSentence: boolean): Feature[] {
  if (!token) return [['word', '']];
  const word = normaliseWord(token);
  const shape = describeCapitalisation(token, opensSentence);
  const features: Feature[] = [
    ['bias', ''],
    ['word', word],
    ['shape', shape],
    ['shape and ending', `${shape} ${word.slice(-2)}`],
  ];
  for (let bits = token.classes; bits !== 0; bits &= bits - 1)
    features.push(['class', String(31 - Math.clz32(bits & -bits))]);
  for (let n = 1; n <= MAX_SUFFIX_LENGTH && n < word.length; n++) features.push(['ending', word.slice(-n)]);
  for (let n = 1; n <= MAX_PREFIX_LENGTH && n < word.length; n++)
    features.push(['beginning', word.slice(0, n)]);
  return features;
}

/** Features for a word's label: the labels of the previous two words. */
export function labelFeatures(word: string, previous: string, beforePrevious: string): Feature[] {
  return [
    ['label before', previous],
    ['labels before', `${beforePrevious} ${previous}`],
    ['label before and ending', `${previous} ${word.slice(-3)}`],
    ['label before and word', `${previous} ${word}`],
  ];
}

/** Features for a word's agreement: its label, the adjacent labels and the previous agreement. */
export function agreementFeatures(
  word: string,
  label: string,
  before: string,
  agreement: string,
  after: string,
): Feature[] {
  return [
    ['label', label],
    ['label and ending', `${label} ${word.slice(-1)}`],
    ['label and ending', `${label} ${word.slice(-2)}`],
    ['label and ending', `${label} ${word.slice(-3)}`],
    ['agreement before', `${label} ${agreement}`],
    ['label and agreement before', `${before} ${agreement}`],
    ['label and label before', `${label} ${before}`],
    ['label and label after', `${label} ${after}`],
    ['agreement before and ending', `${agreement} ${word.slice(-2)}`],
  ];
}

/** Adds the weights of features to the scores. */
function addFeatures(
  scores: Float32Array,
  rows: Tagger['rows'],
  weights: Tagger['wordFeatures'],
  features: readonly Feature[],
): void {
  for (const [template, value] of features) {
    const row = weights.get(template)?.get(value);
    if (row === undefined) continue;
    const end = row + 2 * (rows[row] ?? 0);
    for (let k = row + 1; k < end; k += 2) {
      const at = rows[k] ?? 0;
      scores[at] = (scores[at] ?? 0) + (rows[k + 1] ?? 0);
    }
  }
}

/** Maximum number of cached words: an article has some hundreds, each used many times. */
const MAX_CACHED_WORDS = 3000;

/** Caches what each word adds to its own scores and to those of its neighbours. */
class WordScores {
  readonly #kept = new Map<string, Float32Array>();
  readonly #tagger: Tagger;
  readonly #tokens: readonly TaggableToken[];

  constructor(tagger: Tagger, tokens: readonly TaggableToken[]) {
    this.#tagger = tagger;
    this.#tokens = tokens;
  }

  #of(token: TaggableToken | null, opensSentence: boolean): Float32Array {
    const kind = token?.kind ?? '';
    const key = `${opensSentence ? '^' : ''}${kind === 'word' || kind === 'mark' ? token?.text : `${kind}:`}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const { rows, wordFeatures, words, agreements } = this.#tagger;
    const scores = new Float32Array((words.length + agreements.length) * CONTEXT_OFFSETS.length);
    addFeatures(scores, rows, wordFeatures, getWordFeatures(token, opensSentence));
    if (this.#kept.size >= MAX_CACHED_WORDS) this.#kept.clear();
    this.#kept.set(key, scores);
    return scores;
  }

  /**
   * Adds the weights of the words around `i` in its sentence: word labels from index 0, followed by agreement labels.
   */
  add(scores: Float32Array, i: number, layer: 'words' | 'agreements'): void {
    const width = scores.length;
    const { sentence } = this.#tokens[i] ?? {};
    const start = layer === 'words' ? 0 : this.#tagger.words.length * CONTEXT_OFFSETS.length;
    for (let place = 0; place < CONTEXT_OFFSETS.length; place++) {
      const at = i + (CONTEXT_OFFSETS[place] ?? 0);
      const there = this.#tokens[at];
      const inside = there !== undefined && there.sentence === sentence;
      const opensSentence = inside && this.#tokens[at - 1]?.sentence !== sentence;
      const from = this.#of(inside ? there : null, opensSentence);
      const shift = start + place * width;
      for (let n = 0; n < width; n++) scores[n] = (scores[n] ?? 0) + (from[shift + n] ?? 0);
    }
  }
}

/** The tagger's result. */
interface Tagging {
  /** Indices into `tagger.tags`. */
  tags: Uint16Array;
  /** The probability that each token is a noun, a name or a pronoun. */
  nominal: Float32Array;
}

function bestOf(scores: Float32Array): number {
  let best = 0;
  for (let n = 1; n < scores.length; n++) if ((scores[n] ?? 0) > (scores[best] ?? 0)) best = n;
  return best;
}

/** The difference between the best score of a noun, name or pronoun and the best other score. */
function nominalLead(scores: Float32Array, nominals: readonly boolean[]): number {
  let yes = Number.NEGATIVE_INFINITY;
  let no = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < scores.length; n++) {
    const score = scores[n] ?? 0;
    if (nominals[n]) {
      if (score > yes) yes = score;
    } else if (score > no) no = score;
  }
  return yes - no;
}

/** The label of punctuation and numbers, which needs no weights; null for words. */
export function fixedLabel({ kind }: Pick<TaggableToken, 'kind'>): 'PUNCT' | 'NUM' | null {
  if (kind === 'word') return null;
  return kind === 'number' ? 'NUM' : 'PUNCT';
}

/**
 * Tags every token with part of speech, gender, number, person and case. Works from left to right without backtracking, with two averaged
 * perceptrons in sequence (Collins 2002); linear in the text.
 *
 * @param tokens with the word classes of the word lists, before any rule has changed them
 */
export function tagTokens(tokens: readonly TaggableToken[], tagger: Tagger): Tagging {
  const tags = new Uint16Array(tokens.length);
  const nominal = new Float32Array(tokens.length);
  const known = new WordScores(tagger, tokens);
  const nominals = tagger.words.map(isNominal);
  const { slope, bias } = tagger.nominal;
  const labels: string[] = [];
  /** The label of a word if it is in the sentence of token `i`. */
  const labelAt = (at: number, i: number): string =>
    tokens[at]?.sentence === tokens[i]?.sentence ? (labels[at] ?? '') : '';

  const scores = new Float32Array(tagger.words.length);
  for (const [i, token] of tokens.entries()) {
    const fixed = fixedLabel(token);
    if (fixed === null) {
      scores.fill(0);
      known.add(scores, i, 'words');
      const history = labelFeatures(normaliseWord(token), labelAt(i - 1, i), labelAt(i - 2, i));
      addFeatures(scores, tagger.rows, tagger.wordHistory, history);
      nominal[i] = 1 / (1 + Math.exp(-(slope * nominalLead(scores, nominals) + bias)));
    }
    const best = fixed === null ? bestOf(scores) : Math.max(0, tagger.words.indexOf(fixed));
    labels.push(tagger.words[best] ?? '');
    tags[i] = best * tagger.agreements.length;
  }

  const none = Math.max(0, tagger.agreements.indexOf(NO_AGREEMENT));
  const sums = new Float32Array(tagger.agreements.length);
  let before = NO_AGREEMENT;
  for (const [i, token] of tokens.entries()) {
    const label = labels[i] ?? '';
    let best = none;
    if (hasAgreement(label)) {
      if (tokens[i - 1]?.sentence !== token.sentence) before = NO_AGREEMENT;
      sums.fill(0);
      known.add(sums, i, 'agreements');
      const beside = [labelAt(i - 1, i), labelAt(i + 1, i)] as const;
      const history = agreementFeatures(normaliseWord(token), label, beside[0], before, beside[1]);
      addFeatures(sums, tagger.rows, tagger.agreementHistory, history);
      best = bestOf(sums);
    }
    before = tagger.agreements[best] ?? NO_AGREEMENT;
    tags[i] = (tags[i] ?? 0) + best;
  }
  return { tags, nominal };
}
