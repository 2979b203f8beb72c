import type { ArticleModel } from './article-model.ts';
import type { Previous } from './candidate-features.ts';
import { findCandidates } from './candidates.ts';
import { innerSpeaker } from './reporter.ts';
import { scoreCandidate } from './score-candidate.ts';
import { speakerWeights } from './speaker-weights.ts';
import { readWeights } from './weigh.ts';

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
/** A speaker whom only the language's own grammar names, often by leaving them out. */
const OWN_CONFIDENCE = 0.7;

/** Chooses a speaker mention for each span, in order: the last speaker is evidence for the next quote. */
export function attributeSpeakers(model: ArticleModel, quoted: readonly number[]): Attribution[] {
  const attributions: Attribution[] = [];
  let previous: Previous | null = null;
  for (const span of quoted) {
    const candidates = findCandidates(model, span, previous);
    const scores = candidates.map((candidate) => scoreCandidate(candidate, weights));
    const top = scores.reduce((a, b) => Math.max(a, b.score), -Infinity);
    let mention = -1;
    let cue = -1;
    let most = 0;
    let total = 0;
    for (const [i, { score, tie }] of scores.entries()) {
      const share = Math.exp(score - top);
      total += share;
      if (share <= most) continue;
      most = share;
      mention = candidates[i]?.mention ?? -1;
      cue = tie;
    }
    const inner = innerSpeaker(model, span, mention);
    const own: { mention: number; cue: number } | null =
      model.lexicon.data.findSubject?.(model, span, previous) ?? null;
    if (own && !inner) {
      most = own.mention === mention ? Math.max(most, total * OWN_CONFIDENCE) : total * OWN_CONFIDENCE;
      ({ mention, cue } = own);
    }
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
