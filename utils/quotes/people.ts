import type { ArticleModel } from './article-model.ts';
import {
  BODY,
  GIVEN_HE,
  GIVEN_SHE,
  type Lexicon,
  PARTICLE,
  PERSON_HE,
  PERSON_SHE,
  TITLE,
  TITLE_HE,
  TITLE_SHE,
} from './lexicon.ts';
import { type Mention, readMentions } from './mentions.ts';
import { readTokens, type Token } from './tokens.ts';

export type Gender = 'he' | 'she' | null;

/** Somebody or some body that the article names. */
export interface Person {
  /** Fullest form found in this article. */
  name: string;
  /** Lower-case name words without titles, initials and suffixes. */
  words: string[];
  role: string | null;
  gender: Gender;
  /** A committee, paper, ministry: not a human being. */
  isBody: boolean;
  /** Times the full name stands in the article. */
  full: number;
  /** Token index of the latest full mention met so far, while names are being assigned. */
  lastFull: number;
}

/** People of one article and which mention means whom. */
export interface PeopleTable {
  people: Person[];
  /** By mention index: index into `people`, or -1. */
  personOf: Int32Array;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|herr|frau|monsieur|madame|señor|señora|pan|pani)$/;

/** People of one surname looked at; bounds the time per name. */
const NAMESAKES = 30;

interface NameForm {
  words: string[];
  text: string;
  gender: Gender;
}

/** The name proper of a mention, its words and what its titles say. */
function readName(text: string, tokens: readonly Token[], mention: Mention): NameForm | null {
  const words: string[] = [];
  let gender: Gender = null;
  for (let i = mention.first; i < mention.nameFirst; i++) {
    const classes = tokens[i]?.classes ?? 0;
    if ((classes & (TITLE_HE | PERSON_HE)) !== 0) gender = 'he';
    if ((classes & (TITLE_SHE | PERSON_SHE)) !== 0) gender = 'she';
  }
  for (let i = mention.nameFirst; i <= mention.last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || SUFFIX.test(token.lower)) continue;
    if (token.text.length === 1 || (token.classes & PARTICLE) !== 0) continue;
    words.push(token.lower);
  }
  // "the Kremlin", "The Harbor Times": the article belongs to the name of a body.
  const article = mention.first < mention.nameFirst && tokens[mention.nameFirst - 1]?.lower === 'the' ? 1 : 0;
  const start = tokens[mention.nameFirst - article]?.start;
  const last = tokens[mention.last];
  if (words.length === 0 || start === undefined || !last) return null;
  const end = last.possessive ? last.start + last.text.length : last.end;
  return { words, text: text.slice(start, end), gender };
}

/** The role in front of a name: "U.S. President", "campaign manager". */
function readTitle(text: string, tokens: readonly Token[], mention: Mention): string | null {
  let from = mention.first;
  let to = mention.nameFirst - 1;
  while (
    from <= to &&
    (/^(?:the|an?|his|her|their|its|our|my)$/.test(tokens[from]?.lower ?? '') ||
      HONORIFIC.test(tokens[from]?.lower ?? ''))
  )
    from++;
  while (to >= from && HONORIFIC.test(tokens[to]?.lower ?? '')) to--;
  const start = tokens[from]?.start;
  const end = tokens[to]?.end;
  if (start === undefined || end === undefined || to < from) return null;
  return text.slice(start, end);
}

/** The role in apposition: "Dana Reed, the mayor of Harbor, said". */
function readApposition(text: string, tokens: readonly Token[], mention: Mention): string | null {
  const comma = tokens[mention.last + 1];
  const first = tokens[mention.last + 2];
  if (comma?.text !== ',' || !first || first.sentence !== comma.sentence) return null;
  let speaks = false;
  for (let i = mention.last + 2; i < mention.last + 16; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== comma.sentence || token.kind === 'quote') return null;
    if (token.kind === 'mark' && (token.text === ',' || token.text === '.')) {
      const last = tokens[i - 1];
      if (!speaks || !last) return null;
      const start = /^(?:the|an?)$/.test(first.lower)
        ? (tokens[mention.last + 3]?.start ?? first.start)
        : first.start;
      return start < last.end ? text.slice(start, last.end) : null;
    }
    if (/^(?:who|which|whose|said|says|told|and|when|where)$/.test(token.lower)) return null;
    if ((token.classes & TITLE) !== 0 || (token.classes & (1 << 19)) !== 0) speaks = true;
  }
  return null;
}

function genderOfName(words: readonly string[], lexicon: Lexicon): Gender {
  const classes = lexicon.classOf(words[0] ?? '');
  if (words.length < 2) return null;
  const he = (classes & GIVEN_HE) !== 0;
  const she = (classes & GIVEN_SHE) !== 0;
  return he === she ? null : he ? 'he' : 'she';
}

class Table {
  people: Person[] = [];
  private byWord = new Map<string, number[]>();

  private index(word: string | undefined, person: number): void {
    if (!word) return;
    const list = this.byWord.get(word) ?? [];
    if (list.length < NAMESAKES && !list.includes(person)) list.push(person);
    this.byWord.set(word, list);
  }

  /** Somebody with the same last word and a first word that doesn't contradict. */
  findFull(words: readonly string[]): number {
    const last = words[words.length - 1] ?? '';
    for (const index of this.byWord.get(last) ?? []) {
      const known = this.people[index];
      if (!known || known.words[known.words.length - 1] !== last) continue;
      if (known.words.length === 1 || known.words.includes(words[0] ?? '')) return index;
    }
    return -1;
  }

  add(form: NameForm, lexicon: Lexicon): number {
    const index = this.people.length;
    const last = form.words[form.words.length - 1] ?? '';
    this.people.push({
      name: form.text,
      words: form.words,
      role: null,
      gender: form.gender ?? genderOfName(form.words, lexicon),
      isBody: (lexicon.classOf(last) & BODY) !== 0,
      full: 0,
      lastFull: -1,
    });
    this.index(last, index);
    if (form.words.length > 1) this.index(form.words[0], index);
    return index;
  }

  /** Whom a single word ("Reed", "Dana") means at token `at`: surname before given name, then the likeliest. */
  findShort(word: string, gender: Gender, at: number): number {
    let best = -1;
    let bestScore = -Infinity;
    for (const index of this.byWord.get(word) ?? []) {
      const person = this.people[index];
      if (!person || (gender && person.gender && person.gender !== gender)) continue;
      const surname = person.words[person.words.length - 1] === word;
      const near = person.lastFull >= 0 && at - person.lastFull < 60 ? 1.5 : 0;
      const score =
        (surname ? 10 : 0) + Math.min(person.full, 8) + near + (gender && person.gender === gender ? 5 : 0);
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    return best;
  }
}

/**
 * One table of the people in an article. Full names are gathered from the whole text, the headline and quotes
 * included; short forms, given names and titles are then tied to them. Surnames shared by several stay apart.
 */
export function readPeople(model: ArticleModel, title: string | null): PeopleTable {
  const { tokens, mentions, lexicon, text } = model;
  const table = new Table();
  // The headline may be the only place of a full name; its capitals make it the least trusted one, so it comes last.
  const sources = [text, title ?? ''].map((source) => {
    const all = readTokens(source, [], lexicon);
    return { source, all, list: readMentions(all) };
  });
  for (const [rank, { source, all, list }] of sources.entries()) {
    for (const mention of list) {
      if (mention.kind !== 'name') continue;
      const form = readName(source, all, mention);
      if (!form || form.words.length < 2 || form.words.length > 4) continue;
      let index = table.findFull(form.words);
      if (index < 0 && rank > 0) continue;
      if (index < 0) index = table.add(form, lexicon);
      const person = table.people[index];
      if (!person) continue;
      person.full++;
      person.gender ??= form.gender;
      person.role ??= readTitle(source, all, mention);
    }
  }
  const personOf = new Int32Array(mentions.length).fill(-1);
  for (const [m, mention] of mentions.entries()) {
    const head = tokens[mention.head];
    if (!head || mention.kind === 'pronoun' || mention.kind === 'relative') continue;
    const titleOnly = mention.kind === 'noun' && head.capital && table.findShort(head.lower, null, m) >= 0;
    if (mention.kind !== 'name' && !titleOnly) continue;
    const form = readName(text, tokens, mention);
    if (!form) continue;
    let index =
      form.words.length > 1
        ? table.findFull(form.words)
        : table.findShort(form.words[0] ?? '', form.gender, mention.head);
    if (index < 0) index = table.add(form, lexicon);
    personOf[m] = index;
    const person = table.people[index];
    if (!person) continue;
    if (form.words.length > 1) person.lastFull = mention.head;
    person.gender ??= form.gender;
    person.role ??= readTitle(text, tokens, mention) ?? readApposition(text, tokens, mention);
  }
  return { people: table.people, personOf };
}
