import type { Token } from '../model/token.ts';

/** What the tagger reads of a token. */
export type Taggable = Pick<Token, 'kind' | 'text' | 'lower' | 'classes' | 'capital' | 'sentence'>;

/** A feature: what is looked at, and what is seen there. */
export type Feature = readonly [template: string, value: string];

/** Places that are looked at for a word, in tokens from it, and what their templates are called. */
export const PLACES = [0, -2, -1, 1, 2] as const;
const PLACE_NAMES = ['', ' two before', ' before', ' after', ' two after'] as const;

/** What is seen of a word by itself, and from which places. */
const SEEN_FROM = {
  bias: [0],
  word: PLACES,
  ending: [0, -1, 1],
  shape: [0, -1, 1],
  class: [0, -1, 1],
  beginning: [0],
  'shape and ending': [0],
} as const;

export const ASPECTS = Object.keys(SEEN_FROM);

/** The template for an aspect of the word at the place of this index in `PLACES`; null where it is not looked at. */
export function templateAt(aspect: string, place: number): string | null {
  const places: readonly number[] = SEEN_FROM[aspect as keyof typeof SEEN_FROM] ?? [];
  return places.includes(PLACES[place] ?? 9) ? `${aspect}${PLACE_NAMES[place]}` : null;
}

/** How a word is written. The first word of a sentence stands apart, since a capital says nothing there. */
function shapeOf({ text, lower, capital }: Taggable, opens: boolean): string {
  const digit = /\d/.test(text) ? ' digit' : '';
  const hyphen = text.includes('-') ? ' hyphen' : '';
  const point = text.includes('.') ? ' point' : '';
  const capitals = text.length > 1 && text !== lower && text === text.toUpperCase();
  const letters = capitals ? 'capitals' : capital ? 'capital' : 'small';
  return `${opens ? 'first ' : ''}${letters}${digit}${hyphen}${point}`;
}

const LONGEST_ENDING = 5;
const LONGEST_BEGINNING = 3;

/** Longer words are read as if they were this long, so that no text is slow. In UTF-16 units. */
const LONGEST_WORD = 40;

/** The word as the tagger sees it: all quotations look the same, and so do all numbers. */
export function seenWord({ kind, lower }: Taggable): string {
  if (kind === 'quote') return '“”';
  return kind === 'number' ? '0' : lower.slice(-LONGEST_WORD);
}

/** Aspects of a word by itself; of the edge of a sentence without one. */
export function readAspects(token: Taggable | null, opens: boolean): Feature[] {
  if (!token) return [['word', '']];
  const word = seenWord(token);
  const shape = shapeOf(token, opens);
  const features: Feature[] = [
    ['bias', ''],
    ['word', word],
    ['shape', shape],
    ['shape and ending', `${shape} ${word.slice(-2)}`],
  ];
  for (let bits = token.classes; bits !== 0; bits &= bits - 1)
    features.push(['class', String(31 - Math.clz32(bits & -bits))]);
  for (let n = 1; n <= LONGEST_ENDING && n < word.length; n++) features.push(['ending', word.slice(-n)]);
  for (let n = 1; n <= LONGEST_BEGINNING && n < word.length; n++)
    features.push(['beginning', word.slice(0, n)]);
  return features;
}

/** What the labels of the two words before tell of a word's own. */
export function labelFeatures(word: string, one: string, two: string): Feature[] {
  return [
    ['label before', one],
    ['labels before', `${two} ${one}`],
    ['label before and ending', `${one} ${word.slice(-3)}`],
    ['label before and word', `${one} ${word}`],
  ];
}

/** What its label, those beside it and the agreement in front tell of a word's agreement. */
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
