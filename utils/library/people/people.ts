/** Who said what in the library, with the user's decisions about people applied. */
import Dexie from 'dexie';
import { groupStatements } from '../../quotes/elsewhere/same-statement.ts';
import { inView, quotesOf } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import { normaliseName } from '../search/fold-text.ts';
import type { SavedQuote } from '../types.ts';
import type { AliasRow, PersonRow } from '../user-types.ts';
import type { CoQuoted, Person, QuoteInArticle, Statement } from '../view-types.ts';

/** Articles per read of quotes. */
const SETS_PER_READ = 50;

/** The user's decisions about people. */
export interface Decisions {
  people: Map<string, PersonRow>;
  /** Person by normalised name, for articles without an own decision. */
  byKey: Map<string, string>;
  aliases: AliasRow[];
}

/** Must run inside the caller's transaction, which includes `people` and `aliases`. */
export async function readDecisions(db: LibraryDb): Promise<Decisions> {
  const [people, aliases] = await Promise.all([db.people.toArray(), db.aliases.toArray()]);
  const general = aliases.filter(({ articleId }) => articleId === '');
  return {
    people: new Map(people.map((person) => [person.id, person])),
    byKey: new Map(general.map(({ speakerKey, personId }) => [speakerKey, personId])),
    aliases,
  };
}

/** Whether the user decided that this is not a person. */
export const isNotPerson = (id: string, { people }: Decisions): boolean => people.get(id)?.notPerson === true;

/** Normalised names of a person. */
export function keysOf(id: string, { aliases, people }: Decisions): string[] {
  if (!people.has(id)) return [id];
  return aliases
    .filter((alias) => alias.personId === id && alias.articleId === '')
    .map((alias) => alias.speakerKey);
}

/** Articles that quote one of these names. Must run inside the caller's transaction, which includes `articles`. */
async function articlesOf(keys: readonly string[], db: LibraryDb): Promise<Set<string>> {
  const articles = new Set<string>();
  for (const key of keys) {
    for (const article of await inView(db, `voice:${key}`).primaryKeys()) articles.add(article);
  }
  return articles;
}

/**
 * Everybody quoted, by number of articles.
 *
 * @param filter part of a name
 */
export async function listPeople(
  filter = '',
  limit = 100,
  db: LibraryDb = library,
): Promise<{ people: Person[]; total: number }> {
  const wanted = normaliseName(filter);
  return db.transaction('r', [db.counts, db.people, db.aliases, db.speakers, db.articles], async () => {
    const decisions = await readDecisions(db);
    const groups = new Map<string, { keys: string[]; articles: number }>();
    for (const { view, count } of await db.counts.where('view').startsWith('voice:').toArray()) {
      const key = view.slice('voice:'.length);
      const id = decisions.byKey.get(key) ?? key;
      if (isNotPerson(id, decisions)) continue;
      const group = groups.get(id) ?? { keys: [], articles: 0 };
      group.keys.push(key);
      group.articles += count;
      groups.set(id, group);
    }
    for (const group of groups.values()) {
      // An article that quotes two names of a person counts once.
      if (group.keys.length > 1) group.articles = (await articlesOf(group.keys, db)).size;
    }
    const found = [...groups].filter(
      ([id, { keys }]) =>
        wanted === '' ||
        keys.some((key) => key.includes(wanted)) ||
        normaliseName(decisions.people.get(id)?.name ?? '').includes(wanted),
    );
    // Ties are sorted by name, since ids are arbitrary.
    const nameOf = ([, { keys }]: (typeof found)[number]): string => keys[0] ?? '';
    found.sort((a, b) => b[1].articles - a[1].articles || (nameOf(a) < nameOf(b) ? -1 : 1));
    const shown = found.slice(0, limit);
    const speakers = await db.speakers.bulkGet(shown.map(([, { keys }]) => keys[0] ?? ''));
    const people = shown.map(
      ([id, { keys, articles }], i): Person => ({
        id,
        name: decisions.people.get(id)?.name ?? speakers[i]?.name ?? keys[0] ?? '',
        role: speakers[i]?.role ?? null,
        keys,
        articles,
      }),
    );
    return { people, total: found.length };
  });
}

/** Names that the user removed from People, sorted. */
export async function listNotPeople(db: LibraryDb = library): Promise<{ id: string; name: string }[]> {
  const people = await db.people.toArray();
  return people
    .flatMap(({ id, name, notPerson }) => (notPerson ? [{ id, name }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * One person by id, or by a name that was merged into another; null if nobody of that name is quoted, or the user
 * decided that it is not a person.
 */
export async function getPerson(id: string, db: LibraryDb = library): Promise<Person | null> {
  return db.transaction('r', [db.counts, db.people, db.aliases, db.speakers, db.articles], async () => {
    const decisions = await readDecisions(db);
    const actual = decisions.byKey.get(id) ?? id;
    if (isNotPerson(actual, decisions)) return null;
    const keys = keysOf(actual, decisions);
    const articles = await articlesOf(keys, db);
    const speakers = await db.speakers.bulkGet(keys);
    const [speaker] = speakers;
    const name = decisions.people.get(actual)?.name ?? speaker?.name;
    if (name === undefined) return null;
    const spelt = keys.map((key, i) => speakers[i]?.name ?? key);
    return { id: actual, name, role: speaker?.role ?? null, keys, spelt, articles: articles.size };
  });
}

async function withArticles(db: LibraryDb, quotes: readonly SavedQuote[]): Promise<QuoteInArticle[]> {
  const ids = [...new Set(quotes.map((quote) => quote.articleId))];
  const rows = await db.articles.bulkGet(ids);
  const articles = new Map(rows.flatMap((row) => (row?.deletedAt === null ? [[row.id, row] as const] : [])));
  return quotes.flatMap((quote) => {
    const article = articles.get(quote.articleId);
    return article === undefined ? [] : [{ quote, article }];
  });
}

/** Newest first, at least `limit` if there are so many. Must run inside the caller's transaction. */
async function quotesUnderKeys(
  db: LibraryDb,
  key: string,
  isTheirs: (articleId: string) => boolean,
  limit: number,
): Promise<SavedQuote[]> {
  const quotes: SavedQuote[] = [];
  for (let from = 0; quotes.length < limit; from += SETS_PER_READ) {
    const sets = await db.quoteSets
      .where('said')
      .between([key, Dexie.minKey], [key, Dexie.maxKey])
      .reverse()
      .offset(from)
      .limit(SETS_PER_READ)
      .toArray();
    for (const set of sets) {
      if (!isTheirs(set.articleId)) continue;
      quotes.push(...unpackQuotes(set).filter(({ speakerKey }) => speakerKey === key));
    }
    if (sets.length < SETS_PER_READ) break;
  }
  return quotes;
}

/** Everything that a person said in saved articles, newest first, under all names. */
export function quotesOfPerson(id: string, limit = 200, db: LibraryDb = library): Promise<QuoteInArticle[]> {
  return db.transaction('r', [db.quoteSets, db.articles, db.people, db.aliases], async () => {
    const decisions = await readDecisions(db);
    const actual = decisions.byKey.get(id) ?? id;
    const elsewhere = new Map(
      decisions.aliases
        .filter(({ articleId }) => articleId !== '')
        .map(({ speakerKey, articleId, personId }) => [`${speakerKey} ${articleId}`, personId]),
    );
    const quotes: SavedQuote[] = [];
    for (const key of keysOf(actual, decisions)) {
      const isTheirs = (id: string): boolean => (elsewhere.get(`${key} ${id}`) ?? actual) === actual;
      quotes.push(...(await quotesUnderKeys(db, key, isTheirs, limit)));
    }
    for (const { speakerKey, articleId, personId } of decisions.aliases) {
      if (personId !== actual || articleId === '') continue;
      const all = await quotesOf(db, articleId);
      quotes.push(...all.filter((quote) => quote.speakerKey === speakerKey));
    }
    quotes.sort(
      (a, b) =>
        b.saidAt - a.saidAt ||
        (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : a.index - b.index),
    );
    return withArticles(db, quotes.slice(0, limit));
  });
}

/**
 * The people who are quoted in the same articles as a person, most frequent first, with the user's decisions applied.
 *
 * @param id a person's id, or a normalised name
 */
export async function coQuotedWith(id: string, limit = 12, db: LibraryDb = library): Promise<CoQuoted[]> {
  return db.transaction('r', [db.articles, db.people, db.aliases, db.speakers], async () => {
    const decisions = await readDecisions(db);
    const actual = decisions.byKey.get(id) ?? id;
    const articles = new Map<string, readonly string[]>();
    for (const key of keysOf(actual, decisions)) {
      await inView(db, `voice:${key}`).each((row) => articles.set(row.id, row.speakerKeys));
    }
    const together = new Map<string, { key: string; count: number }>();
    for (const keys of articles.values()) {
      // Two names of one person in one article count once.
      const others = new Map(keys.map((key) => [decisions.byKey.get(key) ?? key, key]));
      for (const [other, key] of others) {
        if (other === actual || isNotPerson(other, decisions)) continue;
        const so = together.get(other);
        together.set(other, { key: so?.key ?? key, count: (so?.count ?? 0) + 1 });
      }
    }
    const most = [...together]
      .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
      .slice(0, limit);
    const speakers = await db.speakers.bulkGet(most.map(([, { key }]) => key));
    return most.map(([other, { key, count }], at) => ({
      id: other,
      name: decisions.people.get(other)?.name ?? speakers[at]?.name ?? key,
      together: count,
    }));
  });
}

/** A wording with at least this share of the longest one's characters counts as equally complete, 0–1. */
const MIN_FULL_SHARE = 0.9;

const byTime = (a: QuoteInArticle, b: QuoteInArticle): number => a.quote.saidAt - b.quote.saidAt;

/** @param inTime all quotes of one statement, the earliest first */
function toStatement(inTime: readonly QuoteInArticle[]): Statement[] {
  const longest = Math.max(...inTime.map(({ quote }) => quote.text.length));
  const fullest = inTime.find(({ quote }) => quote.text.length >= MIN_FULL_SHARE * longest);
  if (fullest === undefined) return [];
  // The first quote of each article.
  const articles = new Map(inTime.toReversed().map((one) => [one.article.id, one]));
  articles.delete(fullest.article.id);
  const firstAt = inTime[0]?.quote.saidAt ?? fullest.quote.saidAt;
  return [{ fullest, also: [...articles.values()].sort(byTime), firstAt }];
}

/** Groups quotes by statement: indices, those of the same statement together. */
export const groupQuotes = (said: readonly QuoteInArticle[]): number[][] =>
  groupStatements(said.map(({ quote }) => ({ text: quote.text, speaker: quote.resolvedSpeaker })));

/**
 * A person's statements without duplicates.
 *
 * @param said quotes of one person
 * @returns the latest statement first, by first publication
 */
export const statementsOf = (said: readonly QuoteInArticle[]): Statement[] =>
  toStatements(groupQuotes(said).map((group) => group.flatMap((index) => said[index] ?? [])));

/** @returns the latest statement first, by first publication */
export function toStatements(groups: readonly (readonly QuoteInArticle[])[]): Statement[] {
  return groups.flatMap((group) => toStatement(group.toSorted(byTime))).sort((a, b) => b.firstAt - a.firstAt);
}
