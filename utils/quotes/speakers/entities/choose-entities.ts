import { MIN_SPEAKER_CONFIDENCE } from '../../confidence-level.ts';
import { GROUP_NOUN, hasClass, PERSON_NOUN, TITLE } from '../../model/lexicon.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import { type FlatTrees, flattenTrees, sumTrees, type Tree } from '../boosted-trees.ts';
import { isCertainlyHuman, type PeopleTable } from '../people/people-table.ts';
import { ArticleProbabilities, MentionIndex, SentenceTopics, SpeakerHistory } from './article-context.ts';
import { findEntities } from './entity-candidates.ts';
import {
  type Choice,
  ENTITY_FEATURE_NAMES,
  type EntityCandidate,
  type EntityFeature,
  entityKey,
} from './entity-features.ts';
import entityTrees from './entity-trees.json' with { type: 'json' };
import { matchNoun } from './likeliest-mention.ts';

const defaultTrees = flattenTrees(entityTrees.trees as readonly Tree<EntityFeature>[], ENTITY_FEATURE_NAMES);

/** Records an entity as the speaker of the quote at a token. */
export function recordSpeaker(history: SpeakerHistory, entity: EntityCandidate, at: number): void {
  history.record(entityKey(entity), entity.person < 0 ? entity.mention : null, at);
}

/**
 * Confidence in a speaker identified by layout ("LINDQVIST: …") or plain grammar ("the letter said: …"): just enough to
 * be shown.
 */
const LAYOUT_CONFIDENCE = 0.9;
const PLAIN_CONFIDENCE = MIN_SPEAKER_CONFIDENCE;
/** … and maximum confidence if plain grammar contradicts the choice: not enough to be shown. */
const MAX_DOUBTFUL_CONFIDENCE = 0.5;

/**
 * The entity identified unambiguously by layout or plain grammar at the quote: a name, or an unnamed source that is not
 * one of the named people ("a neighbour", "the letter"). The trees were trained on articles with few of these.
 */
function findPlainEntity(
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
  const isPerson = hasClass(head, PERSON_NOUN | TITLE) && !hasClass(head, GROUP_NOUN);
  const known = lexicon.isDefinite(tokens[mention.first]?.lower ?? '');
  // "the mayor", "the 46-year-old" may refer to a named person.
  const isNamed = people.people.some(isCertainlyHuman);
  if (plain < 2 && isPerson && known && isNamed) {
    const holders = entities.filter(({ person: holder }) => {
      const somebody = people.people[holder];
      return somebody !== undefined && matchNoun(somebody, head.lower, lexicon) > 0;
    });
    return holders.length === 1 ? (holders[0] ?? null) : null;
  }
  const noun = lexicon.stem(head.lower);
  return entities.find((entity) => entity.person < 0 && entity.noun === noun) ?? null;
}

/** Chooses the speaker for each attribution, in text order. */
export function chooseEntities(
  model: ArticleModel,
  people: PeopleTable,
  attributions: readonly Attribution[],
  subjects: ReadonlySet<number>,
  trees: FlatTrees = defaultTrees,
): Choice[] {
  const mentionIndex = new MentionIndex(model, people, subjects);
  const article = {
    model,
    people,
    mentionIndex,
    probabilities: new ArticleProbabilities(model, people, attributions),
    topics: new SentenceTopics(model, people),
  };
  const history = new SpeakerHistory();
  const choices: Choice[] = [];
  const hasNamedPeople = people.people.some(({ human }) => human >= 1);
  for (const [index, attribution] of attributions.entries()) {
    const entities = findEntities(article, attribution, index, history);
    const scores = entities.map(({ features }) => sumTrees(trees, features));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const total = shares.reduce((a, b) => a + b, 0);
    const best = entities[shares.indexOf(1)];
    if (!best) continue;
    const plain = findPlainEntity(model, people, attribution, entities);
    const isNamed = plain !== null && plain.person >= 0;
    // For named people, plain grammar is a feature of the trees; alone it is wrong too often. If it identifies a
    // speaker, it raises or lowers the confidence of the trees' choice.
    const isSettled =
      plain !== null && (attribution.plain === 2 || !hasNamedPeople || (isNamed && plain === best));
    const entity = isSettled ? plain : best;
    const share = (shares[entities.indexOf(entity)] ?? 0) / total;
    const settledConfidence = Math.max(share, attribution.plain === 2 ? LAYOUT_CONFIDENCE : PLAIN_CONFIDENCE);
    const confidence = isSettled
      ? settledConfidence
      : isNamed
        ? Math.min(share, MAX_DOUBTFUL_CONFIDENCE)
        : share;
    choices.push({ entity, confidence });
    recordSpeaker(history, entity, model.quoteTokens[attribution.span] ?? -1);
  }
  return choices;
}
