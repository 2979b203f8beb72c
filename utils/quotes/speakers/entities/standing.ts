import type { CandidateFeatures } from '../candidate-features.ts';
import type { EntityValues } from './entity-features.ts';

/** How the likeliest mention of an entity stands to the quote. */
export function standing(features: CandidateFeatures | null | undefined): EntityValues {
  if (!features) return { tieCost: 16 };
  const { tie, field, agent, mention, clause } = features;
  return {
    tieCost: tie.cost,
    tieLink: tie.link,
    tieSide: tie.side,
    tieWord: tie.word,
    margin: field.margin,
    agent: agent.tied,
    agentBehind: agent.behind,
    agentBefore: agent.before,
    place: mention.place,
    next: mention.next,
    clause: clause.tiedCue,
  };
}
