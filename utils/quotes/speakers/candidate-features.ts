import type { AgentFeatures } from './agent-features.ts';
import type { ClauseFeatures, PathFeatures } from './candidate-context.ts';
import type { SceneFeatures } from './quote-scene.ts';

/** What speaks for and against a candidate, as small numbers by name; `FEATURES` says what each is. */
export type CandidateFeatures = {
  mention: MentionFeatures;
  tie: TieFeatures;
  scene: SceneFeatures;
  field: { plain: number; subjects: number; margin: number; cheapest: number };
  previous: { side: number; gap: number; same: number; sameBefore: number };
  person: { human: number; named: number };
  path: PathFeatures;
  clause: ClauseFeatures;
  agent: AgentFeatures;
};

type MentionFeatures = {
  kind: number;
  place: number;
  next: number;
  where: number;
  rank: number;
  distance: number;
  reports: number;
  spoken: number;
};

export type TieFeatures = {
  link: number;
  side: number;
  edge: number;
  gap: number;
  near: number;
  crowd: number;
  word: number;
  cost: number;
  subjects: number;
  commas: number;
};
