import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { type Belief, beliefsOf } from './likeliest-mention.ts';

/** The greatest distance to another quote that is told apart, in paragraphs; a quote that is not there is as far. */
const FARTHEST = 8;

/** What is known of the other quotes of an article when one is asked about, before or behind it. */
export interface OtherQuotes {
  /** Quotes that an entity speaks elsewhere, as the sum of the beliefs. */
  elsewhere(key: string): number;
  /** Belief that it speaks the quote before, and the next one: 0–1. */
  before(key: string): number;
  next(key: string): number;
  /** Paragraphs to the next quote, at most `FARTHEST`. */
  nextGap: number;
}

/** Who is believed to speak each quote by the mentions at it, before anything is decided. Linear in the beliefs. */
export class ArticleBeliefs {
  readonly #model: ArticleModel;
  readonly #attributions: readonly Attribution[];
  readonly #byQuote: ReadonlyMap<string, number>[];
  readonly #total = new Map<string, number>();

  constructor(model: ArticleModel, people: PeopleTable, attributions: readonly Attribution[]) {
    this.#model = model;
    this.#attributions = attributions;
    this.#byQuote = attributions.map((attribution) => {
      const beliefs = new Map<string, number>();
      for (const belief of beliefsOf(model, attribution)) {
        const key = keyOf(model, people, belief);
        if (key === '') continue;
        beliefs.set(key, (beliefs.get(key) ?? 0) + belief.share);
        this.#total.set(key, (this.#total.get(key) ?? 0) + belief.share);
      }
      return beliefs;
    });
  }

  #paragraphOf(index: number): number {
    const span = this.#attributions[index]?.span ?? -1;
    return this.#model.tokens[this.#model.quoteTokens[span] ?? -1]?.paragraph ?? Infinity;
  }

  /** @param index of the quote's attribution */
  around(index: number): OtherQuotes {
    const share = (i: number, key: string): number => this.#byQuote[i]?.get(key) ?? 0;
    return {
      elsewhere: (key) => (this.#total.get(key) ?? 0) - share(index, key),
      before: (key) => share(index - 1, key),
      next: (key) => share(index + 1, key),
      nextGap: Math.min(FARTHEST, this.#paragraphOf(index + 1) - this.#paragraphOf(index)),
    };
  }
}

function keyOf({ tokens, mentions, lexicon }: ArticleModel, people: PeopleTable, { meant }: Belief): string {
  const person = people.personOf[meant] ?? -1;
  if (person >= 0) return personKey(person);
  const mention = mentions[meant];
  const head = tokens[mention?.head ?? -1];
  return head && (mention?.kind === 'noun' || mention?.kind === 'name')
    ? nounKey(lexicon.fold(head.lower))
    : '';
}

/** Under what the quotes of somebody with a name are counted, and of somebody without one. */
export const personKey = (person: number): string => `p${person}`;
export const nounKey = (noun: string): string => `n${noun}`;
