import { library } from '../db.ts';
import { listSortedIds } from '../lists/sort-articles.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View } from '../types.ts';
import type { SortOrder } from '../user-types.ts';
import type { QueryError } from '../view-types.ts';
import { findPhrase, phraseTerms } from './find-phrase.ts';
import { INDEX_FORMAT } from './index-format.ts';
import { type ParsedQuery, parseQuery, type QueryNode } from './query-syntax.ts';
import { ensureSearchIndex, markSearchIndexDamaged } from './rebuild-index.ts';
import { getMinMatches, relaxPhrases } from './relax-query.ts';
import { type Plan, QueryRunner } from './run-query.ts';
import { SearchMemory } from './search-memory.ts';
import { cutSnippet, findHits, type Range, type Snippet } from './search-snippet.ts';
import { splitQuery } from './split-words.ts';

export interface SearchOptions {
  /** Number of results to return. */
  limit?: number;
  /** Only articles of this view; by default all that are not deleted. */
  view?: View;
  /** Default: by relevance, or newest first for a query without words. */
  sort?: SortOrder | null;
  /** Exact matches only: no typos, no phrases in another order, no partial sentences. For smart lists. */
  isExact?: boolean;
}

export interface SearchHit {
  article: ArticleRow;
  /** Matches in the title. */
  titleHits: Range[];
  /** The best matching part of the text; its beginning if only the title matched; null without words. */
  snippet: Snippet | null;
}

/** Results for a list of which only a part is shown: ids in order, and details of the first rows. */
export interface ListAnswer {
  /** Up to the requested limit; `total` is the full number. */
  ids: string[];
  hits: SearchHit[];
  /** Number of all matching articles, not only the returned ones. */
  total: number;
  /** Nothing contained the words as typed; the results contain similar words. */
  isFuzzy: boolean;
  /** Invalid parts of the query; the rest was evaluated. */
  errors: QueryError[];
  /** The index is being rebuilt, so results may be missing. */
  building: boolean;
}

/** Rebuilds in progress in this window. */
const building = new WeakMap<LibraryDb, Promise<unknown>>();

/**
 * Updates the index in memory. If the stored index is damaged or outdated, starts to rebuild it, and continues with
 * what is there.
 */
async function refreshIndex(db: LibraryDb): Promise<boolean> {
  const { memory } = getEngine(db);
  await memory.refresh();
  if (building.has(db)) return true;
  const { format } = memory;
  if (!memory.isDamaged && format === INDEX_FORMAT) return false;
  if (format === INDEX_FORMAT) await markSearchIndexDamaged(db);
  const work = ensureSearchIndex(db).finally(() => building.delete(db));
  building.set(db, work);
  work.catch((error: unknown) => console.error('offprint: search index', error));
  return true;
}

/** Waits for a rebuild in this window. */
export async function waitForRebuild(db: LibraryDb = library): Promise<void> {
  await building.get(db);
}

interface Engine {
  memory: SearchMemory;
  runner: QueryRunner;
}

const engines = new WeakMap<LibraryDb, Engine>();

function getEngine(db: LibraryDb): Engine {
  let engine = engines.get(db);
  if (engine === undefined) {
    const memory = new SearchMemory(db);
    engine = { memory, runner: new QueryRunner(db, memory) };
    engines.set(db, engine);
  }
  return engine;
}

interface OrderedResult {
  ids: string[];
  total: number;
  isFuzzy: boolean;
  building: boolean;
  plan: Plan;
}

/** The matching ids in order, up to a limit. */
async function findOrdered(
  parsed: ParsedQuery,
  options: SearchOptions,
  limit: number,
  db: LibraryDb,
): Promise<OrderedResult> {
  const { view = 'all', sort = null, isExact = false } = options;
  const { memory, runner } = getEngine(db);
  const building = await refreshIndex(db);
  let plan = await runner.plan(parsed.root, view);
  let members = plan.members ?? undefined;
  if (plan.terms.length === 0) {
    if (members === undefined && view === 'all') return { ids: [], total: 0, isFuzzy: false, building, plan };
    const all = await listSortedIds(view, sort ?? undefined, db);
    const ids = plan.members === null ? all : all.filter((id) => plan.members?.has(id));
    return { ids: ids.slice(0, limit), total: ids.length, isFuzzy: false, building, plan };
  }
  const wanted = sort === null ? limit : Number.POSITIVE_INFINITY;
  let ranked = memory.rank(plan.terms, { limit: wanted, members, isFuzzy: false });
  const isFuzzy = !isExact && ranked.total === 0 && plan.phrases.length === 0;
  let isPartial = false;
  if (isFuzzy) ranked = memory.rank(plan.terms, { limit: wanted, members, isFuzzy });
  if (!isExact && ranked.total === 0 && parsed.root !== null) {
    // A pasted sentence or headline may contain words that the article lacks, or lack some of its words.
    if (plan.phrases.length > 0) plan = await runner.plan(relaxPhrases(parsed.root), view);
    members = plan.members ?? undefined;
    const least = getMinMatches(plan.terms.length);
    ranked = memory.rank(plan.terms, { limit: wanted, members, isFuzzy: false, minMatches: least });
    isPartial = ranked.total > 0;
  }
  let ids = ranked.top.map(({ articleId }) => articleId);
  if (sort !== null) {
    const found = new Set(ids);
    ids = (await listSortedIds(view, sort, db)).filter((id) => found.has(id));
  }
  return { ids: ids.slice(0, limit), total: ranked.total, isFuzzy: isFuzzy || isPartial, building, plan };
}

/** Ids of all matching articles, in order, for selecting all and for smart lists. */
export async function searchIds(
  query: string,
  options: Omit<SearchOptions, 'limit'> = {},
  db: LibraryDb = library,
): Promise<string[]> {
  return (await findOrdered(parseQuery(query), options, Number.POSITIVE_INFINITY, db)).ids;
}

/**
 * Full-text search in titles, texts, quotes, speakers and notes, in the language of `query-syntax.ts`. Every word of
 * the query must occur, as a whole word or a prefix; case and diacritics are ignored. If nothing matches, small typos
 * are allowed, unless `isExact` is set.
 *
 * @param query as typed
 * @param options `limit` applies to the ids
 * @param detailCount number of results with details; `describeHits` returns the others
 * @returns best results first; no results for an empty query
 */
export async function searchList(
  query: string,
  options: SearchOptions,
  detailCount: number,
  db: LibraryDb = library,
): Promise<ListAnswer> {
  const parsed = parseQuery(query);
  const { errors } = parsed;
  if (parsed.root === null) {
    return { ids: [], hits: [], total: 0, isFuzzy: false, errors, building: false };
  }
  const { plan: _, ...ordered } = await findOrdered(parsed, options, options.limit ?? 500, db);
  const hits = await describeHits(query, ordered.ids.slice(0, detailCount), ordered.isFuzzy, db);
  return { ...ordered, hits, errors };
}

/** The parts of a query that can be marked in a text. */
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

/** Details of matching articles, with the matching ranges. @param isFuzzy from the search's result */
export async function describeHits(
  query: string,
  ids: readonly string[],
  isFuzzy: boolean,
  db: LibraryDb = library,
): Promise<SearchHit[]> {
  const { root } = parseQuery(query);
  const searched: SearchedWords = { words: new Set(), phrases: [] };
  if (root !== null) collectWords(isFuzzy ? relaxPhrases(root) : root, searched);
  const words = [...searched.words];
  const hasWords = words.length + searched.phrases.length > 0;
  const [articles, contents] = await db.transaction('r', db.articles, db.contents, async () =>
    Promise.all([db.articles.bulkGet([...ids]), hasWords ? db.contents.bulkGet([...ids]) : []]),
  );
  const findRanges = (text: string): Range[] => {
    const found = words.length === 0 ? [] : findHits(text, words, isFuzzy);
    const exact = searched.phrases.flatMap((phrase): Range[] => findPhrase(text, phrase));
    return exact.length === 0 ? found : removeOverlaps([...found, ...exact]);
  };
  return articles.flatMap((article, i): SearchHit[] => {
    // Deleted since the ranking.
    if (article === undefined || article.deletedAt !== null) return [];
    if (!hasWords) return [{ article, titleHits: [], snippet: null }];
    const text = contents[i]?.text ?? '';
    return [{ article, titleHits: findRanges(article.title), snippet: cutSnippet(text, findRanges(text)) }];
  });
}

function removeOverlaps(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (range[0] >= (result.at(-1)?.[1] ?? 0)) result.push(range);
  }
  return result;
}
