import { lowerBound } from '../../../text/positions.ts';
import { HE_PRONOUN, hasClass, PREP, SHE_PRONOUN } from '../../model/lexicon.ts';
import type { Mention } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import { isCertainlyHuman, type PeopleTable } from '../people/people-table.ts';
import { getProbabilities, type MentionProbability } from './likeliest-mention.ts';

/** Records who has spoken so far, by the keys of entities. */
export class SpeakerHistory {
  /** The last two different speakers; empty if there is none. */
  lastSpeaker = '';
  earlierSpeaker = '';
  /** Token of the last quote with a speaker, or -1. */
  lastQuoteToken = -1;
  #total = 0;
  readonly #quoteCounts = new Map<string, number>();
  readonly #nounMentions = new Map<string, number>();

  /**
   * Records the speaker of a quote.
   *
   * @param key of the entity that spoke; empty for nobody
   * @param noun the mention of a speaker without a name, or null
   */
  record(key: string, noun: number | null, lastQuoteToken: number): void {
    if (key === '') return;
    this.#quoteCounts.set(key, this.countQuotes(key) + 1);
    if (noun !== null) this.#nounMentions.set(key, noun);
    if (key !== this.lastSpeaker) this.earlierSpeaker = this.lastSpeaker;
    this.lastSpeaker = key;
    this.lastQuoteToken = lastQuoteToken;
    this.#total++;
  }

  /** Returns the number of quotes an entity has spoken so far. */
  countQuotes(key: string): number {
    return this.#quoteCounts.get(key) ?? 0;
  }

  /** Returns an entity's share of all quotes so far, 0–1. */
  getShare(key: string): number {
    return this.countQuotes(key) / Math.max(1, this.#total);
  }

  /** Returns the mentions of the last two speakers that have no name. */
  lastNouns(): number[] {
    return [this.lastSpeaker, this.earlierSpeaker].flatMap((key) => this.#nounMentions.get(key) ?? []);
  }
}

/** Maximum distance to the next quote, in paragraphs; also used if there is none. */
const MAX_QUOTE_DISTANCE = 8;

/** The probable speakers of the other quotes of an article. */
export interface OtherQuotes {
  /** Expected number of quotes that an entity speaks elsewhere. */
  elsewhere(key: string): number;
  /** Probability that it speaks the previous quote, and the next one, 0–1. */
  before(key: string): number;
  next(key: string): number;
  /** Paragraphs to the next quote, at most `MAX_QUOTE_DISTANCE`. */
  nextGap: number;
}

/**
 * The probabilities of the speakers of each quote, from the mentions near it, before any speaker is chosen. Takes time
 * linear in the number of candidates.
 */
export class ArticleProbabilities {
  readonly #model: ArticleModel;
  readonly #attributions: readonly Attribution[];
  readonly #byQuote: ReadonlyMap<string, number>[];
  readonly #total = new Map<string, number>();

  constructor(model: ArticleModel, people: PeopleTable, attributions: readonly Attribution[]) {
    this.#model = model;
    this.#attributions = attributions;
    this.#byQuote = attributions.map((attribution) => {
      const probabilities = new Map<string, number>();
      for (const mentionProbability of getProbabilities(model, attribution)) {
        const key = getEntityKey(model, people, mentionProbability);
        if (key === '') continue;
        probabilities.set(key, (probabilities.get(key) ?? 0) + mentionProbability.share);
        this.#total.set(key, (this.#total.get(key) ?? 0) + mentionProbability.share);
      }
      return probabilities;
    });
  }

  #paragraphOf(index: number): number {
    const span = this.#attributions[index]?.span ?? -1;
    return this.#model.tokens[this.#model.quoteTokens[span] ?? -1]?.paragraph ?? Infinity;
  }

  /**
   * Returns the probable speakers of the quotes other than one.
   *
   * @param index of the quote's attribution
   */
  around(index: number): OtherQuotes {
    const share = (i: number, key: string): number => this.#byQuote[i]?.get(key) ?? 0;
    return {
      elsewhere: (key) => (this.#total.get(key) ?? 0) - share(index, key),
      before: (key) => share(index - 1, key),
      next: (key) => share(index + 1, key),
      nextGap: Math.min(MAX_QUOTE_DISTANCE, this.#paragraphOf(index + 1) - this.#paragraphOf(index)),
    };
  }
}

function getEntityKey(
  { tokens, mentions, lexicon }: ArticleModel,
  people: PeopleTable,
  { referent }: MentionProbability,
): string {
  const person = people.personOf[referent] ?? -1;
  if (person >= 0) return personKey(person);
  const mention = mentions[referent];
  const head = tokens[mention?.head ?? -1];
  return head && (mention?.kind === 'noun' || mention?.kind === 'name')
    ? nounKey(lexicon.stem(head.lower))
    : '';
}

/** Keys for counting the quotes of named and unnamed speakers. */
export const personKey = (person: number): string => `p${person}`;
export const nounKey = (noun: string): string => `n${noun}`;

/** Mentions in text order, with the first token of each. */
interface MentionList {
  mentions: number[];
  firsts: number[];
}

/** Counts of uses of a name that distinguish people from places and organisations. */
interface NameUsage {
  /** Mentions after a preposition, and mentions at the start of a sentence. */
  afterPreposition: number;
  atSentenceStart: number;
}

/** Maximum numbers of subjects examined, people ranked, and nouns used before a quote. */
const MAX_SUBJECTS = 40;
const MAX_RANKED_PEOPLE = 6;
const MAX_NOUNS = 2;
/** Maximum numbers of mentions searched and people found before a quote, and of people in `mostNamed`. */
const MAX_MENTIONS = 400;
const MAX_RECENT_PEOPLE = 64;
const MAX_TOP_PEOPLE = 5;

const makeMentionList = (): MentionList => ({ mentions: [], firsts: [] });
const before = ({ firsts }: MentionList, at: number): number => lowerBound(firsts, at);

/** Indexes all mentions of people in an article. The time of a query does not depend on the length of the article. */
export class MentionIndex {
  /** All mentions of people. */
  readonly all = makeMentionList();
  /** Those that are subjects of reporting verbs, and those at the start of a sentence. */
  readonly #reported = makeMentionList();
  readonly #openers = makeMentionList();
  /** Unnamed subjects of reporting verbs. */
  readonly #reportedNouns = makeMentionList();
  readonly #reportCounts = new Map<string, number>();
  readonly #byPerson: MentionList[];
  readonly #usage: NameUsage[];
  readonly #inHeadline = new Set<number>();
  readonly #people: PeopleTable;
  /** The people named most often, and the number of people. */
  readonly mostNamed: readonly number[];
  readonly peopleCount: number;
  /** The number of people who are certainly human. */
  readonly certainPeopleCount: number;

  /**
   * Builds the index.
   *
   * @param subjects mentions that are subjects of reporting verbs
   */
  constructor(model: ArticleModel, people: PeopleTable, subjects: ReadonlySet<number>) {
    this.#people = people;
    this.#byPerson = people.people.map(makeMentionList);
    this.#usage = people.people.map(() => ({ afterPreposition: 0, atSentenceStart: 0 }));
    for (const [m, mention] of model.mentions.entries()) {
      const add = (list: MentionList | undefined): void => {
        list?.mentions.push(m);
        list?.firsts.push(mention.first);
      };
      const person = people.personOf[m] ?? -1;
      if (person < 0) {
        if (mention.kind === 'noun' && subjects.has(m)) {
          add(this.#reportedNouns);
          const noun = model.lexicon.stem(model.tokens[mention.head]?.lower ?? '');
          this.#reportCounts.set(noun, this.countReports(noun) + 1);
        }
        continue;
      }
      add(this.#byPerson[person]);
      add(this.all);
      const previousToken = model.tokens[mention.first - 1];
      const opens = previousToken?.sentence !== mention.sentence;
      const usage = this.#usage[person];
      if (usage && opens) usage.atSentenceStart++;
      else if (usage && (hasClass(previousToken, PREP) || previousToken?.tag?.pos === 'ADP'))
        usage.afterPreposition++;
      if (subjects.has(m)) add(this.#reported);
      if (opens && !mention.isPossessive) add(this.#openers);
      if (model.tokens[mention.head]?.paragraph === 0) this.#inHeadline.add(person);
    }
    this.mostNamed = people.people
      .map((_, person) => person)
      .filter((person) => this.countMentions(person) > 0)
      .sort((a, b) => this.countMentions(b) - this.countMentions(a))
      .slice(0, MAX_TOP_PEOPLE);
    this.peopleCount = people.people.filter(({ human }) => human >= 1).length;
    this.certainPeopleCount = people.people.filter(isCertainlyHuman).length;
  }

  /** Mentions of a person, in text order. */
  mentionsOf(person: number): readonly number[] {
    return this.#byPerson[person]?.mentions ?? [];
  }

  countMentions(person: number): number {
    return this.mentionsOf(person).length;
  }

  /** Number of mentions of a person that begin before a token. */
  countBefore(person: number, at: number): number {
    const list = this.#byPerson[person];
    return list ? before(list, at) : 0;
  }

  /** The last mention of a person that begins before a token, and the next one after it; -1 without one. */
  lastBefore(person: number, at: number): number {
    return this.mentionsOf(person)[this.countBefore(person, at) - 1] ?? -1;
  }

  nextAfter(person: number, at: number): number {
    return this.mentionsOf(person)[this.countBefore(person, at + 1)] ?? -1;
  }

  getUsage(person: number): NameUsage {
    return this.#usage[person] ?? { afterPreposition: 0, atSentenceStart: 0 };
  }

  isInHeadline(person: number): boolean {
    return this.#inHeadline.has(person);
  }

  /** The people named before a token with their last mentions, latest first. */
  namedBefore(at: number): { person: number; m: number }[] {
    return this.#findLatest(this.all, at, MAX_MENTIONS, MAX_RECENT_PEOPLE);
  }

  /** People who were the subject of a reporting verb or began a sentence, ranked by recency: the latest is 1. */
  reportersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#rankLatest(this.#reported, at);
  }

  openersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#rankLatest(this.#openers, at);
  }

  /** The last unnamed subjects of reporting verbs before a token. */
  nounsBefore(at: number): number[] {
    const end = before(this.#reportedNouns, at);
    return this.#reportedNouns.mentions.slice(Math.max(0, end - MAX_NOUNS), end);
  }

  /** How often an unnamed noun is the subject of a reporting verb. */
  countReports(noun: string): number {
    return this.#reportCounts.get(noun) ?? 0;
  }

  #findLatest(
    list: MentionList,
    at: number,
    maxMentions: number,
    maxPeople: number,
  ): { person: number; m: number }[] {
    const end = before(list, at);
    const seen = new Set<number>();
    const found: { person: number; m: number }[] = [];
    for (let i = end - 1; i >= 0 && i >= end - maxMentions && found.length < maxPeople; i--) {
      const m = list.mentions[i] ?? -1;
      const person = this.#people.personOf[m] ?? -1;
      if (seen.has(person)) continue;
      seen.add(person);
      found.push({ person, m });
    }
    return found;
  }

  #rankLatest(list: MentionList, at: number): ReadonlyMap<number, { rank: number; m: number }> {
    const latest = this.#findLatest(list, at, MAX_SUBJECTS - 1, MAX_RANKED_PEOPLE);
    return new Map(latest.map(({ person, m }, i) => [person, { rank: i + 1, m }]));
  }
}

/** The topic of a sentence. */
interface Topic {
  /** From `personKey` or `nounKey`; empty if unknown. */
  key: string;
  /** Whether it is a pronoun, which refers to the topic of the previous sentence. */
  isPronoun: boolean;
}

/** Maximum number of sentences without a person that are skipped when searching backwards. */
const MAX_SKIPPED_SENTENCES = 2;

/** The topic of each sentence of an article: its first mention outside prepositional phrases. */
export class SentenceTopics {
  readonly #bySentence = new Map<number, Topic>();
  readonly #model: ArticleModel;
  readonly #people: PeopleTable;

  constructor(model: ArticleModel, people: PeopleTable) {
    this.#model = model;
    this.#people = people;
    for (const [m, mention] of model.mentions.entries()) {
      if (mention.kind === 'relative' || mention.isPossessive) continue;
      if (this.#bySentence.has(mention.sentence)) continue;
      const previousToken = model.tokens[mention.first - 1];
      const isAfterPreposition =
        previousToken?.sentence === mention.sentence &&
        (hasClass(previousToken, PREP) || previousToken.tag?.pos === 'ADP');
      if (isAfterPreposition) continue;
      const subject = this.#read(m, mention);
      if (subject) this.#bySentence.set(mention.sentence, subject);
    }
  }

  #read(m: number, mention: Mention): Topic | null {
    const person = this.#people.personOf[m] ?? -1;
    if (person >= 0) return { key: personKey(person), isPronoun: false };
    const head = this.#model.tokens[mention.head];
    if (!head) return null;
    if (mention.kind === 'noun')
      return { key: nounKey(this.#model.lexicon.stem(head.lower)), isPronoun: false };
    if (mention.kind !== 'pronoun') return null;
    const gender = hasClass(head, HE_PRONOUN) ? 'he' : hasClass(head, SHE_PRONOUN) ? 'she' : null;
    const before = gender && this.#lastBefore(mention.sentence);
    if (!before?.key.startsWith('p')) return null;
    const known = this.#people.people[Number(before.key.slice(1))]?.gender;
    return known && known !== gender ? null : { key: before.key, isPronoun: true };
  }

  #lastBefore(sentence: number): Topic | undefined {
    for (let k = sentence - 1; k >= sentence - 1 - MAX_SKIPPED_SENTENCES; k--) {
      const subject = this.#bySentence.get(k);
      if (subject) return subject;
    }
    return undefined;
  }

  /** Returns whether a sentence is about an entity: 2 by name, 1 by a pronoun, 0 if not. */
  compareTopic(sentence: number, key: string): number {
    const subject = this.#bySentence.get(sentence);
    return subject?.key !== key ? 0 : subject.isPronoun ? 1 : 2;
  }

  /** Returns the same for the last sentence before it that has a topic. */
  comparePreviousTopic(sentence: number, key: string): number {
    const subject = this.#lastBefore(sentence);
    return subject?.key !== key ? 0 : subject.isPronoun ? 1 : 2;
  }
}
