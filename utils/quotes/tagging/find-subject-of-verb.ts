import {
  type Candidate,
  listCandidates,
  subjectFeatures,
  subjectlessFeatures,
  type Tagged,
} from './subject-features.ts';

/** Feature → weight. */
export type SubjectWeights = ReadonlyMap<string, number>;

/** What may be the subject of a verb, and how probably; null stands for none in the sentence. */
export interface Subject {
  candidate: Candidate | null;
  probability: number;
}

/** Weights in files are integers; this makes them log-odds. */
export const SUBJECT_SCALE = 0.01;

/** All choices for a verb with their features: first none, then each candidate in order of the text. */
export function listChoices(
  tokens: readonly Tagged[],
  verb: number,
): { candidate: Candidate | null; features: string[] }[] {
  const candidates = listCandidates(tokens, verb);
  const nearestBefore = candidates.findLast(({ last }) => last < verb);
  const nearestAfter = candidates.find(({ first }) => first > verb);
  return [
    { candidate: null, features: subjectlessFeatures(tokens, verb, candidates) },
    ...candidates.map((candidate) => ({
      candidate,
      features: subjectFeatures(
        tokens,
        verb,
        candidate,
        candidate === nearestBefore || candidate === nearestAfter,
      ),
    })),
  ];
}

/**
 * Who or what the verb at token `verb` says something of: every choice, the likeliest first; probabilities add up to 1.
 * Bounded: only words in reach of the verb are looked at.
 */
export function findSubjectOfVerb(
  tokens: readonly Tagged[],
  verb: number,
  weights: SubjectWeights,
): Subject[] {
  const choices = listChoices(tokens, verb).map(({ candidate, features }) => ({
    candidate,
    score: features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0) * SUBJECT_SCALE,
  }));
  const most = Math.max(...choices.map(({ score }) => score));
  const total = choices.reduce((sum, { score }) => sum + Math.exp(score - most), 0);
  return choices
    .map(({ candidate, score }) => ({ candidate, probability: Math.exp(score - most) / total }))
    .sort((a, b) => b.probability - a.probability);
}
