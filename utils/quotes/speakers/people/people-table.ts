import { GIVEN_NAME, ORGANISATION_NOUN } from '../../model/lexicon.ts';
import { type Gender, guessGender, type ParsedName } from '../../model/names.ts';
import type { Lexicon } from '../../model/types.ts';

/** A person or organisation named in the article. */
export interface Person {
  /** The fullest form in this article. */
  name: string;
  /** Lower-case name words without titles, initials and suffixes. */
  words: string[];
  /** The words reduced by `Lexicon.stem`; equal for all cases of a name. */
  stems: string[];
  role: string | null;
  /** The role to be shown; null if none is certain enough. */
  shownRole: string | null;
  /** How often each noun (or age) describes the person in the article, by `descriptionKey`. */
  describedBy: ReadonlyMap<string, number>;
  gender: Gender;
  /** Evidence for a human (positive) or for an organisation, place or work (negative). */
  human: number;
  /** Number of full mentions. */
  full: number;
  /** Number of short forms resolved to this person so far. */
  short: number;
  /** Token index of the last full mention so far, while mentions are being resolved. */
  lastFull: number;
}

/**
 * Whether a name is certainly a person's, by a title, a given name or a clause: in languages that capitalise nouns,
 * many words look like names.
 */
export const isCertainlyHuman = ({ human }: Person): boolean => human >= 2;

/** The people of one article, and the person of each mention. */
export interface PeopleTable {
  people: Person[];
  /** By mention index: index into `people`, or -1. */
  personOf: Int32Array;
}

/** Maximum number of people with the same surname examined; bounds the time per name. */
const MAX_NAMESAKES = 30;

/** The `human` value of organisations; not increased if they speak. */
export const ORGANISATION_SCORE = -12;

/** "The Harbor Times" is an organisation, "Dana Church" is not. */
function isOrganisation(words: readonly string[], lexicon: Lexicon): boolean {
  const given = lexicon.classesOf(words[0] ?? '') & GIVEN_NAME;
  const last = lexicon.classesOf(words[words.length - 1] ?? '') & ORGANISATION_NOUN;
  const first = lexicon.data.isHeadInitial ? lexicon.classesOf(words[0] ?? '') & ORGANISATION_NOUN : 0;
  return given === 0 && (first | last) !== 0;
}

/** Finds the people of an article by the words of their names. */
export class NameTable {
  people: Person[] = [];
  private byWord = new Map<string, number[]>();

  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  private index(word: string | undefined, person: number): void {
    if (!word) return;
    const list = this.byWord.get(word) ?? [];
    if (list.length < MAX_NAMESAKES && !list.includes(person)) list.push(person);
    this.byWord.set(word, list);
  }

  /** Finds a person with the same last word and a compatible first word. */
  findFull(words: readonly string[]): number {
    const stems = words.map(this.lexicon.stem);
    const last = stems[stems.length - 1] ?? '';
    for (const index of this.byWord.get(last) ?? []) {
      const known = this.people[index];
      if (!known || known.stems[known.stems.length - 1] !== last) continue;
      if (known.stems.length === 1 || known.stems.includes(stems[0] ?? '')) return index;
    }
    return -1;
  }

  /** Replaces a name in an oblique case by one whose given name is in the nominative, as listed. */
  preferNominative(index: number, form: ParsedName): void {
    const person = this.people[index];
    if (!person || form.words.length < person.words.length) return;
    const { lexicon } = this;
    if ((lexicon.classesOf(person.words[0] ?? '') & GIVEN_NAME) !== 0) return;
    if ((lexicon.classesOf(form.words[0] ?? '') & GIVEN_NAME) === 0) return;
    if (person.stems.join(' ') === form.words.map(lexicon.stem).join(' ')) person.name = form.text;
  }

  /** "Слова Лісовської": a capital at the start of a sentence does not make a word a given name. */
  isSurnameOnly(form: ParsedName, opensSentence: boolean): boolean {
    const { words } = form;
    if (this.lexicon.code === 'en' || !opensSentence || words.length !== 2) return false;
    if (this.lexicon.givenNameClasses(words[0] ?? '') !== 0) return false;
    return this.findShort(words[1] ?? '', form.gender, 0) >= 0;
  }

  add(form: ParsedName): number {
    const { lexicon } = this;
    const stems = form.words.map(lexicon.stem);
    const index = this.people.length;
    this.people.push({
      name: form.text,
      words: form.words,
      stems,
      role: null,
      shownRole: null,
      describedBy: new Map(),
      gender: form.gender ?? guessGender(form.words, lexicon),
      human: isOrganisation(form.words, lexicon) ? ORGANISATION_SCORE : form.words.length > 1 ? 1 : 0,
      full: 0,
      short: 0,
      lastFull: -1,
    });
    for (const key of stems) this.index(key, index);
    return index;
  }

  /** Resolves a single word ("Reed", "Dana") at token `at`: surnames before given names, then the likeliest person. */
  findShort(word: string, gender: Gender, at: number): number {
    let best = -1;
    let bestScore = -Infinity;
    const key = this.lexicon.stem(word);
    for (const index of this.byWord.get(key) ?? []) {
      const person = this.people[index];
      if (!person || (gender && person.gender && person.gender !== gender)) continue;
      const position = person.stems.lastIndexOf(key);
      const isAlone = person.stems.length === 1;
      // An unknown name is shortened only after its full form: "Harbor" is not yet "Harbor Light Trust", and the
      // country of Jordan is not Jordan Falk.
      const isIntroduced = person.lastFull >= 0;
      const isGiven = this.lexicon.givenNameClasses(person.words[0] ?? '') !== 0;
      if (!isAlone && !isIntroduced && (position === 0 || !isGiven) && !gender) continue;
      const surname = position === person.stems.length - 1;
      // Лісовський and Лісовська share a stem but have different forms.
      const exact = person.words.includes(word) ? 3 : 0;
      const near = person.lastFull >= 0 && at - person.lastFull < 60 ? 0.8 : 0;
      const named = Math.min(person.full + person.short, 12);
      // Of two surnames, the first may be used alone: "Marta Ruiz Ventosa", then "Ruiz".
      const middle = !surname && position > 0 ? 10 : 0;
      const score =
        (surname ? 20 : 0) + middle + exact + named + near + (gender && person.gender === gender ? 6 : 0);
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    return best;
  }
}
