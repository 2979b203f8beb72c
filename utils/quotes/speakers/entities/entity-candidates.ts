import type { Attribution } from '../attribute-speakers.ts';
import type { Article, EntityCandidate } from './entity-candidate.ts';
import { EntityScene } from './entity-scene.ts';
import { findNouns } from './noun-candidates.ts';
import { findPeople } from './person-candidates.ts';
import type { Turns } from './turns.ts';

/**
 * Everybody whom the quote of an attribution may belong to; the first is nobody. Bounded per quote.
 *
 * @param index of the attribution among those of the article
 */
export function findEntities(
  article: Article,
  attribution: Attribution,
  index: number,
  turns: Turns,
): EntityCandidate[] {
  const { model } = article;
  const quote = model.tokens[model.quoteTokens[attribution.span] ?? -1];
  if (!quote) return [];
  const scene = new EntityScene(article, turns, attribution, index, quote);
  const nobody: EntityCandidate = {
    person: -1,
    mention: -1,
    noun: '',
    name: null,
    features: scene.row('', { tieCost: 16 }),
  };
  const named = [nobody, ...findPeople(scene)];
  // Without words of the language nobody can tell a noun from any other word.
  return model.lexicon.code === 'und' ? named : [...named, ...findNouns(scene)];
}
