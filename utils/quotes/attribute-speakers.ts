import type { ArticleModel } from './article-model.ts';
import { findCandidates, type Previous } from './candidates.ts';
import { innerSpeaker } from './reporter.ts';
import { speakerWeights } from './speaker-weights.ts';
import { readWeights, weigh } from './weigh.ts';

/** The mention chosen as a quote's speaker. */
export interface Attribution {
  span: number;
  /** Index of the mention, or -1 when nobody stands near. */
  mention: number;
  /** Index of the cue, or -1. */
  cue: number;
  /** 0–1: the share of the belief that this mention holds. */
  confidence: number;
  /** The mention is the one that spoke the quote before, too. */
  continues: boolean;
}

const weights = readWeights(speakerWeights);
/** A speaker inside another one's report stands in plain grammar. */
const INNER_CONFIDENCE = 0.85;

/** Chooses a speaker mention for each span, in order: the last speaker is evidence for the next quote. */
export function attributeSpeakers(model: ArticleModel, quoted: readonly number[]): Attribution[] {
  const attributions: Attribution[] = [];
  let previous: Previous | null = null;
  for (const span of quoted) {
    const candidates = findCandidates(model, span, previous);
    const scores = candidates.map((candidate) => weigh(candidate.features, weights));
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const belief = new Map<number, number>();
    let total = 0;
    for (const [i, candidate] of candidates.entries()) {
      const share = Math.exp((scores[i] ?? 0) - top);
      total += share;
      belief.set(candidate.mention, (belief.get(candidate.mention) ?? 0) + share);
    }
    let mention = -1;
    let most = 0;
    for (const [index, share] of belief) {
      if (share > most) {
        mention = index;
        most = share;
      }
    }
    let cue = -1;
    let best = -Infinity;
    for (const [i, candidate] of candidates.entries()) {
      const score = scores[i] ?? 0;
      if (candidate.mention === mention && candidate.cue >= 0 && score > best) {
        cue = candidate.cue;
        best = score;
      }
    }
    const inner = innerSpeaker(model, span, mention);
    if (inner) {
      ({ mention, cue } = inner);
      most = Math.max(most, total * INNER_CONFIDENCE);
    }
    const at: number = model.quoteTokens[span] ?? -1;
    const continues: boolean = mention >= 0 && previous?.mention === mention;
    attributions.push({ span, mention, cue, confidence: total > 0 ? most / total : 0, continues });
    if (mention >= 0) previous = { at, mention, cue };
  }
  return attributions;
}
