import { countWords } from '../../text/count-words.ts';
import { logistic } from '../speakers/boosted-trees.ts';
import type { Quote } from '../types.ts';
import { assessCompleteness } from './choose-key-quotes.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts without spaces between words: Japanese, Chinese, Thai, Lao, Burmese, Khmer. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
/** Minimum length of a term in letters: in languages with spaces, shorter words are mostly function words. */
const MIN_TERM_LENGTH = 4;
/** Number of letters of a word that are compared, so that most of its inflected forms are the same term. */
const STEM_LENGTH = 6;

/**
 * Yields the terms of a text in any language: the beginnings of longer words, or pairs of characters in scripts without
 * spaces.
 */
export function* extractTerms(text: string): Generator<string, void, undefined> {
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) for (let i = 0; i + 1 < word.length; i++) yield word.slice(i, i + 2);
    else if (word.length >= MIN_TERM_LENGTH) yield word.slice(0, STEM_LENGTH);
  }
}

/** Matches ends of sentences and paragraphs, approximately. */
const SENTENCE_END = /(?<=[.!?。！？])\s*|\n+/u;

const splitSentences = (text: string): string[] => text.split(SENTENCE_END).filter((part) => part.length > 1);

/** Returns the rarity of a term, 0–1: about 0 if most sentences of the article contain it, about 1 if hardly any does. */
type Rarity = (term: string) => number;

/** Computes the inverse sentence frequency of terms from the article itself, so that no list of common words is needed. */
export function computeRarity(text: string): Rarity {
  const sentences = splitSentences(text);
  const sentenceCounts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const term of new Set(extractTerms(sentence))) {
      sentenceCounts.set(term, (sentenceCounts.get(term) ?? 0) + 1);
    }
  }
  const maxRarity = Math.log(2 * sentences.length + 2);
  return (term) =>
    Math.max(0, Math.log((sentences.length + 1) / ((sentenceCounts.get(term) ?? 0) + 0.5)) / maxRarity);
}

/** The features for ranking a quote; each is about 0–1, and none depends on a language. */
export interface KeyFeatures {
  /** Position among the quotes of the article: 1 for the first, decreasing with each. */
  order: number;
  /** Logarithm of the number of words. */
  length: number;
  /** Overlap with the most similar sentence of the lead, outside quotes: the lead states the main points. */
  lead: number;
  /** Whether a part of it is also quoted in the lead. */
  repeated: number;
  /** Whether it continues the same speaker's previous quote. */
  continues: number;
  /** Whether the article gives its speaker's role. */
  role: number;
  /** Whether it is the speaker's first quote. */
  firstOfSpeaker: number;
  whole: number;
  scrap: number;
  unclear: number;
  /** Whether the newspaper itself repeats it as a pull quote. */
  pulledOut: number;
  /** Overlap with the headline. */
  headline: number;
}

/** Additional data about the article. */
interface RankContext {
  title?: string | null | undefined;
  excerpt?: string | null | undefined;
}

/** Maximum length of a quote that is analysed, in UTF-16 units. */
const MAX_ANALYSED_LENGTH = 600;
/** Number of sentences in the lead, and minimum number of terms in each. */
const MAX_LEAD_SENTENCES = 4;
const MIN_SENTENCE_TERMS = 5;
/** Maximum length of the lead outside quotes, in UTF-16 units. */
const MAX_LEAD_LENGTH = 4000;
/** Quotes in the lead that may repeat a part of another: maximum offset, minimum and maximum length, in UTF-16 units. */
const MAX_PIECE_OFFSET = 700;
const MIN_PIECE_LENGTH = 9;
const MAX_PIECE_LENGTH = 80;
/** Smoothing for the overlap, because a short quote can't share many terms and a long one shares some by chance. */
const OVERLAP_SMOOTHING = 8;

/** The text before `reach`, without quotes. */
function textOutsideQuotes(text: string, quotes: readonly Quote[], maxLength: number): string {
  let outside = '';
  let offset = 0;
  for (const quote of quotes) {
    if (outside.length >= maxLength) break;
    if (quote.start < offset) continue;
    outside += `${text.slice(offset, Math.min(quote.start, offset + maxLength))} `;
    offset = quote.end;
  }
  return outside.length < maxLength ? outside + text.slice(offset, offset + maxLength) : outside;
}

function extractLead(
  text: string,
  quotes: readonly Quote[],
  excerpt: string | null | undefined,
): Set<string>[] {
  return [
    ...splitSentences(textOutsideQuotes(text, quotes, MAX_LEAD_LENGTH))
      .map((sentence) => new Set(extractTerms(sentence)))
      .filter((terms) => terms.size >= MIN_SENTENCE_TERMS)
      .slice(0, MAX_LEAD_SENTENCES),
    ...splitSentences(excerpt?.slice(0, MAX_ANALYSED_LENGTH) ?? '').map(
      (sentence) => new Set(extractTerms(sentence)),
    ),
  ];
}

function weighOverlap(terms: readonly string[], otherTerms: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const term of terms) if (otherTerms.has(term)) sum += rarity(term);
  return sum / Math.sqrt(terms.length + OVERLAP_SMOOTHING);
}

/** Computes the features of each quote, in order. */
export function computeKeyFeatures(
  text: string,
  quotes: readonly Quote[],
  context: RankContext,
): KeyFeatures[] {
  const rarity = computeRarity(text);
  const lead = extractLead(text, quotes, context.excerpt);
  const headline = new Set(extractTerms(context.title ?? ''));
  const pieces = quotes
    .filter((quote) => quote.start < MAX_PIECE_OFFSET && quote.text.length < MAX_PIECE_LENGTH)
    .map((quote) => quote.text.toLowerCase().replace(/[.,!?]+$/, ''))
    .filter((piece) => piece.length >= MIN_PIECE_LENGTH);
  const knownSpeakers = new Set<string | null>([null]);
  const all: KeyFeatures[] = [];
  for (const [index, quote] of quotes.entries()) {
    const beginning = quote.text.slice(0, MAX_ANALYSED_LENGTH);
    const lower = beginning.toLowerCase();
    const terms = [...new Set(extractTerms(beginning))];
    const completeness = assessCompleteness(quote.text);
    all.push({
      order: 1 / (1 + 0.35 * index),
      length: Math.min(1, Math.log(1 + countWords(beginning)) / 4),
      lead: lead.reduce((most, sentence) => Math.max(most, weighOverlap(terms, sentence, rarity)), 0),
      repeated: Number(pieces.some((piece) => piece !== lower && lower.includes(piece))),
      continues: Number(quote.evidence === 'continues'),
      role: Number(quote.role !== null),
      firstOfSpeaker: Number(!knownSpeakers.has(quote.resolvedSpeaker)),
      whole: Number(completeness === 'sentence'),
      scrap: Number(completeness === 'scrap'),
      unclear: Number(quote.resolvedSpeaker === null),
      pulledOut: Number(quote.pulledOut === true),
      headline: weighOverlap(terms, headline, rarity),
    });
    knownSpeakers.add(quote.resolvedSpeaker);
  }
  return all;
}

/**
 * Weights of the features for an editor's choice of pull quotes, in log-odds. There are few, so that they generalise to
 * other newspapers. The first seven are fitted by `tools/fit/fit-key-weights.ts` to the quotes that real headlines echo
 * (figures in its README). The others are set by hand: headlines prefer fragments, which are unsuitable as key quotes,
 * and say nothing about unclear speakers; `pulledOut` and `headline` would leak the label.
 */
export const KEY_WEIGHTS: Readonly<Record<keyof KeyFeatures, number>> = {
  order: 1.61,
  length: 1.33,
  lead: 3.87,
  repeated: 1.07,
  continues: -0.42,
  role: 0.25,
  firstOfSpeaker: 0.2,
  whole: 0.3,
  scrap: -3,
  unclear: -1,
  pulledOut: 3,
  headline: 4,
};

/** Puts most quotes of an article below one half. */
const BIAS = -4;

function scoreKey(features: KeyFeatures): number {
  let score = BIAS;
  for (const [name, value] of Object.entries(features))
    score += KEY_WEIGHTS[name as keyof KeyFeatures] * value;
  return score;
}

/** Computes the probability that an editor would choose each quote as a pull quote, 0–1, in order. */
export function rankQuotes(text: string, quotes: readonly Quote[], context: RankContext): number[] {
  const all = computeKeyFeatures(text, quotes, context);
  return all.map((features) => logistic(scoreKey(features)));
}
