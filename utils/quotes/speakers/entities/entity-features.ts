import type { ArticleModel } from '../../model/types.ts';
import type { PeopleTable } from '../people/people-table.ts';
import {
  type ArticleProbabilities,
  type MentionIndex,
  nounKey,
  personKey,
  type SentenceTopics,
} from './article-context.ts';

/** All features of an entity with descriptions, by the names in the trees and in the order of the fit. */
const ENTITY_FEATURES = {
  kind: 'nobody 0, unnamed 1, a name of one word 2, of more words 3',
  human: 'evidence that the name is that of a person',
  direct: 'probability of the mentions that name it',
  linked: 'probability of the nouns that refer to it',
  pronoun: 'probability of the pronouns that may refer to it',
  agrees: 'whether the likeliest mention agrees in gender: contradicts 1, unknown 2, agrees 3',
  topKind:
    'kind of the likeliest mention: relative 1, another pronoun 2, he or she 3, a noun 4 to 7 as in `lexical`, a name 8',
  top: 'probability of the likeliest mention',
  isTop: 'whether the likeliest mention names it',
  last: 'whether it spoke last 2, or before that 1',
  lastGap: 'paragraphs since the last quote',
  spoken: 'number of quotes it has spoken so far',
  spokenShare: 'its share of the quotes so far',
  mentions: 'mentions of it up to the quote',
  mentionShare: 'its share of all mentions of people in the article',
  behind: 'sentences since its last mention',
  recency: 'entities mentioned later than it',
  ahead: 'sentences to its next mention',
  reported: 'whether it was the subject of a reporting verb at its last mention',
  opened: 'whether its last mention began a sentence; for a noun, whether it is definite',
  samePlace:
    'whether it is named in the sentence 3, the paragraph 2, or an adjacent paragraph 1 of the quote',
  headline: 'whether the headline names it',
  inside: 'whether the quote itself names it',
  opens: 'how the quote begins',
  lead: 'context before the quote',
  follows: 'context after the quote',
  directness: 'how close a cue is to the quote',
  size: 'length of the quote',
  people: 'number of people named in the article',
  certain: 'number of certain people named in the article',
  ownSentence: 'whether the sentence of the quote is about it: by name 2, by a pronoun 1',
  sentenceBefore: 'the same for the previous sentence',
  determined:
    'determiner of the likeliest noun: none 1, another 2, a definite article 3, a possessive 4, a demonstrative 5',
  holders: 'people nearby whose role or name contains the likeliest noun, or the noun itself',
  next: 'context after its likeliest mention',
  reports: 'how often a noun is the subject of a reporting verb in the article',
  reportedRank: 'its rank among earlier subjects of reporting verbs by recency: the last one 1',
  subjectRank: 'the same among earlier first mentions of sentences',
  reportedGap: 'sentences since it was such a subject',
  given: 'whether the name begins with a given name',
  held: 'share of its mentions that follow a preposition',
  leads: 'share of its mentions that begin a sentence',
  alike: 'whether the likeliest noun is part of its name 3 or describes it 2',
  described:
    'how often the likeliest noun describes it in the article; for a noun, how often it describes a named person',
  topNumber: 'number of the likeliest mention: singular 1, plural 2',
  hasRole: 'whether the article gives its role',
  since: 'sentences since its first mention',
  lately: 'mentions of it in this paragraph and the previous two',
  lexical:
    'class of the likeliest mention: document 1, organisation 2, group 3, person 4; plus 5 if it is definite',
  tieCost: 'how indirect the relation of its likeliest mention to a cue is; 16 without one',
  tieLink: 'relation of that mention to the cue',
  tieSide: 'position of the cue relative to the quote',
  tieWord: 'kind of cue',
  margin: 'difference between the costs of that relation and of the best other one',
  agent: 'probability, by the tags, that the mention is the subject of the cue',
  agentBehind: 'the same for the first finite verb after the quote',
  agentBefore: 'the same for the last finite verb before the quote',
  verbless: 'probability that the verb after the quote has no subject in the sentence',
  place: 'context before that mention',
  clause: 'whether that mention is the subject of the cue according to the clause',
  elsewhere: 'expected number of other quotes that it speaks, by nearby mentions',
  saidBefore: 'probability that it speaks the previous quote',
  saysNext: 'probability that it speaks the next quote',
  nextGap: 'paragraphs to the next quote',
  verbNumber: 'number of the verb at the quote: singular 1, plural 2',
  fitsNumber: 'whether it agrees with that number: contradicts 1, unknown 2, agrees 3',
  fitsGender: 'whether it agrees with the gender of that verb: contradicts 1, unknown 2, agrees 3',
  sinceTurn: 'whether it was named since the last quote 1, and began a sentence or reported there 2',
  othersSince: 'others who began a sentence or reported since the last quote',
  plain: 'speaker by plain grammar at the quote: it 2, another 1',
  between: 'people named since its last mention who may have the gender of the likeliest mention',
} as const;

export type EntityFeature = keyof typeof ENTITY_FEATURES;
export type EntityValues = Partial<Record<EntityFeature, number>>;
export const ENTITY_FEATURE_NAMES = Object.keys(ENTITY_FEATURES) as EntityFeature[];

/** Maximum value of a feature: the fit has 32 bins. */
const MAX_VALUE = 31;

/** Converts features to a row of numbers, in the order of `ENTITY_FEATURES`; missing ones are 0. */
export function entityRow(values: EntityValues): number[] {
  return ENTITY_FEATURE_NAMES.map((name) => Math.max(0, Math.min(MAX_VALUE, values[name] ?? 0)));
}

/** Converts a share from 0–1 to fifteenths. */
export function inFifteenths(share: number): number {
  return Math.round(15 * Math.min(1, share));
}

/** A possible speaker of a quote: a named person or organisation, an unnamed source, or nobody. */
export interface EntityCandidate {
  /** Index into the people table, or -1. */
  person: number;
  /** The likeliest mention of it near the quote; -1 without one. */
  mention: number;
  /** The noun, for an unnamed source. */
  noun: string;
  /** The name or words to be shown; null for nobody. */
  name: string | null;
  features: number[];
}

/** The chosen speaker of a quote. */
export interface Choice {
  entity: EntityCandidate;
  /** 0–1 */
  confidence: number;
}

/** The key for counting an entity's quotes; empty for nobody. */
export function entityKey({ person, noun, name }: EntityCandidate): string {
  if (person >= 0) return personKey(person);
  return name === null ? '' : nounKey(noun);
}

/** The analysis of a whole article, made before speakers are chosen. */
export interface Article {
  model: ArticleModel;
  people: PeopleTable;
  mentionIndex: MentionIndex;
  probabilities: ArticleProbabilities;
  topics: SentenceTopics;
}
