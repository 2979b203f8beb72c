import { BODY, GIVEN } from '../../model/lexicon.ts';
import { type Gender, genderOfName, type NameForm } from '../../model/names.ts';
import type { Lexicon } from '../../model/types.ts';

/** Somebody or some body that the article names. */
export interface Person {
  /** Fullest form found in this article. */
  name: string;
  /** Lower-case name words without titles, initials and suffixes. */
  words: string[];
  /** The same folded (`Lexicon.fold`): equal for all cases of a name. */
  keys: string[];
  role: string | null;
  /** The role that is sure enough to be shown, or null. */
  shownRole: string | null;
  /** Nouns that describe the person anywhere in the article, and the age (`descriptionKey`), with how often each does. */
  describedBy: ReadonlyMap<string, number>;
  gender: Gender;
  /** Evidence for a human being (positive) or a body, place or work (negative). */
  human: number;
  /** Times the full name stands in the article. */
  full: number;
  /** Times a short form was taken for this person so far. */
  short: number;
  /** Token index of the latest full mention met so far, while names are being assigned. */
  lastFull: number;
}

/** In languages in which every noun has a capital much looks like a name; a title, a given name or a clause tells people. */
export const isCertainlyHuman = ({ human }: Person): boolean => human >= 2;

/** People of one article and which mention means whom. */
export interface PeopleTable {
  people: Person[];
  /** By mention index: index into `people`, or -1. */
  personOf: Int32Array;
}

/** People of one surname looked at; bounds the time per name. */
const NAMESAKES = 30;

/** Humanity of bodies; nothing they say makes them human. */
export const BODY_HUMANITY = -12;

/** "The Harbor Times" is a body, "Dana Church" is not. */
function isBody(words: readonly string[], lexicon: Lexicon): boolean {
  const given = lexicon.classOf(words[0] ?? '') & GIVEN;
  const last = lexicon.classOf(words[words.length - 1] ?? '') & BODY;
  const first = lexicon.data.headsFirst ? lexicon.classOf(words[0] ?? '') & BODY : 0;
  return given === 0 && (first | last) !== 0;
}

/** The names of an article, found again by their words while they are read. */
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
    if (list.length < NAMESAKES && !list.includes(person)) list.push(person);
    this.byWord.set(word, list);
  }

  /** Somebody with the same last word and a first word that doesn't contradict. */
  findFull(words: readonly string[]): number {
    const keys = words.map(this.lexicon.fold);
    const last = keys[keys.length - 1] ?? '';
    for (const index of this.byWord.get(last) ?? []) {
      const known = this.people[index];
      if (!known || known.keys[known.keys.length - 1] !== last) continue;
      if (known.keys.length === 1 || known.keys.includes(keys[0] ?? '')) return index;
      if (this.#isSurnameOf(known, words)) return index;
    }
    return -1;
  }

  /** "Le Guern" in a headline, then "Solène Le Guern": a surname of two words, with a given name in front later. */
  #isSurnameOf({ keys, words, human }: Person, longer: readonly string[]): boolean {
    if (human <= BODY_HUMANITY || longer.length <= keys.length) return false;
    const [given = '', ...rest] = longer;
    if (this.lexicon.givenOf(given) === 0 || this.lexicon.givenOf(words[0] ?? '') !== 0) return false;
    return rest.map(this.lexicon.fold).join(' ') === keys.join(' ');
  }

  /** Takes on the fuller form of a name that was met without its given name. */
  complete(index: number, form: NameForm): void {
    const person = this.people[index];
    if (!person || !this.#isSurnameOf(person, form.words)) return;
    Object.assign(person, { name: form.text, words: form.words, keys: form.words.map(this.lexicon.fold) });
    person.gender ??= form.gender ?? genderOfName(form.words, this.lexicon);
    for (const key of person.keys) this.index(key, index);
  }

  /** A name in an oblique case makes way for one whose given name is in the nominative, as lists have it. */
  prefer(index: number, form: NameForm): void {
    const person = this.people[index];
    if (!person || form.words.length < person.words.length) return;
    const { lexicon } = this;
    if ((lexicon.classOf(person.words[0] ?? '') & GIVEN) !== 0) return;
    if ((lexicon.classOf(form.words[0] ?? '') & GIVEN) === 0) return;
    if (person.keys.join(' ') === form.words.map(lexicon.fold).join(' ')) person.name = form.text;
  }

  /** "Слова Лісовської": the capital of a sentence's first word makes no given name where one is due. */
  isSurnameOnly(form: NameForm, opensSentence: boolean): boolean {
    const { words } = form;
    if (this.lexicon.code === 'en' || !opensSentence || words.length !== 2) return false;
    if (this.lexicon.givenOf(words[0] ?? '') !== 0) return false;
    return this.findShort(words[1] ?? '', form.gender, 0) >= 0;
  }

  add(form: NameForm): number {
    const { lexicon } = this;
    const keys = form.words.map(lexicon.fold);
    const index = this.people.length;
    this.people.push({
      name: form.text,
      words: form.words,
      keys,
      role: null,
      shownRole: null,
      describedBy: new Map(),
      gender: form.gender ?? genderOfName(form.words, lexicon),
      human: isBody(form.words, lexicon) ? BODY_HUMANITY : form.words.length > 1 ? 1 : 0,
      full: 0,
      short: 0,
      lastFull: -1,
    });
    for (const key of keys) this.index(key, index);
    return index;
  }

  /** Whom a single word ("Reed", "Dana") means at token `at`: surname before given name, then the likeliest. */
  findShort(word: string, gender: Gender, at: number): number {
    let best = -1;
    let bestScore = -Infinity;
    const key = this.lexicon.fold(word);
    for (const index of this.byWord.get(key) ?? []) {
      const person = this.people[index];
      if (!person || (gender && person.gender && person.gender !== gender)) continue;
      const place = person.keys.lastIndexOf(key);
      const isAlone = person.keys.length === 1;
      // A name that nobody knows for a person's is shortened only behind its full form: "Harbor" is not yet "Harbor
      // Light Trust", and the country of Jordan not Jordan Falk.
      const isMet = person.lastFull >= 0;
      const isGiven = this.lexicon.givenOf(person.words[0] ?? '') !== 0;
      if (!isAlone && !isMet && (place === 0 || !isGiven) && !gender) continue;
      const surname = place === person.keys.length - 1;
      // Лісовський and Лісовська share a stem, not a form.
      const exact = person.words.includes(word) ? 3 : 0;
      const near = person.lastFull >= 0 && at - person.lastFull < 60 ? 0.8 : 0;
      const named = Math.min(person.full + person.short, 12);
      // Of two surnames the first stands alone: "Marta Ruiz Ventosa", then "Ruiz".
      const middle = !surname && place > 0 ? 10 : 0;
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
