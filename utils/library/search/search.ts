import { library } from '../db.ts';
import { listSortedIds } from '../lists/sort-articles.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View } from '../types.ts';
import type { SortOrder } from '../user-types.ts';
import type { QueryError } from '../view-types.ts';
import { findPhrase, phraseTerms } from './find-phrase.ts';
import { INDEX_FORMAT } from './index-format.ts';
import { enoughOf, loosenPhrases } from './loosen-query.ts';
import { type ParsedQuery, parseQuery, type QueryNode } from './query-syntax.ts';
import { condemnSearchIndex, ensureSearchIndex } from './rebuild-index.ts';
import { type Plan, QueryRunner } from './run-query.ts';
import { SearchMemory } from './search-memory.ts';
import { cutSnippet, findHits, type Range, type Snippet } from './search-snippet.ts';
import { splitQuery } from './split-words.ts';

export interface SearchOptions {
  /** Hits to skip and to return. */
  offset?: number;
  limit?: number;
  /** Only articles of this view; everything that is not deleted by default. */
  view?: View;
  /** By relevance, or newest first where the query has no words, unless said otherwise. */
  sort?: SortOrder | null;
  /** Only what answers to the word: no typos, no phrase in another order, no sentence in part. For smart lists. */
  isExact?: boolean;
}

export interface SearchHit {
  article: ArticleRow;
  /** Where the title matched. */
  titleHits: Range[];
  /** The part of the text that matched best; its beginning where only the title did; null without words. */
  snippet: Snippet | null;
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** All articles that answer the query, not only those returned. */
  total: number;
  /** Nothing held the words as typed; these are likenesses. */
  forgiving: boolean;
  /** What in the query could not be understood; the rest was answered. */
  errors: QueryError[];
  /** The index is being built, and there may be more than was found. */
  building: boolean;
}

/** Building the index anew, where that goes on in this window. */
const building = new WeakMap<LibraryDb, Promise<unknown>>();

/** Brings the index up to date; where it is damaged or old, begins to build it and answers with what there is. */
async function prepare(db: LibraryDb): Promise<boolean> {
  const { memory } = engineOf(db);
  await memory.refresh();
  if (building.has(db)) return true;
  const { format } = memory;
  if (!memory.isDamaged && format === INDEX_FORMAT) return false;
  if (format === INDEX_FORMAT) await condemnSearchIndex(db);
  const work = ensureSearchIndex(db).finally(() => building.delete(db));
  building.set(db, work);
  work.catch((error: unknown) => console.error('offprint: search index', error));
  return true;
}

/** Waits for the index where it is being built in this window. */
export async function searchIndexBuilt(db: LibraryDb = library): Promise<void> {
  await building.get(db);
}

interface Engine {
  memory: SearchMemory;
  runner: QueryRunner;
}

const engines = new WeakMap<LibraryDb, Engine>();

function engineOf(db: LibraryDb): Engine {
  let engine = engines.get(db);
  if (engine === undefined) {
    const memory = new SearchMemory(db);
    engine = { memory, runner: new QueryRunner(db, memory) };
    engines.set(db, engine);
  }
  return engine;
}

/** Words known to the index that begin as given, for completion. */
export async function completeWord(prefix: string, db: LibraryDb = library): Promise<string[]> {
  const { memory } = engineOf(db);
  await prepare(db);
  const [term] = splitQuery(prefix);
  return term === undefined ? [] : memory.complete(term);
}

interface Ordered {
  ids: string[];
  total: number;
  forgiving: boolean;
  building: boolean;
  plan: Plan;
}

/** The ids that answer, in order, up to a limit. */
async function order(
  parsed: ParsedQuery,
  options: SearchOptions,
  limit: number,
  db: LibraryDb,
): Promise<Ordered> {
  const { view = 'all', sort = null, isExact = false } = options;
  const { memory, runner } = engineOf(db);
  const building = await prepare(db);
  let plan = await runner.plan(parsed.root, view);
  let members = plan.members ?? undefined;
  if (plan.terms.length === 0) {
    if (members === undefined && view === 'all')
      return { ids: [], total: 0, forgiving: false, building, plan };
    const all = await listSortedIds(view, sort ?? undefined, db);
    const ids = plan.members === null ? all : all.filter((id) => plan.members?.has(id));
    return { ids: ids.slice(0, limit), total: ids.length, forgiving: false, building, plan };
  }
  const wanted = sort === null ? limit : Number.POSITIVE_INFINITY;
  let ranked = memory.rank(plan.terms, { limit: wanted, members, forgiving: false });
  const forgiving = !isExact && ranked.total === 0 && plan.phrases.length === 0;
  let isLoose = false;
  if (forgiving) ranked = memory.rank(plan.terms, { limit: wanted, members, forgiving });
  if (!isExact && ranked.total === 0 && parsed.root !== null) {
    // A sentence or a headline that was pasted, with a word that is not the article's, or without one that is.
    if (plan.phrases.length > 0) plan = await runner.plan(loosenPhrases(parsed.root), view);
    members = plan.members ?? undefined;
    const least = enoughOf(plan.terms.length);
    ranked = memory.rank(plan.terms, { limit: wanted, members, forgiving: false, least });
    isLoose = ranked.total > 0;
  }
  let ids = ranked.top.map(({ articleId }) => articleId);
  if (sort !== null) {
    const found = new Set(ids);
    ids = (await listSortedIds(view, sort, db)).filter((id) => found.has(id));
  }
  return { ids: ids.slice(0, limit), total: ranked.total, forgiving: forgiving || isLoose, building, plan };
}

/** Ids of everything that answers a query, in order: for selecting all, and for smart lists. */
export async function searchIds(
  query: string,
  options: Omit<SearchOptions, 'offset' | 'limit'> = {},
  db: LibraryDb = library,
): Promise<string[]> {
  return (await order(parseQuery(query), options, Number.POSITIVE_INFINITY, db)).ids;
}

/** An answer as a list shows it: ids in order, and the first rows described. */
export interface ListAnswer extends SearchAnswer {
  /** Up to the limit that was asked for; `total` says how many there are. */
  ids: string[];
}

/**
 * Searches for a list of which only a part is shown.
 *
 * @param options `limit` bounds the ids
 * @param described how many of them are described at once; `describeHits` has the others
 */
export async function searchList(
  query: string,
  options: Omit<SearchOptions, 'offset'>,
  described: number,
  db: LibraryDb = library,
): Promise<ListAnswer> {
  const parsed = parseQuery(query);
  const { errors } = parsed;
  if (parsed.root === null) {
    return { ids: [], hits: [], total: 0, forgiving: false, errors, building: false };
  }
  const { plan: _, ...ordered } = await order(parsed, options, options.limit ?? 500, db);
  const hits = await describeHits(query, ordered.ids.slice(0, described), ordered.forgiving, db);
  return { ...ordered, hits, errors };
}

/**
 * Full-text search over titles, texts, quotes, speakers and notes, in the language of `query-syntax.ts`. Every word
 * of the query must occur, as a word or as the beginning of one; case and diacritics do not count. Where nothing
 * answers, small typos are forgiven, unless `isExact` says otherwise.
 *
 * @param query as typed
 * @returns hits best first; an empty answer for a query that says nothing
 */
export async function search(
  query: string,
  options: SearchOptions = {},
  db: LibraryDb = library,
): Promise<SearchAnswer> {
  const { offset = 0, limit = 20 } = options;
  const parsed = parseQuery(query);
  if (parsed.root === null)
    return { hits: [], total: 0, forgiving: false, errors: parsed.errors, building: false };
  const { ids, total, forgiving, building } = await order(parsed, options, offset + limit, db);
  const hits = await describeHits(query, ids.slice(offset), forgiving, db);
  return { hits, total, forgiving, errors: parsed.errors, building };
}

/** What of a query can be marked in a text. */
interface SearchedWords {
  words: Set<string>;
  phrases: string[][];
}

function collectWords(node: QueryNode, searched: SearchedWords): void {
  if (node.kind === 'words') for (const term of splitQuery(node.text)) searched.words.add(term);
  else if (node.kind === 'phrase') searched.phrases.push(phraseTerms(node.text));
  else if (node.kind === 'and' || node.kind === 'or')
    for (const part of node.parts) collectWords(part, searched);
  else if (node.kind === 'test' && node.test.field === 'title') {
    for (const term of splitQuery(node.test.value)) searched.words.add(term);
  }
}

/**
 * Articles that answer a query, with the places that do.
 *
 * @param forgiving as the answer of the search said
 */
export async function describeHits(
  query: string,
  ids: readonly string[],
  forgiving: boolean,
  db: LibraryDb = library,
): Promise<SearchHit[]> {
  const { root } = parseQuery(query);
  const searched: SearchedWords = { words: new Set(), phrases: [] };
  if (root !== null) collectWords(forgiving ? loosenPhrases(root) : root, searched);
  const words = [...searched.words];
  const hasWords = words.length + searched.phrases.length > 0;
  const [articles, contents] = await db.transaction('r', db.articles, db.contents, async () =>
    Promise.all([db.articles.bulkGet([...ids]), hasWords ? db.contents.bulkGet([...ids]) : []]),
  );
  const mark = (text: string): Range[] => {
    const found = words.length === 0 ? [] : findHits(text, words, forgiving);
    const exact = searched.phrases.flatMap((phrase): Range[] => findPhrase(text, phrase));
    return exact.length === 0 ? found : withoutOverlaps([...found, ...exact]);
  };
  return articles.flatMap((article, i): SearchHit[] => {
    // Deleted between the ranking and now.
    if (article === undefined || article.deletedAt !== null) return [];
    if (!hasWords) return [{ article, titleHits: [], snippet: null }];
    const text = contents[i]?.text ?? '';
    return [{ article, titleHits: mark(article.title), snippet: cutSnippet(text, mark(text)) }];
  });
}

function withoutOverlaps(ranges: Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (range[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(range);
  }
  return kept;
}
