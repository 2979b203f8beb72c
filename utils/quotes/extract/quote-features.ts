import type { ArticleModel } from '../model/types.ts';
import { type PlaceFeatures, readPlaceFeatures } from './quote-place.ts';
import { readWordFeatures, type WordFeatures } from './quote-words.ts';

export type QuoteFeature = keyof WordFeatures | keyof PlaceFeatures;

/** The features in the order in which rows have them; each is a whole number from 0 to 31. */
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
  'work',
  'capitalBefore',
  'joined',
  'alone',
  'headline',
  'set',
  'parted',
  'known',
];

/**
 * What speaks for and against a span being somebody's words, and not a title, a nickname or a word held at arm's
 * length.
 */
export function readQuoteRow(model: ArticleModel, span: number): number[] {
  const features = { ...readWordFeatures(model, span), ...readPlaceFeatures(model, span) };
  return QUOTE_FEATURES.map((name) => features[name]);
}
