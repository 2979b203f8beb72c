import { lowerBound } from '../../../text/positions.ts';
import { HE_PRONOUN, hasClass, PREP, SHE_PRONOUN } from '../../model/lexicon.ts';
import type { Mention } from '../../model/token.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import { isCertainlyHuman, type PeopleTable } from '../people/people-table.ts';
import { type MentionProbability, probabilitiesOf } from './likeliest-mention.ts';

/** Records who has spoken so far, by the keys of entities, one quote after the other. */
export class SpeakerHistory {
  /** The speakers of the last quote and of the one before; empty if there is none. */
  last = '';
  before = '';
  /** Token of the last quote, or -1. */
  at = -1;
  #total = 0;
  readonly #spoken = new Map<string, number>();
  readonly #nouns = new Map<string, number>();

  /**
   * Records the speaker of a quote.
   *
   * @param key of the entity that spoke; empty for nobody
   * @param noun the mention of a speaker without a name, or null
   */
  record(key: string, noun: number | null, at: number): void {
    if (key === '') return;
    this.#spoken.set(key, this.spokenBy(key) + 1);
    if (noun !== null) this.#nouns.set(key, noun);
    if (key !== this.last) this.before = this.last;
    this.last = key;
    this.at = at;
    this.#total++;
  }

  /** Number of quotes an entity has spoken. */
  spokenBy(key: string): number {
    return this.#spoken.get(key) ?? 0;
  }

  /** Its share of all quotes so far, 0–1. */
  shareOf(key: string): number {
    return this.spokenBy(key) / Math.max(1, this.#total);
  }

  /** Mentions of the last two unnamed speakers. */
  lastNouns(): number[] {
    return [this.last, this.before].flatMap((key) => this.#nouns.get(key) ?? []);
  }
}

/** Maximum distance to another quote, in paragraphs; also used if there is none. */
const MAX_QUOTE_DISTANCE = 8;

/** Information about the other quotes of an article, relative to one quote. */
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
 * The probable speakers of each quote by its nearby mentions, before any choice. Linear in the number of candidates.
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
      const beliefs = new Map<string, number>();
      for (const belief of probabilitiesOf(model, attribution)) {
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

  /**
   * The other quotes relative to one.
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

function keyOf(
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

/** How often a person's name is used in ways that distinguish people from places and organisations. */
interface Habits {
  /** Mentions after a preposition, and mentions at the start of a sentence. */
  held: number;
  leads: number;
}

/** Maximum numbers before a quote: of subjects examined, of people ranked, and of nouns used. */
const MAX_SUBJECTS = 40;
const MAX_RANKED_PEOPLE = 6;
const MAX_NOUNS = 2;
/** Maximum numbers before a quote: of mentions searched for the people named last, and of people kept. */
const MAX_MENTIONS = 400;
const MAX_RECENT_PEOPLE = 64;
const MAX_TOP_PEOPLE = 5;

const makeMentionList = (): MentionList => ({ mentions: [], firsts: [] });
const before = ({ firsts }: MentionList, at: number): number => lowerBound(firsts, at);

/** Indexes all mentions of people in an article. Built once; every query is bounded, however long the article is. */
export class MentionIndex {
  /** All mentions of people. */
  readonly all = makeMentionList();
  /** Those that are subjects of reporting verbs, and those at the start of a sentence. */
  readonly #reported = makeMentionList();
  readonly #openers = makeMentionList();
  /** Unnamed subjects of reporting verbs. */
  readonly #reportedNouns = makeMentionList();
  readonly #reports = new Map<string, number>();
  readonly #byPerson: MentionList[];
  readonly #habits: Habits[];
  readonly #inHeadline = new Set<number>();
  readonly #people: PeopleTable;
  /** The people named most often, and the number of people. */
  readonly mostNamed: readonly number[];
  readonly humans: number;
  /** … and the number of those who are certainly human. */
  readonly certain: number;

  /**
   * Builds the index.
   *
   * @param subjects mentions that are subjects of reporting verbs
   */
  constructor(model: ArticleModel, people: PeopleTable, subjects: ReadonlySet<number>) {
    this.#people = people;
    this.#byPerson = people.people.map(makeMentionList);
    this.#habits = people.people.map(() => ({ held: 0, leads: 0 }));
    for (const [m, mention] of model.mentions.entries()) {
      const add = (line: MentionList | undefined): void => {
        line?.mentions.push(m);
        line?.firsts.push(mention.first);
      };
      const person = people.personOf[m] ?? -1;
      if (person < 0) {
        if (mention.kind === 'noun' && subjects.has(m)) {
          add(this.#reportedNouns);
          const noun = model.lexicon.stem(model.tokens[mention.head]?.lower ?? '');
          this.#reports.set(noun, this.reportsOf(noun) + 1);
        }
        continue;
      }
      add(this.#byPerson[person]);
      add(this.all);
      const front = model.tokens[mention.first - 1];
      const opens = front?.sentence !== mention.sentence;
      const habits = this.#habits[person];
      if (habits && opens) habits.leads++;
      else if (habits && (hasClass(front, PREP) || front?.tag?.pos === 'ADP')) habits.held++;
      if (subjects.has(m)) add(this.#reported);
      if (opens && !mention.isPossessive) add(this.#openers);
      if (model.tokens[mention.head]?.paragraph === 0) this.#inHeadline.add(person);
    }
    this.mostNamed = people.people
      .map((_, person) => person)
      .filter((person) => this.countOf(person) > 0)
      .sort((a, b) => this.countOf(b) - this.countOf(a))
      .slice(0, MAX_TOP_PEOPLE);
    this.humans = people.people.filter(({ human }) => human >= 1).length;
    this.certain = people.people.filter(isCertainlyHuman).length;
  }

  /** Mentions of a person, in text order. */
  mentionsOf(person: number): readonly number[] {
    return this.#byPerson[person]?.mentions ?? [];
  }

  countOf(person: number): number {
    return this.mentionsOf(person).length;
  }

  /** Number of mentions of a person that begin before a token. */
  countBefore(person: number, at: number): number {
    const line = this.#byPerson[person];
    return line ? before(line, at) : 0;
  }

  /** The last mention of a person that begins before a token, and the next one after it; -1 without one. */
  lastBefore(person: number, at: number): number {
    return this.mentionsOf(person)[this.countBefore(person, at) - 1] ?? -1;
  }

  nextAfter(person: number, at: number): number {
    return this.mentionsOf(person)[this.countBefore(person, at + 1)] ?? -1;
  }

  habitsOf(person: number): Habits {
    return this.#habits[person] ?? { held: 0, leads: 0 };
  }

  isInHeadline(person: number): boolean {
    return this.#inHeadline.has(person);
  }

  /** The people named before a token with their last mentions, latest first. */
  namedBefore(at: number): { person: number; m: number }[] {
    return this.#latest(this.all, at, MAX_MENTIONS, MAX_RECENT_PEOPLE);
  }

  /** People who were the subject of a reporting verb or began a sentence, ranked by recency: the latest is 1. */
  reportersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#ranks(this.#reported, at);
  }

  openersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#ranks(this.#openers, at);
  }

  /** The last unnamed subjects of reporting verbs before a token. */
  nounsBefore(at: number): number[] {
    const end = before(this.#reportedNouns, at);
    return this.#reportedNouns.mentions.slice(Math.max(0, end - MAX_NOUNS), end);
  }

  /** How often an unnamed noun is the subject of a reporting verb. */
  reportsOf(noun: string): number {
    return this.#reports.get(noun) ?? 0;
  }

  #latest(line: MentionList, at: number, reach: number, most: number): { person: number; m: number }[] {
    const end = before(line, at);
    const seen = new Set<number>();
    const found: { person: number; m: number }[] = [];
    for (let i = end - 1; i >= 0 && i >= end - reach && found.length < most; i--) {
      const m = line.mentions[i] ?? -1;
      const person = this.#people.personOf[m] ?? -1;
      if (seen.has(person)) continue;
      seen.add(person);
      found.push({ person, m });
    }
    return found;
  }

  #ranks(line: MentionList, at: number): ReadonlyMap<number, { rank: number; m: number }> {
    const latest = this.#latest(line, at, MAX_SUBJECTS - 1, MAX_RANKED_PEOPLE);
    return new Map(latest.map(({ person, m }, i) => [person, { rank: i + 1, m }]));
  }
}

/** The topic of a sentence. */
interface Subject {
  /** From `personKey` or `nounKey`; empty if unknown. */
  key: string;
  /** Whether it is a pronoun, which refers to the topic of the previous sentence. */
  byPronoun: boolean;
}

/** Maximum number of sentences without a person that are skipped when searching backwards. */
const MAX_SKIPPED_SENTENCES = 2;

/** The topic of each sentence of an article: its first mention outside prepositional phrases. Linear. */
export class SentenceSubjects {
  readonly #bySentence = new Map<number, Subject>();
  readonly #model: ArticleModel;
  readonly #people: PeopleTable;

  constructor(model: ArticleModel, people: PeopleTable) {
    this.#model = model;
    this.#people = people;
    for (const [m, mention] of model.mentions.entries()) {
      if (mention.kind === 'relative' || mention.isPossessive) continue;
      if (this.#bySentence.has(mention.sentence)) continue;
      const front = model.tokens[mention.first - 1];
      const isHeld =
        front?.sentence === mention.sentence && (hasClass(front, PREP) || front.tag?.pos === 'ADP');
      if (isHeld) continue;
      const subject = this.#read(m, mention);
      if (subject) this.#bySentence.set(mention.sentence, subject);
    }
  }

  #read(m: number, mention: Mention): Subject | null {
    const person = this.#people.personOf[m] ?? -1;
    if (person >= 0) return { key: personKey(person), byPronoun: false };
    const head = this.#model.tokens[mention.head];
    if (!head) return null;
    if (mention.kind === 'noun')
      return { key: nounKey(this.#model.lexicon.stem(head.lower)), byPronoun: false };
    if (mention.kind !== 'pronoun') return null;
    const gender = hasClass(head, HE_PRONOUN) ? 'he' : hasClass(head, SHE_PRONOUN) ? 'she' : null;
    const before = gender && this.#lastBefore(mention.sentence);
    if (!before?.key.startsWith('p')) return null;
    const known = this.#people.people[Number(before.key.slice(1))]?.gender;
    return known && known !== gender ? null : { key: before.key, byPronoun: true };
  }

  #lastBefore(sentence: number): Subject | undefined {
    for (let k = sentence - 1; k >= sentence - 1 - MAX_SKIPPED_SENTENCES; k--) {
      const subject = this.#bySentence.get(k);
      if (subject) return subject;
    }
    return undefined;
  }

  /** Whether a sentence is about an entity: by name 2, by a pronoun 1, not 0. */
  isAbout(sentence: number, key: string): number {
    const subject = this.#bySentence.get(sentence);
    return subject?.key !== key ? 0 : subject.byPronoun ? 1 : 2;
  }

  /** The same for the last sentence before it that has a topic. */
  wasAbout(sentence: number, key: string): number {
    const subject = this.#lastBefore(sentence);
    return subject?.key !== key ? 0 : subject.byPronoun ? 1 : 2;
  }
}
