import type { Steps } from '../../page/in-slices.ts';
import type { ArticleModel } from '../model/article-model.ts';
import { hasClass } from '../model/has-class.ts';
import { GROUP, type Lexicon, PERSON, TITLE } from '../model/lexicon.ts';
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

/** How sure the layout is ("LINDQVIST: …"), and plain grammar ("the letter said: …"). */
const SURE = 0.9;
const PLAIN = 0.65;

/** Is a noun a word of somebody's role? */
function holdsRole(role: string | null | undefined, noun: string, { fold }: Lexicon): boolean {
  const words = role?.toLowerCase().split(/[^\p{L}-]+/u) ?? [];
  return words.some((word) => fold(word) === fold(noun));
}

/**
 * Whom the layout or plain grammar at the quote names, where that leaves nothing open: a name, or somebody or something
 * without one that is nobody whom the article names ("a neighbour", "the letter"). The trees learnt from articles, in
 * which few are.
 */
function plainEntity(
  { mentions, tokens, lexicon }: ArticleModel,
  people: PeopleTable,
  { plain, mention: index }: Attribution,
  entities: readonly EntityCandidate[],
): EntityCandidate | null {
  const mention = mentions[index];
  const head = tokens[mention?.head ?? -1];
  if (plain === 0 || !mention || !head || mention.kind === 'pronoun' || mention.kind === 'relative')
    return null;
  const person = people.personOf[index] ?? -1;
  if (person >= 0) return entities.find((entity) => entity.person === person) ?? null;
  const isPerson = hasClass(head, PERSON | TITLE) && !hasClass(head, GROUP);
  const known = lexicon.isDefinite(tokens[mention.first]?.lower ?? '');
  // "the mayor", "the 46-year-old" may be somebody whom the article names.
  const isNamed = people.people.some(({ human }) => human >= 1);
  if (plain < 2 && isPerson && known && isNamed) {
    const holders = entities.filter(({ person: holder }) =>
      holdsRole(people.people[holder]?.role, head.lower, lexicon),
    );
    return holders.length === 1 ? (holders[0] ?? null) : null;
  }
  return entities.find((entity) => entity.person < 0 && entity.noun === head.lower) ?? null;
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
    const best = entities[shares.indexOf(1)];
    if (!best) continue;
    const plain = plainEntity(model, people, attribution, entities);
    const share = (shares[plain ? entities.indexOf(plain) : -1] ?? 0) / total;
    const entity = plain ?? best;
    const confidence = plain ? Math.max(share, attribution.plain === 2 ? SURE : PLAIN) : 1 / total;
    choices.push({ entity, confidence });
    turn = nextTurn(turn, entity, model.quoteTokens[attribution.span] ?? -1);
  }
  return choices;
}
