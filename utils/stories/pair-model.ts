/** The probability that two articles report the same event. Fitted by `tools/fit/fit-stories.ts`. */

/** What two articles have in common; all numbers are 0 or larger. */
export interface PairFeatures {
  /** Whether they are in different languages. Then only names and numbers are compared, by `consonantKey`. */
  isCrossLingual: boolean;
  /** Cosine of the words, weighted by rarity. */
  terms: number;
  /** Cosine of the names, weighted by rarity. */
  names: number;
  /** Share of the headlines, by rarity, that is in both. */
  headline: number;
  /** How much more frequent the shared words are on these days than on others. */
  burst: number;
  days: number;
  /** Whether one links to the other. */
  isLinked: boolean;
}

export const SAME_LANGUAGE_FEATURES = ['terms', 'names', 'headline', 'burst', 'days'] as const;
export const CROSS_LINGUAL_FEATURES = ['names', 'burst', 'days'] as const;
type Weights<Name extends string> = Readonly<Record<Name | 'bias', number>>;

const SAME_LANGUAGE_WEIGHTS: Weights<(typeof SAME_LANGUAGE_FEATURES)[number]> = {
  terms: 14.08,
  names: 5.46,
  headline: 1.78,
  burst: 0.47,
  days: -2.17,
  bias: -6.99,
};
const CROSS_LINGUAL_WEIGHTS: Weights<(typeof CROSS_LINGUAL_FEATURES)[number]> = {
  names: 10.2,
  burst: 0.46,
  days: -1.94,
  bias: -5.05,
};

/** Set by hand, since none of the fitted articles has links: brings an unlikely pair to even odds. */
const LINK_WEIGHT = 2.5;

/** The features as they are weighted: differences between low cosines mean more than those between high ones. */
export function scaleFeatures(
  features: PairFeatures,
): Record<(typeof SAME_LANGUAGE_FEATURES)[number], number> {
  return {
    terms: Math.sqrt(features.terms),
    names: Math.sqrt(features.names),
    headline: features.headline,
    burst: Math.log1p(features.burst),
    days: Math.log1p(features.days),
  };
}

/** @returns 0–1 */
export function pairProbability(features: PairFeatures): number {
  const scaled = scaleFeatures(features);
  let score = features.isLinked ? LINK_WEIGHT : 0;
  if (features.isCrossLingual) {
    score += CROSS_LINGUAL_WEIGHTS.bias;
    for (const name of CROSS_LINGUAL_FEATURES) score += CROSS_LINGUAL_WEIGHTS[name] * scaled[name];
  } else {
    score += SAME_LANGUAGE_WEIGHTS.bias;
    for (const name of SAME_LANGUAGE_FEATURES) score += SAME_LANGUAGE_WEIGHTS[name] * scaled[name];
  }
  return 1 / (1 + Math.exp(-score));
}
