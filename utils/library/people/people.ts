/** Queries for people and their quotes, with the user's decisions about people applied. */
import Dexie from 'dexie';
import { groupStatements } from '../../quotes/same-statement.ts';
import { queryView, readQuotes } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import { normaliseName } from '../search/fold-text.ts';
import type { SavedQuote } from '../types.ts';
import type { AliasRow, PersonRow } from '../user-types.ts';
import type { CoQuotedPerson, Person, QuoteInArticle, Statement } from '../view-types.ts';

/** Number of articles whose quotes are read at once. */
const SETS_PER_READ = 50;

/** The user's decisions about people. */
export interface PeopleDecisions {
  people: Map<string, PersonRow>;
  /** Person id by normalised name, for articles without a decision of their own. */
  byKey: Map<string, string>;
  aliases: AliasRow[];
}

/** Reads all decisions. Must run inside the caller's transaction, which includes `people` and `aliases`. */
export async function readDecisions(db: LibraryDb): Promise<PeopleDecisions> {
  const [people, aliases] = await Promise.all([db.people.toArray(), db.aliases.toArray()]);
  const defaults = aliases.filter(({ articleId }) => articleId === '');
  return {
    people: new Map(people.map((person) => [person.id, person])),
    byKey: new Map(defaults.map(({ speakerKey, personId }) => [speakerKey, personId])),
    aliases,
  };
}

/** Whether the user decided that this is not a person. */
export const isNotPerson = (id: string, { people }: PeopleDecisions): boolean =>
  people.get(id)?.notPerson === true;

/** Returns the normalised names of a person. */
export function getNameKeys(id: string, { aliases, people }: PeopleDecisions): string[] {
  if (!people.has(id)) return [id];
  return aliases
    .filter((alias) => alias.personId === id && alias.articleId === '')
    .map((alias) => alias.speakerKey);
}

/**
 * Returns the ids of the articles that quote one of these names. Must run inside the caller's transaction, which
 * includes `articles`.
 */
async function findArticles(keys: readonly string[], db: LibraryDb): Promise<Set<string>> {
  const articles = new Set<string>();
  for (const key of keys) {
    for (const article of await queryView(db, `voice:${key}`).primaryKeys()) articles.add(article);
  }
  return articles;
}

/**
 * Lists all people quoted, sorted by number of articles, descending.
 *
 * @param filter part of a name
 * @param limit maximum number of people returned
 * @returns the first people, and the total number that match
 */
export async function listPeople(
  filter = '',
  limit = 100,
  db: LibraryDb = library,
): Promise<{ people: Person[]; total: number }> {
  const normalisedFilter = normaliseName(filter);
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
      // An article that quotes a person under two names counts once.
      if (group.keys.length > 1) group.articles = (await findArticles(group.keys, db)).size;
    }
    const found = [...groups].filter(
      ([id, { keys }]) =>
        normalisedFilter === '' ||
        keys.some((key) => key.includes(normalisedFilter)) ||
        normaliseName(decisions.people.get(id)?.name ?? '').includes(normalisedFilter),
    );
    // Ties are sorted by name, since ids are arbitrary.
    const sortName = ([, { keys }]: (typeof found)[number]): string => keys[0] ?? '';
    found.sort((a, b) => b[1].articles - a[1].articles || (sortName(a) < sortName(b) ? -1 : 1));
    const shown = found.slice(0, limit);
    const speakers = await db.speakers.bulkGet(shown.map(([, { keys }]) => keys[0] ?? ''));
    const people = shown.map(
      ([id, { keys, articles }], i): Person => ({
        id,
        name: decisions.people.get(id)?.name ?? speakers[i]?.name ?? keys[0] ?? '',
        role: speakers[i]?.role ?? null,
        keys,
        articleCount: articles,
      }),
    );
    return { people, total: found.length };
  });
}

/** Lists the people whom the user removed from People, by name. */
export async function listNotPeople(db: LibraryDb = library): Promise<{ id: string; name: string }[]> {
  const people = await db.people.toArray();
  return people
    .flatMap(({ id, name, notPerson }) => (notPerson ? [{ id, name }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Returns a person.
 *
 * @param id a person's id, or a normalised name
 * @returns null if nobody of that name is known, or the user removed the person from People
 */
export async function getPerson(id: string, db: LibraryDb = library): Promise<Person | null> {
  return db.transaction('r', [db.counts, db.people, db.aliases, db.speakers, db.articles], async () => {
    const decisions = await readDecisions(db);
    const resolvedId = decisions.byKey.get(id) ?? id;
    if (isNotPerson(resolvedId, decisions)) return null;
    const keys = getNameKeys(resolvedId, decisions);
    const articles = await findArticles(keys, db);
    const speakers = await db.speakers.bulkGet(keys);
    const [speaker] = speakers;
    const name = decisions.people.get(resolvedId)?.name ?? speaker?.name;
    if (name === undefined) return null;
    const spellings = keys.map((key, i) => speakers[i]?.name ?? key);
    return {
      id: resolvedId,
      name,
      role: speaker?.role ?? null,
      keys,
      spellings,
      articleCount: articles.size,
    };
  });
}

async function attachArticles(db: LibraryDb, quotes: readonly SavedQuote[]): Promise<QuoteInArticle[]> {
  const ids = [...new Set(quotes.map((quote) => quote.articleId))];
  const rows = await db.articles.bulkGet(ids);
  const articles = new Map(rows.flatMap((row) => (row?.deletedAt === null ? [[row.id, row] as const] : [])));
  return quotes.flatMap((quote) => {
    const article = articles.get(quote.articleId);
    return article === undefined ? [] : [{ quote, article }];
  });
}

/**
 * Returns the quotes of a person under one name, newest first: at least `limit` if there are that many. Must run inside
 * the caller's transaction.
 */
async function readQuotesUnderKey(
  db: LibraryDb,
  key: string,
  isSamePerson: (articleId: string) => boolean,
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
      if (!isSamePerson(set.articleId)) continue;
      quotes.push(...unpackQuotes(set).filter(({ speakerKey }) => speakerKey === key));
    }
    if (sets.length < SETS_PER_READ) break;
  }
  return quotes;
}

/**
 * Returns the quotes of a person under all their names in saved articles, newest first.
 *
 * @param id a person's id, or a normalised name
 */
export function listQuotesOfPerson(
  id: string,
  limit = 200,
  db: LibraryDb = library,
): Promise<QuoteInArticle[]> {
  return db.transaction('r', [db.quoteSets, db.articles, db.people, db.aliases], async () => {
    const decisions = await readDecisions(db);
    const resolvedId = decisions.byKey.get(id) ?? id;
    const personByException = new Map(
      decisions.aliases
        .filter(({ articleId }) => articleId !== '')
        .map(({ speakerKey, articleId, personId }) => [`${speakerKey} ${articleId}`, personId]),
    );
    const quotes: SavedQuote[] = [];
    for (const key of getNameKeys(resolvedId, decisions)) {
      const isSamePerson = (id: string): boolean =>
        (personByException.get(`${key} ${id}`) ?? resolvedId) === resolvedId;
      quotes.push(...(await readQuotesUnderKey(db, key, isSamePerson, limit)));
    }
    for (const { speakerKey, articleId, personId } of decisions.aliases) {
      if (personId !== resolvedId || articleId === '') continue;
      const articleQuotes = await readQuotes(db, articleId);
      quotes.push(...articleQuotes.filter((quote) => quote.speakerKey === speakerKey));
    }
    quotes.sort(
      (a, b) =>
        b.saidAt - a.saidAt ||
        (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : a.index - b.index),
    );
    return attachArticles(db, quotes.slice(0, limit));
  });
}

/**
 * Returns the people who are quoted in the same articles as a person, most frequent first.
 *
 * @param id a person's id, or a normalised name
 */
export async function listCoQuoted(
  id: string,
  limit = 12,
  db: LibraryDb = library,
): Promise<CoQuotedPerson[]> {
  return db.transaction('r', [db.articles, db.people, db.aliases, db.speakers], async () => {
    const decisions = await readDecisions(db);
    const resolvedId = decisions.byKey.get(id) ?? id;
    const articles = new Map<string, readonly string[]>();
    for (const key of getNameKeys(resolvedId, decisions)) {
      await queryView(db, `voice:${key}`).each((row) => articles.set(row.id, row.speakerKeys));
    }
    const shared = new Map<string, { key: string; count: number }>();
    for (const keys of articles.values()) {
      // A person who is quoted under two names in an article counts once.
      const others = new Map(keys.map((key) => [decisions.byKey.get(key) ?? key, key]));
      for (const [other, key] of others) {
        if (other === resolvedId || isNotPerson(other, decisions)) continue;
        const known = shared.get(other);
        shared.set(other, { key: known?.key ?? key, count: (known?.count ?? 0) + 1 });
      }
    }
    const mostShared = [...shared]
      .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
      .slice(0, limit);
    const speakers = await db.speakers.bulkGet(mostShared.map(([, { key }]) => key));
    return mostShared.map(([other, { key, count }], index) => ({
      id: other,
      name: decisions.people.get(other)?.name ?? speakers[index]?.name ?? key,
      sharedArticles: count,
    }));
  });
}

/** A wording counts as complete from this length on, relative to the longest one (0–1). */
const MIN_COMPLETE_RATIO = 0.9;

const byTime = (a: QuoteInArticle, b: QuoteInArticle): number => a.quote.saidAt - b.quote.saidAt;

/** @param chronological all quotes of one statement, the earliest first */
function toStatement(chronological: readonly QuoteInArticle[]): Statement[] {
  const longest = Math.max(...chronological.map(({ quote }) => quote.text.length));
  const mostComplete = chronological.find(({ quote }) => quote.text.length >= MIN_COMPLETE_RATIO * longest);
  if (mostComplete === undefined) return [];
  // Keep the first quote of each article.
  const articles = new Map(
    chronological.toReversed().map((occurrence) => [occurrence.article.id, occurrence]),
  );
  articles.delete(mostComplete.article.id);
  const firstAt = chronological[0]?.quote.saidAt ?? mostComplete.quote.saidAt;
  return [{ mostComplete, repeats: [...articles.values()].sort(byTime), firstPublishedAt: firstAt }];
}

/**
 * Groups quotes by statement.
 *
 * @returns for each statement, the indices of its quotes
 */
export const groupQuotes = (occurrences: readonly QuoteInArticle[]): number[][] =>
  groupStatements(occurrences.map(({ quote }) => ({ text: quote.text, speaker: quote.resolvedSpeaker })));

/**
 * Merges the quotes of a person that repeat a statement.
 *
 * @param occurrences quotes of one person
 * @returns the statements, latest first publication first
 */
export const mergeStatements = (occurrences: readonly QuoteInArticle[]): Statement[] =>
  toStatements(groupQuotes(occurrences).map((group) => group.flatMap((index) => occurrences[index] ?? [])));

/**
 * Converts groups of quotes to statements.
 *
 * @returns the statements, latest first publication first
 */
export function toStatements(groups: readonly (readonly QuoteInArticle[])[]): Statement[] {
  return groups
    .flatMap((group) => toStatement(group.toSorted(byTime)))
    .sort((a, b) => b.firstPublishedAt - a.firstPublishedAt);
}
