import { countBucket } from '../../model/mention-features.ts';
import type { Gender } from '../../model/names.ts';
import type { Token } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { computeSceneFeatures } from '../quote-scene.ts';
import type { MentionIndex, OtherQuotes, SentenceTopics, SpeakerHistory } from './article-context.ts';
import { type Article, type EntityValues, entityRow, inFifteenths } from './entity-features.ts';
import {
  findLikeliestMention,
  getDeterminerKind,
  getProbabilities,
  type LikeliestMention,
  type MentionProbability,
  matchNoun,
  readVerbAgreement,
  type VerbAgreement,
} from './likeliest-mention.ts';

/** Maximum number counted of a person's mentions around a quote, and of people named in between. */
const MAX_RECENT_MENTIONS = 8;
const MAX_PEOPLE_BETWEEN = 8;

/** The positions of people in an article relative to the quote at one token. */
class PositionsFromQuote {
  readonly #model: ArticleModel;
  readonly #people: PeopleTable;
  readonly #mentionIndex: MentionIndex;
  readonly #quote: Token;
  readonly #at: number;
  readonly #previousQuote: number;
  readonly #reporters: ReadonlyMap<number, { rank: number; m: number }>;
  readonly #openers: ReadonlyMap<number, { rank: number; m: number }>;
  /** The people named before it with their last mentions, latest first. */
  readonly named: readonly { person: number; m: number }[];

  /**
   * Collects the positions.
   *
   * @param at token of the quote
   * @param previousQuote token of the previous quote with a speaker, or -1
   */
  constructor(
    model: ArticleModel,
    people: PeopleTable,
    mentionIndex: MentionIndex,
    quote: Token,
    at: number,
    previousQuote: number,
  ) {
    this.#model = model;
    this.#people = people;
    this.#mentionIndex = mentionIndex;
    this.#quote = quote;
    this.#at = at;
    this.#previousQuote = previousQuote;
    this.#reporters = mentionIndex.reportersBefore(at);
    this.#openers = mentionIndex.openersBefore(at);
    this.named = mentionIndex.namedBefore(at);
  }

  #headOf(m: number): Token | undefined {
    return this.#model.tokens[this.#model.mentions[m]?.head ?? -1];
  }

  /**
   * The features of a person's positions.
   *
   * @param gender of the likeliest mention, if known
   */
  of(person: number, gender: Gender): EntityValues {
    const at = this.#at;
    const { sentence } = this.#quote;
    const mentionIndex = this.#mentionIndex;
    const count = Math.max(1, mentionIndex.countMentions(person));
    const { afterPreposition, atSentenceStart } = mentionIndex.getUsage(person);
    const before = mentionIndex.lastBefore(person, at);
    const last = this.#headOf(before);
    const next = this.#headOf(mentionIndex.nextAfter(person, at));
    const first = this.#headOf(mentionIndex.mentionsOf(person)[0] ?? -1);
    const reporter = this.#reporters.get(person);
    const reported = this.#headOf(reporter?.m ?? -1);
    const opener = this.#model.mentions[before];
    const rank = this.named.findIndex((other) => other.person === person);
    return {
      since: countBucket(first ? sentence - first.sentence : 0),
      lately: this.#countRecentMentions(person),
      held: inFifteenths(afterPreposition / count),
      leads: inFifteenths(atSentenceStart / count),
      mentions: countBucket(mentionIndex.countBefore(person, at)),
      mentionShare: inFifteenths(
        (2 * mentionIndex.countMentions(person)) / Math.max(1, mentionIndex.all.mentions.length),
      ),
      behind: last ? countBucket(sentence - last.sentence) : 16,
      recency: rank < 0 ? 15 : Math.min(15, rank),
      ahead: next ? countBucket(next.sentence - sentence) : 16,
      reported: reporter !== undefined && reporter.m === before ? 1 : 0,
      reportedRank: reporter?.rank ?? 7,
      subjectRank: this.#openers.get(person)?.rank ?? 7,
      reportedGap: countBucket(sentence - (reported?.sentence ?? -99)),
      sinceTurn: this.#wasActiveSince(person) ? 2 : this.#first(before) > this.#previousQuote ? 1 : 0,
      othersSince: this.#countOthersSince(person),
      between: this.#countBetween(before, gender),
      opened: opener && this.#model.tokens[opener.first - 1]?.sentence !== last?.sentence ? 1 : 0,
      samePlace: Math.max(this.nearness(last), this.nearness(next)),
      headline: mentionIndex.isInHeadline(person) ? 1 : 0,
    };
  }

  #first(m: number): number {
    return this.#model.mentions[m]?.first ?? -1;
  }

  /** Whether a person began a sentence or was the subject of a reporting verb since the last quote. */
  #wasActiveSince(person: number): boolean {
    return [this.#reporters, this.#openers].some(
      (list) => this.#first(list.get(person)?.m ?? -1) > this.#previousQuote,
    );
  }

  #countOthersSince(person: number): number {
    const active = new Set([...this.#reporters.keys(), ...this.#openers.keys()]);
    let count = 0;
    for (const other of active) {
      const isHuman = (this.#people.people[other]?.human ?? 0) >= 1;
      if (other !== person && isHuman && this.#wasActiveSince(other)) count++;
    }
    return count;
  }

  /** 3 in the sentence of the quote, 2 in its paragraph, 1 in an adjacent one. */
  nearness(head: Token | undefined): number {
    if (!head) return 0;
    if (head.sentence === this.#quote.sentence) return 3;
    if (head.paragraph === this.#quote.paragraph) return 2;
    return Math.abs(head.paragraph - this.#quote.paragraph) === 1 ? 1 : 0;
  }

  #countRecentMentions(person: number): number {
    const { paragraph } = this.#quote;
    const list = this.#mentionIndex.mentionsOf(person);
    const middle = this.#mentionIndex.countBefore(person, this.#at);
    const isNear = (i: number): boolean => {
      const near = this.#headOf(list[i] ?? -1)?.paragraph;
      return near !== undefined && near <= paragraph && near >= paragraph - 2;
    };
    let count = 0;
    for (let i = middle - 1; count < MAX_RECENT_MENTIONS && isNear(i); i--) count++;
    for (let i = middle; count < MAX_RECENT_MENTIONS && isNear(i); i++) count++;
    return count;
  }

  /** Number of other people named since a mention who may be meant; 9 without a mention. */
  #countBetween(since: number, gender: Gender): number {
    if (since < 0) return MAX_PEOPLE_BETWEEN + 1;
    let count = 0;
    for (const { person, m } of this.named) {
      if (m <= since || count >= MAX_PEOPLE_BETWEEN) break;
      const other = this.#people.people[person];
      if (other && other.human >= 1 && !(gender && other.gender && other.gender !== gender)) count++;
    }
    return count;
  }
}

/** Smaller probabilities of a mention count as zero. */
export const MIN_MENTION_PROBABILITY = 0.02;

/** One quote, with the features of each entity. */
export class EntityScene {
  readonly model: ArticleModel;
  readonly people: PeopleTable;
  readonly mentionIndex: MentionIndex;
  readonly history: SpeakerHistory;
  readonly quote: Token;
  /** Index of the quote's token. */
  readonly at: number;
  /** The quote itself, in lower case. */
  readonly quoteText: string;
  readonly probabilities: readonly MentionProbability[];
  readonly top: LikeliestMention;
  /** The positions of people relative to the quote. */
  readonly positions: PositionsFromQuote;
  readonly #shared: EntityValues;
  readonly #others: OtherQuotes;
  readonly #sentences: SentenceTopics;
  /** Number and gender of the speaker according to the cue. */
  readonly verb: VerbAgreement;
  /** The mention identified as the speaker by layout or plain grammar; -1 without one. */
  readonly plain: number;

  constructor(
    { model, people, mentionIndex, probabilities, topics }: Article,
    history: SpeakerHistory,
    attribution: Attribution,
    index: number,
    quote: Token,
  ) {
    this.model = model;
    this.people = people;
    this.mentionIndex = mentionIndex;
    this.#others = probabilities.around(index);
    this.#sentences = topics;
    this.plain = attribution.plain > 0 ? attribution.mention : -1;
    this.history = history;
    this.quote = quote;
    this.at = model.quoteTokens[attribution.span] ?? -1;
    const { start, end } = model.spans[attribution.span] ?? {};
    this.quoteText = model.text.slice(start, end).toLowerCase();
    this.probabilities = getProbabilities(model, attribution);
    this.top = findLikeliestMention(model, this.probabilities);
    this.verb = readVerbAgreement(model, this.top.cue, this.at);
    this.positions = new PositionsFromQuote(
      model,
      people,
      mentionIndex,
      quote,
      this.at,
      history.lastQuoteToken,
    );
    const scene = computeSceneFeatures(model, this.at);
    const last = model.tokens[history.lastQuoteToken];
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
      people: countBucket(mentionIndex.peopleCount),
      determined: getDeterminerKind(model, this.top.referent),
      certain: countBucket(mentionIndex.certainPeopleCount),
      holders: Math.min(3, this.countHolders(this.top.noun)),
      verbless: this.probabilities.reduce(
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

  /** The features of an entity: those common to all entities of the quote, those of its key, and its own. */
  row(key: string, values: EntityValues): number[] {
    const { lastSpeaker: last, earlierSpeaker: before } = this.history;
    return entityRow({
      ...this.#shared,
      last: key === '' ? 0 : key === last ? 2 : key === before ? 1 : 0,
      spoken: countBucket(this.history.countQuotes(key)),
      spokenShare: inFifteenths(this.history.getShare(key)),
      elsewhere: Math.min(15, Math.round(3 * this.#others.elsewhere(key))),
      ownSentence: this.#sentences.compareTopic(this.quote.sentence, key),
      sentenceBefore: this.#sentences.comparePreviousTopic(this.quote.sentence, key),
      saidBefore: inFifteenths(this.#others.before(key)),
      saysNext: inFifteenths(this.#others.next(key)),
      ...values,
    });
  }

  /** The head token of a mention. */
  headOf(m: number): Token | undefined {
    return this.model.tokens[this.model.mentions[m]?.head ?? -1];
  }

  /** Number of people nearby whose role or name contains a noun. */
  countHolders(noun: string): number {
    const { lexicon } = this.model;
    const near = new Set([
      ...this.positions.named.map(({ person }) => person),
      ...this.mentionIndex.mostNamed,
    ]);
    let count = 0;
    for (const index of near) {
      const person = this.people.people[index];
      if (person && matchNoun(person, noun, lexicon) > 0) count++;
    }
    return count;
  }

  /** The head word of a mention, in any case. */
  wordOf(m: number): string {
    return this.model.lexicon.stem(this.headOf(m)?.lower ?? '');
  }
}
