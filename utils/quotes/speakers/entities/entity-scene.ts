import { step } from '../../model/feature-scales.ts';
import type { Token } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { readScene } from '../quote-scene.ts';
import type { OtherQuotes } from './article-beliefs.ts';
import type { ArticlePlaces } from './article-places.ts';
import type { Article } from './entity-candidate.ts';
import { type EntityValues, entityRow, inFifteenths } from './entity-features.ts';
import {
  type Belief,
  beliefsOf,
  determination,
  type LikeliestMention,
  likeliestMention,
  likeness,
} from './likeliest-mention.ts';
import { PlacesFromQuote } from './places-from-quote.ts';
import type { SentenceSubjects } from './sentence-subjects.ts';
import type { Turns } from './turns.ts';
import { readVerbAgreement, type VerbAgreement } from './verb-agreement.ts';

/** Less belief in a mention is none. */
export const LEAST_BELIEF = 0.02;

/** One quote, and what is asked about it for each entity. */
export class EntityScene {
  readonly model: ArticleModel;
  readonly people: PeopleTable;
  readonly places: ArticlePlaces;
  readonly turns: Turns;
  readonly quote: Token;
  /** Index of the quote's token. */
  readonly at: number;
  /** The quote itself, in lower case. */
  readonly said: string;
  readonly beliefs: readonly Belief[];
  readonly top: LikeliestMention;
  /** The places of people, as seen from the quote. */
  readonly seen: PlacesFromQuote;
  readonly #shared: EntityValues;
  readonly #others: OtherQuotes;
  readonly #sentences: SentenceSubjects;
  /** What the form of the cue tells of who is meant. */
  readonly verb: VerbAgreement;
  /** The mention that the layout or plain grammar names as the speaker; -1 where neither does. */
  readonly plain: number;

  constructor(
    { model, people, places, beliefs, sentences }: Article,
    turns: Turns,
    attribution: Attribution,
    index: number,
    quote: Token,
  ) {
    this.model = model;
    this.people = people;
    this.places = places;
    this.#others = beliefs.around(index);
    this.#sentences = sentences;
    this.plain = attribution.plain > 0 ? attribution.mention : -1;
    this.turns = turns;
    this.quote = quote;
    this.at = model.quoteTokens[attribution.span] ?? -1;
    const { start, end } = model.spans[attribution.span] ?? {};
    this.said = model.text.slice(start, end).toLowerCase();
    this.beliefs = beliefsOf(model, attribution);
    this.top = likeliestMention(model, this.beliefs);
    this.verb = readVerbAgreement(model, this.top.cue, this.at);
    this.seen = new PlacesFromQuote(model, people, places, quote, this.at, turns.at);
    const scene = readScene(model, this.at);
    const last = model.tokens[turns.at];
    this.#shared = {
      topKind: this.top.kind,
      lexical: this.top.lexical,
      topNumber: this.top.number,
      top: inFifteenths(this.top.share),
      lastGap: last ? Math.min(14, quote.paragraph - last.paragraph) : 15,
      opens: scene.opens,
      lead: scene.lead,
      follows: scene.follows,
      directness: scene.direct,
      size: scene.size,
      people: step(places.humans),
      determined: determination(model, this.top.meant),
      certain: step(places.certain),
      holders: Math.min(3, this.countHolders(this.top.noun)),
      verbless: this.beliefs.reduce(
        (most, { features }) => Math.max(most, features?.agent.behindNone ?? 0),
        0,
      ),
      verbNumber: this.verb.number === 's' ? 1 : this.verb.number === 'p' ? 2 : 0,
      nextGap: this.#others.nextGap,
      fitsNumber: 2,
      fitsGender: 2,
      plain: this.plain >= 0 ? 1 : 0,
    };
  }

  /** The features of an entity: what is the same for all that the quote may be of, what its key tells, and its own. */
  row(key: string, values: EntityValues): number[] {
    const { last, before } = this.turns;
    return entityRow({
      ...this.#shared,
      last: key === '' ? 0 : key === last ? 2 : key === before ? 1 : 0,
      spoken: step(this.turns.spokenBy(key)),
      spokenShare: inFifteenths(this.turns.shareOf(key)),
      elsewhere: Math.min(15, Math.round(3 * this.#others.elsewhere(key))),
      ownSentence: this.#sentences.isAbout(this.quote.sentence, key),
      sentenceBefore: this.#sentences.wasAbout(this.quote.sentence, key),
      saidBefore: inFifteenths(this.#others.before(key)),
      saysNext: inFifteenths(this.#others.next(key)),
      ...values,
    });
  }

  /** The token that carries a mention's meaning. */
  headOf(m: number): Token | undefined {
    return this.model.tokens[this.model.mentions[m]?.head ?? -1];
  }

  /** People near whose role, or whose name, a noun is a word of. */
  countHolders(noun: string): number {
    const { lexicon } = this.model;
    const near = new Set([...this.seen.named.map(({ person }) => person), ...this.places.mostNamed]);
    let count = 0;
    for (const index of near) {
      const person = this.people.people[index];
      if (person && likeness(person, noun, lexicon) > 0) count++;
    }
    return count;
  }

  /** The word of a mention, in whatever case it stands. */
  wordOf(m: number): string {
    return this.model.lexicon.fold(this.headOf(m)?.lower ?? '');
  }
}
