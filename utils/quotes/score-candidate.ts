import type { Candidate } from './candidates.ts';
import { weigh } from './weigh.ts';

/** Plain grammar at the quote is right so often that it starts with this much of a lead, in log-odds. */
const PLAIN = 2;

/**
 * How much speaks for a candidate, in log-odds: what its own place says, and its ties to cues on top, where several
 * add up softly and one that speaks against it doesn't count. `tie` is the cue of the best tie, or -1.
 */
export function scoreCandidate(
  candidate: Candidate,
  weights: ReadonlyMap<string, number>,
): { score: number; tie: number; shares: number[] } {
  const ties = candidate.ties.map(({ features }) => Math.exp(weigh(features, weights)));
  const all = ties.reduce((a, b) => a + b, 1);
  let tie = -1;
  let best = 0;
  for (const [i, value] of ties.entries()) {
    if (value <= best) continue;
    best = value;
    tie = candidate.ties[i]?.cue ?? -1;
  }
  const plain = candidate.plain ? PLAIN : 0;
  const score = weigh(candidate.features, weights) + Math.log(all) + plain;
  return { score, tie, shares: ties.map((value) => value / all) };
}
