import type { ArticleModel } from '../../model/types.ts';
import type { PeopleTable } from '../people/people-table.ts';
import {
  type ArticleBeliefs,
  type ArticlePlaces,
  nounKey,
  personKey,
  type SentenceSubjects,
} from './article-places.ts';

/** Every feature of an entity and what it says; the trees name them, and the fit knows them in this order. */
const ENTITY_FEATURES = {
  kind: 'nobody 0, somebody without a name 1, a name of one word 2, of more words 3',
  human: 'how surely the name is that of a person',
  direct: 'belief in the mentions that name it',
  linked: 'belief in the nouns that mean it',
  pronoun: 'belief in pronouns that may mean it',
  agrees: 'whether the likeliest mention agrees in gender: contradicts 1, unknown 2, agrees 3',
  topKind:
    'what the likeliest mention is: relative 1, another pronoun 2, he or she 3, a noun 4 to 7 as in `lexical`, a name 8',
  top: 'belief in the likeliest mention',
  isTop: 'whether the likeliest mention names it',
  last: 'whether it spoke last 2, or before that 1',
  lastGap: 'paragraphs since the last quote',
  spoken: 'quotes it has spoken so far',
  spokenShare: 'its share of the quotes so far',
  mentions: 'mentions of it up to the quote',
  mentionShare: 'its share of all mentions of people in the article',
  behind: 'sentences since its last mention',
  recency: 'entities mentioned later than it',
  ahead: 'sentences to its next mention',
  reported: 'whether it was the subject of a reporting verb the last time',
  opened: 'whether its last mention opened a sentence; of a noun, whether it speaks of somebody known',
  samePlace:
    'whether it is named in the sentence 3, or the paragraph 2, of the quote, or the one beside it 1',
  headline: 'whether the headline names it',
  inside: 'whether the quote itself names it',
  opens: 'how the quote opens',
  lead: 'what leads to it',
  follows: 'what follows it',
  directness: 'how directly a cue stands at it',
  size: 'its length',
  people: 'people named in the article',
  certain: 'people named in the article who are surely people',
  ownSentence: 'whether the sentence of the quote is about it: by name 2, by a pronoun 1',
  sentenceBefore: 'the same for the sentence before',
  determined:
    'how the likeliest noun is introduced: by nothing 1, by another determiner 2, an article for somebody known 3, a possessive 4, a demonstrative 5',
  holders: 'people near whose role or name the likeliest noun, or the noun itself, is a word of',
  next: 'what follows its likeliest mention',
  reports: 'how often a noun is the subject of a reporting verb in the article',
  reportedRank: 'among those who were subjects of reporting verbs before, how long ago: the last one 1',
  subjectRank: 'the same for those with whom a sentence began',
  reportedGap: 'sentences since it was such a subject',
  given: 'whether the name begins with a given name',
  held: 'the share of its mentions that stand behind a preposition',
  leads: 'the share of its mentions that open a sentence',
  alike: 'whether the likeliest noun is a word of its name 3, describes it 2, or takes up such a word 1',
  described:
    'how often the likeliest noun describes it in the article; of a noun, how often it describes somebody named',
  topNumber: 'number of the likeliest mention: singular 1, plural 2',
  hasRole: 'whether the article says what the person is',
  since: 'sentences since its first mention',
  lately: 'mentions of it in this paragraph and the two before',
  lexical:
    'what kind of noun the likeliest mention is: document 1, body 2, group 3, person 4; 5 more where it speaks of somebody known',
  tieCost: 'of its likeliest mention: how far-fetched its tie to a cue is; 16 where it has none',
  tieLink: 'how that mention stands to the cue',
  tieSide: 'where the cue stands from the quote',
  tieWord: 'what kind of cue it is',
  margin: 'how much cheaper that tie is than those of others',
  agent: 'how probably, by the tags, that mention is the subject of the cue',
  agentBehind: 'the same for the first finite verb behind the quote',
  agentBefore: 'the same for the last finite verb in front of it',
  verbless: 'how probably the verb behind the quote has no subject of its own',
  place: 'what stands in front of that mention',
  clause: 'whether that mention is the subject of the cue by its clause',
  elsewhere: 'quotes that it speaks elsewhere in the article, as far as the mentions at them tell',
  saidBefore: 'belief that it speaks the quote before',
  saysNext: 'belief that it speaks the next quote',
  nextGap: 'paragraphs to the next quote',
  verbNumber: 'number of the verb at the quote: singular 1, plural 2',
  fitsNumber: 'whether it agrees with that number: contradicts 1, unknown 2, agrees 3',
  fitsGender: 'whether it agrees with the gender of that verb: contradicts 1, unknown 2, agrees 3',
  sinceTurn: 'whether it was named since the last quote 1, and opened a sentence or reported there 2',
  othersSince: 'others who opened a sentence or reported since the last quote',
  plain: 'whether plain grammar at the quote names it 2, or somebody else 1',
  between: 'people named since its last mention who may be of the gender of the likeliest mention',
} as const;

export type EntityFeature = keyof typeof ENTITY_FEATURES;
export type EntityValues = Partial<Record<EntityFeature, number>>;
export const ENTITY_FEATURE_NAMES = Object.keys(ENTITY_FEATURES) as EntityFeature[];

/** Features are below 32: the fit has that many bins. */
const HIGHEST = 31;

/** Features by name as a row of numbers, in the order of `ENTITY_FEATURES`; what is not given is 0. */
export function entityRow(values: EntityValues): number[] {
  return ENTITY_FEATURE_NAMES.map((name) => Math.max(0, Math.min(HIGHEST, values[name] ?? 0)));
}

/** A share from 0 to 1 in fifteenths. */
export function inFifteenths(share: number): number {
  return Math.round(15 * Math.min(1, share));
}

/** Somebody whom a quote may belong to: a named person or body, somebody without a name, or nobody the article tells. */
export interface EntityCandidate {
  /** Index into the people table, or -1. */
  person: number;
  /** Mention that stands for it at the quote: the likeliest one; -1 where none is near. */
  mention: number;
  /** The noun, for somebody without a name. */
  noun: string;
  /** The name or the words shown; null for nobody. */
  name: string | null;
  features: number[];
}

/** Whose words a quote is. */
export interface Choice {
  entity: EntityCandidate;
  /** 0–1 */
  confidence: number;
}

/** Under what an entity's quotes are counted; the empty string for nobody. */
export function entityKey({ person, noun, name }: EntityCandidate): string {
  if (person >= 0) return personKey(person);
  return name === null ? '' : nounKey(noun);
}

/** What was read of a whole article before its quotes are given to anybody. */
export interface Article {
  model: ArticleModel;
  people: PeopleTable;
  places: ArticlePlaces;
  beliefs: ArticleBeliefs;
  sentences: SentenceSubjects;
}
