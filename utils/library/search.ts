import { inView } from './article-parts.ts';
import { type LibraryDb, library } from './db.ts';
import { isNearly } from './find-terms.ts';
import { SearchMemory } from './search-memory.ts';
import { cutSnippet, findHits, type Range, type Snippet } from './search-snippet.ts';
import { splitQuery } from './split-words.ts';
import type { ArticleRow, View } from './types.ts';
import { readRevision } from './view-tally.ts';

export interface SearchOptions {
  /** Hits to skip and to return. */
  offset?: number;
  limit?: number;
  /** Only articles of this view; everything that is not deleted by default. */
  view?: View;
}

interface SearchHit {
  article: ArticleRow;
  /** Higher is better; comparable within one answer only. */
  score: number;
  /** Where the title matched. */
  titleHits: Range[];
  /** The part of the text that matched best; its beginning where only the title did. */
  snippet: Snippet;
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** All articles that answer the query, not only those returned. */
  total: number;
  /** Nothing held the words as typed; these are likenesses. */
  forgiving: boolean;
}

const memories = new WeakMap<LibraryDb, SearchMemory>();

function memoryOf(db: LibraryDb): SearchMemory {
  let memory = memories.get(db);
  if (memory === undefined) {
    memory = new SearchMemory(db);
    memories.set(db, memory);
  }
  return memory;
}

/** Words known to the index that begin as given, for completion. */
export async function completeWord(prefix: string, db: LibraryDb = library): Promise<string[]> {
  const memory = memoryOf(db);
  await memory.refresh();
  const [term] = splitQuery(prefix);
  return term === undefined ? [] : memory.complete(term);
}

/**
 * Full-text search over titles, texts, quotes and speakers. Every word of the query must occur, as a word or as
 * the beginning of one; case and diacritics do not count. Where nothing answers, small typos are forgiven.
 *
 * @param query as typed
 * @returns hits best first; an empty answer for a query without words
 */
export async function search(
  query: string,
  options: SearchOptions = {},
  db: LibraryDb = library,
): Promise<SearchAnswer> {
  const { offset = 0, limit = 20, view = 'all' } = options;
  const terms = splitQuery(query);
  if (terms.length === 0) return { hits: [], total: 0, forgiving: false };
  const memory = memoryOf(db);
  await memory.refresh();
  const members = view === 'all' ? undefined : await membersOf(db, view);
  const rankOptions = { limit: offset + limit, members, forgiving: false };
  let ranked = memory.rank(terms, rankOptions);
  const forgiving = ranked.total === 0;
  if (forgiving) ranked = memory.rank(terms, { ...rankOptions, forgiving });
  const page = ranked.top.slice(offset);
  const matches = matcherOf(terms, forgiving);
  const ids = page.map((entry) => entry.articleId);
  const [articles, contents] = await db.transaction('r', db.articles, db.contents, async () =>
    Promise.all([db.articles.bulkGet(ids), db.contents.bulkGet(ids)]),
  );
  const hits: SearchHit[] = [];
  for (const [i, { doc, score }] of page.entries()) {
    const article = articles[i];
    // Saved again or deleted between the ranking and now.
    if (article === undefined || article.searchDoc !== doc || article.deletedAt !== null) continue;
    const text = contents[i]?.text ?? '';
    hits.push({
      article,
      score,
      titleHits: findHits(article.title, matches),
      snippet: cutSnippet(text, findHits(text, matches)),
    });
  }
  return { hits, total: ranked.total, forgiving };
}

const memberships = new WeakMap<LibraryDb, { view: View; revision: number; ids: Set<string> }>();

/** Who is in a view. Kept until the library changes: while a reader types, it doesn't. */
async function membersOf(db: LibraryDb, view: View): Promise<ReadonlySet<string>> {
  const revision = await readRevision(db);
  const known = memberships.get(db);
  if (known?.view === view && known.revision === revision) return known.ids;
  const ids = new Set(await inView(db, view).primaryKeys());
  memberships.set(db, { view, revision, ids });
  return ids;
}

/** Says whether a folded term of a text answers one of the query's. */
function matcherOf(terms: readonly string[], forgiving: boolean): (term: string) => boolean {
  return (term) => terms.some((wanted) => term.startsWith(wanted) || (forgiving && isNearly(wanted, term)));
}
