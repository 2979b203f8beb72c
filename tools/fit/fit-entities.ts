import { findReportingSubjects } from '../../utils/quotes/model/clause-subjects.ts';
import { GROUP_NOUN, PERSON_NOUN, TITLE } from '../../utils/quotes/model/lexicon.ts';
import { attributeSpeakers } from '../../utils/quotes/speakers/attribute-speakers.ts';
import { type FlatTrees, sumTrees, type Tree } from '../../utils/quotes/speakers/boosted-trees.ts';
import {
  ArticleProbabilities,
  MentionIndex,
  SentenceTopics,
  SpeakerHistory,
} from '../../utils/quotes/speakers/entities/article-context.ts';
import { recordSpeaker } from '../../utils/quotes/speakers/entities/choose-entities.ts';
import { findEntities } from '../../utils/quotes/speakers/entities/entity-candidates.ts';
import {
  ENTITY_FEATURE_NAMES,
  type EntityFeature,
} from '../../utils/quotes/speakers/entities/entity-features.ts';
import { buildPeopleTable } from '../../utils/quotes/speakers/people/people.ts';
import { type BoostOptions, boost, type Groups } from './boost.ts';
import type { LabelledArticle } from './quote-corpus.ts';
import { type LabelledQuote, meansSpeaker, nameWords, type QuoteArticle } from './said-corpus.ts';

/** Weight of a quote from the corpora without full names, relative to one with them. */
const UNNAMED_WEIGHT = 0.1;

const OPTIONS: BoostOptions = {
  trees: 600,
  leaves: 14,
  rate: 0.03,
  lambda: 8,
  least: 2,
  groups: 0.6,
  features: 0.25,
};

export interface EntityExample {
  site: string;
  rows: number[][];
  right: boolean[];
}

function meansFully(name: string | null, quote: LabelledQuote, lang: string): boolean {
  const words = nameWords(name);
  const full = nameWords(quote.speaker);
  return meansSpeaker(name, quote, lang) && words.length >= full.length;
}

/** Examples of one article, each with the true previous speaker. */
export function entityExamples(
  article: QuoteArticle,
  speakers: FlatTrees,
  before?: FlatTrees,
): EntityExample[] {
  const { model, truth, lang, site } = article;
  const reported = findReportingSubjects(model);
  const people = buildPeopleTable(model, null, reported);
  const quoted = truth.flatMap((quote, span) => (quote?.kind === 'speech' ? [span] : []));
  const attributions = attributeSpeakers(model, people, reported, quoted, speakers);
  const mentionIndex = new MentionIndex(model, people, reported);
  const read = {
    model,
    people,
    mentionIndex,
    probabilities: new ArticleProbabilities(model, people, attributions),
    topics: new SentenceTopics(model, people),
  };
  const turns = new SpeakerHistory();
  const examples: EntityExample[] = [];
  for (const [index, attribution] of attributions.entries()) {
    const quote = truth[attribution.span];
    if (!quote) continue;
    const entities = findEntities(read, attribution, index, turns);
    let right = entities.map(({ name }) => quote.speaker !== null && meansFully(name, quote, lang));
    if (!right.includes(true))
      right = entities.map(({ name }) => quote.speaker !== null && meansSpeaker(name, quote, lang));
    if (!right.includes(true)) right = entities.map(({ name }) => name === null);
    examples.push({ site, rows: entities.map(({ features }) => features), right });
    // A fit with the true previous speakers trusts them too much: later rounds use the choices of the previous round.
    const scores = before ? entities.map(({ features }) => sumTrees(before, features)) : [];
    const chosen = entities[before ? scores.indexOf(Math.max(...scores)) : right.indexOf(true)];
    if (chosen) recordSpeaker(turns, chosen, model.quoteTokens[attribution.span] ?? -1);
  }
  return examples;
}

/**
 * The same for articles labelled with the words that name the speaker, if these are a name, or a noun for an unnamed
 * person.
 */
export function namedExamples(article: LabelledArticle, speakers: FlatTrees): EntityExample[] {
  const { model, truth, id } = article;
  const reported = findReportingSubjects(model);
  const people = buildPeopleTable(model, null, reported);
  const quoted = truth.flatMap((quote, span) => (quote ? [span] : []));
  const attributions = attributeSpeakers(model, people, reported, quoted, speakers);
  const mentionIndex = new MentionIndex(model, people, reported);
  const read = {
    model,
    people,
    mentionIndex,
    probabilities: new ArticleProbabilities(model, people, attributions),
    topics: new SentenceTopics(model, people),
  };
  const turns = new SpeakerHistory();
  const examples: EntityExample[] = [];
  for (const [index, attribution] of attributions.entries()) {
    const source = truth[attribution.span]?.speaker;
    const m = source
      ? model.mentions.findIndex(
          (mention) =>
            (mention.kind === 'name' || mention.kind === 'noun') &&
            (model.tokens[mention.first]?.start ?? 0) >= source.start - 40 &&
            (model.tokens[mention.head]?.start ?? 0) >= source.start &&
            (model.tokens[mention.head]?.end ?? Infinity) <= source.end + 2,
        )
      : -1;
    const person = people.personOf[m] ?? -1;
    const entities = findEntities(read, attribution, index, turns);
    const mention = model.mentions[m];
    const head = model.tokens[mention?.head ?? -1];
    // A noun for a person may refer to a named person, so the example is ambiguous.
    const known = model.lexicon.isDefinite(model.tokens[mention?.first ?? -1]?.lower ?? '');
    const isPerson =
      ((head?.classes ?? 0) & (PERSON_NOUN | TITLE)) !== 0 && ((head?.classes ?? 0) & GROUP_NOUN) === 0;
    const own =
      mention?.kind === 'noun' && head && !(isPerson && known) ? model.lexicon.stem(head.lower) : null;
    const right = entities.map((entity) =>
      person >= 0 ? entity.person === person : own !== null && entity.noun === own,
    );
    if (right.includes(true))
      examples.push({ site: id, rows: entities.map(({ features }) => features), right });
    const chosen = entities[right.indexOf(true)];
    if (chosen) recordSpeaker(turns, chosen, model.quoteTokens[attribution.span] ?? -1);
  }
  return examples;
}

export function fitEntities(
  examples: readonly EntityExample[],
  others: readonly EntityExample[] = [],
): Tree<EntityFeature>[] {
  const all = [...examples, ...others];
  const rows = all.flatMap(({ rows: list }) => list);
  const starts = Int32Array.from({ length: all.length + 1 }, () => 0);
  for (const [i, { rows: list }] of all.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const groups: Groups = {
    columns: ENTITY_FEATURE_NAMES.map((_, f) => Uint8Array.from(rows, (row) => row[f] ?? 0)),
    starts,
    right: Uint8Array.from(all.flatMap(({ right }) => right.map(Number))),
    weight: Float64Array.from(all, (_, i) => (i < examples.length ? 1 : UNNAMED_WEIGHT)),
    offset: new Float64Array(rows.length),
  };
  return boost(groups, ENTITY_FEATURE_NAMES, OPTIONS);
}
