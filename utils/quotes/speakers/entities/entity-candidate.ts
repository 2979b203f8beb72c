import type { ArticleModel } from '../../model/types.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { type ArticleBeliefs, nounKey, personKey } from './article-beliefs.ts';
import type { ArticlePlaces } from './article-places.ts';
import type { SentenceSubjects } from './sentence-subjects.ts';

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
