import type { Quote } from '../types.ts';
import { type KeyFeatures, type RankContext, readKeyFeatures } from './key-features.ts';
import { logistic } from './weigh.ts';

/**
 * What makes an editor pull a quote out, in log-odds. Few, so that they hold for papers they have not seen. The first seven
 * are fitted by `tools/fit/fit-key-weights.ts` on the quotes that real headlines echo (figures in its README). The others
 * are set by hand: headlines like to quote scraps, which a screen must not, and say nothing of unclear speakers; and
 * `pulledOut` and `headline` would read the answer.
 */
export const KEY_WEIGHTS: Readonly<Record<keyof KeyFeatures, number>> = {
  order: 1.61,
  length: 1.33,
  lead: 3.87,
  repeated: 1.07,
  continues: -0.42,
  role: 0.25,
  firstOfVoice: 0.2,
  whole: 0.3,
  scrap: -3,
  unclear: -1,
  pulledOut: 3,
  headline: 4,
};

/** Leaves most quotes of an article below one half. */
const BIAS = -4;

function scoreKey(features: KeyFeatures): number {
  let score = BIAS;
  for (const [name, value] of Object.entries(features))
    score += KEY_WEIGHTS[name as keyof KeyFeatures] * value;
  return score;
}

/** How likely an editor would pull each quote out, 0–1, in order. */
export function rankQuotes(text: string, quotes: readonly Quote[], context: RankContext): number[] {
  const all = readKeyFeatures(text, quotes, context);
  return all.map((features) => logistic(scoreKey(features)));
}
