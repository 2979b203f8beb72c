import { lowerBound } from '../../../text/positions.ts';
import { hasClass } from '../../model/has-class.ts';
import { PREP } from '../../model/lexicon.ts';
import type { ArticleModel } from '../../model/types.ts';
import { isCertainlyHuman, type PeopleTable } from '../people/people-table.ts';

/** Mentions in order of the text, with the token that each begins with. */
interface Line {
  mentions: number[];
  firsts: number[];
}

/** How often a person is named in ways that tell persons from places and bodies. */
interface Habits {
  /** Mentions behind a preposition, and mentions that open a sentence. */
  held: number;
  leads: number;
}

/** Subjects looked at before a quote, how many people of them are ranked, and nouns that are taken. */
const SUBJECTS_BACK = 40;
const RANKED = 6;
const NOUNS_BACK = 2;
/** Mentions before a quote that are looked at for whom the text named last, and how many people are remembered. */
const MENTIONS_BACK = 400;
const REMEMBERED = 64;
const MOST_NAMED = 5;

const newLine = (): Line => ({ mentions: [], firsts: [] });
const before = ({ firsts }: Line, at: number): number => lowerBound(firsts, at);

/** Where everybody is named in an article. Read once; every question is bounded, however long the article is. */
export class ArticlePlaces {
  /** All mentions of people. */
  readonly all = newLine();
  /** Those that are subjects of reporting verbs, and those that open a sentence. */
  readonly #reported = newLine();
  readonly #openers = newLine();
  /** Nouns without a name that are such subjects. */
  readonly #reportedNouns = newLine();
  readonly #reports = new Map<string, number>();
  readonly #byPerson: Line[];
  readonly #habits: Habits[];
  readonly #inHeadline = new Set<number>();
  readonly #people: PeopleTable;
  /** The people named most often, and how many people there are. */
  readonly mostNamed: readonly number[];
  readonly humans: number;
  /** … and those who are surely people. */
  readonly certain: number;

  /** @param subjects mentions that are subjects of reporting verbs */
  constructor(model: ArticleModel, people: PeopleTable, subjects: ReadonlySet<number>) {
    this.#people = people;
    this.#byPerson = people.people.map(newLine);
    this.#habits = people.people.map(() => ({ held: 0, leads: 0 }));
    for (const [m, mention] of model.mentions.entries()) {
      const add = (line: Line | undefined): void => {
        line?.mentions.push(m);
        line?.firsts.push(mention.first);
      };
      const person = people.personOf[m] ?? -1;
      if (person < 0) {
        if (mention.kind === 'noun' && subjects.has(m)) {
          add(this.#reportedNouns);
          const noun = model.lexicon.fold(model.tokens[mention.head]?.lower ?? '');
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
      if (opens && !mention.possessive) add(this.#openers);
      if (model.tokens[mention.head]?.paragraph === 0) this.#inHeadline.add(person);
    }
    this.mostNamed = people.people
      .map((_, person) => person)
      .filter((person) => this.countOf(person) > 0)
      .sort((a, b) => this.countOf(b) - this.countOf(a))
      .slice(0, MOST_NAMED);
    this.humans = people.people.filter(({ human }) => human >= 1).length;
    this.certain = people.people.filter(isCertainlyHuman).length;
  }

  /** Mentions of a person, in order of the text. */
  mentionsOf(person: number): readonly number[] {
    return this.#byPerson[person]?.mentions ?? [];
  }

  countOf(person: number): number {
    return this.mentionsOf(person).length;
  }

  /** How many mentions of a person begin before a token. */
  countBefore(person: number, at: number): number {
    const line = this.#byPerson[person];
    return line ? before(line, at) : 0;
  }

  /** The last mention of a person that begins before a token, and the next behind it; -1 where there is none. */
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

  /** The people named before a token with their last mention there, the latest first. */
  namedBefore(at: number): { person: number; m: number }[] {
    return this.#latest(this.all, at, MENTIONS_BACK, REMEMBERED);
  }

  /** Whoever was the subject of a reporting verb, or opened a sentence: rank by the last time, the latest 1. */
  reportersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#ranks(this.#reported, at);
  }

  openersBefore(at: number): ReadonlyMap<number, { rank: number; m: number }> {
    return this.#ranks(this.#openers, at);
  }

  /** The last nouns without a name that were subjects of reporting verbs before a token. */
  nounsBefore(at: number): number[] {
    const end = before(this.#reportedNouns, at);
    return this.#reportedNouns.mentions.slice(Math.max(0, end - NOUNS_BACK), end);
  }

  /** How often a noun without a name is the subject of a reporting verb. */
  reportsOf(noun: string): number {
    return this.#reports.get(noun) ?? 0;
  }

  #latest(line: Line, at: number, reach: number, most: number): { person: number; m: number }[] {
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

  #ranks(line: Line, at: number): ReadonlyMap<number, { rank: number; m: number }> {
    const latest = this.#latest(line, at, SUBJECTS_BACK - 1, RANKED);
    return new Map(latest.map(({ person, m }, i) => [person, { rank: i + 1, m }]));
  }
}
