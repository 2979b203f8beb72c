import type { Steps } from '../../page/in-slices.ts';
import type { ArticleModel } from '../model/article-model.ts';
import type { Attribution } from './attribute-speakers.ts';
import { type FlatTrees, flattenTrees, sumTrees, type Tree } from './boosted-trees.ts';
import {
  ENTITY_FEATURE_NAMES,
  type EntityCandidate,
  type EntityFeature,
  entityKey,
  findEntities,
  readPlaces,
  type Turn,
} from './entity-candidates.ts';
import entityTrees from './entity-trees.json' with { type: 'json' };
import type { PeopleTable } from './people.ts';

const shipped = flattenTrees(entityTrees.trees as readonly Tree<EntityFeature>[], ENTITY_FEATURE_NAMES);

/** Whose words a quote is. */
export interface Choice {
  entity: EntityCandidate;
  /** 0–1 */
  confidence: number;
}

export const NO_TURN: Turn = { last: '', before: '', at: -1, spoken: new Map(), nouns: new Map(), total: 0 };

export function nextTurn(turn: Turn, entity: EntityCandidate, at: number): Turn {
  const key = entityKey(entity);
  if (key === '') return turn;
  const spoken = new Map(turn.spoken);
  spoken.set(key, (spoken.get(key) ?? 0) + 1);
  const nouns = new Map(turn.nouns);
  if (entity.person < 0) nouns.set(key, entity.mention);
  const before = key === turn.last ? turn.before : turn.last;
  return { last: key, before, at, spoken, nouns, total: turn.total + 1 };
}

/** Chooses for each attribution whose words they are, in order of the text. */
export function* chooseEntities(
  model: ArticleModel,
  people: PeopleTable,
  attributions: readonly Attribution[],
  subjects: ReadonlySet<number>,
  trees: FlatTrees = shipped,
): Steps<Choice[]> {
  const places = readPlaces(model, people, subjects);
  let turn = NO_TURN;
  const choices: Choice[] = [];
  for (const attribution of attributions) {
    yield;
    const entities = findEntities(model, people, places, attribution, turn);
    const [nobody] = entities;
    if (attribution.nobody && nobody) {
      choices.push({ entity: nobody, confidence: 1 });
      continue;
    }
    const scores = entities.map(({ features }) => sumTrees(trees, features));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const total = shares.reduce((a, b) => a + b, 0);
    const entity = entities[shares.indexOf(1)];
    if (!entity) continue;
    choices.push({ entity, confidence: 1 / total });
    turn = nextTurn(turn, entity, model.quoteTokens[attribution.span] ?? -1);
  }
  return choices;
}
