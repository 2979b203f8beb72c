/** The search index in the database: adding and removing articles, and maintenance. */
import { queryHighlights, readQuotes } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { buildSegment } from './build-segment.ts';
import { mergeSegments } from './merge-segments.ts';
import { OWN_ID } from './search-segment.ts';
import type { SearchableArticle } from './weigh-terms.ts';

/** Number of segments of a level that are merged into one of the next level. */
const SEGMENTS_PER_MERGE = 16;

/**
 * Segments of this level (up to 4,096 articles) are not merged further, because rewriting them would cost more than it
 * saves.
 */
const TOP_LEVEL = 3;

/** The tables that must be part of the caller's transaction for `indexArticle` and `unindexDoc`. */
export function searchTables(db: LibraryDb): [LibraryDb['segments'], LibraryDb['deadDocs']] {
  return [db.segments, db.deadDocs];
}

/**
 * Adds an article. Must run inside the caller's transaction.
 *
 * @returns its document number, to be stored with the article
 */
export async function indexArticle(
  db: LibraryDb,
  articleId: string,
  article: SearchableArticle,
): Promise<number> {
  return db.segments.add(buildSegment([{ doc: OWN_ID, articleId, article }], 0));
}

/** Removes a document. Must run inside the caller's transaction. */
export async function unindexDoc(db: LibraryDb, doc: number): Promise<void> {
  const segment = await db.segments.get(doc);
  if (segment?.level === 0) await db.segments.delete(doc);
  else await db.deadDocs.put({ doc });
}

/** A level that has enough segments to merge, or null. */
function findMergeable(db: LibraryDb): Promise<number | null> {
  // In one transaction, because an import asks after each of its batches.
  return db.transaction('r', db.segments, async () => {
    for (let level = 0; level < TOP_LEVEL; level += 1) {
      if ((await db.segments.where('level').equals(level).count()) >= SEGMENTS_PER_MERGE) return level;
    }
    return null;
  });
}

/** Merges the oldest segments of one level. May be interrupted, or run in two windows at once. */
async function mergeLevel(db: LibraryDb, level: number): Promise<void> {
  const [sources, dead] = await db.transaction('r', searchTables(db), async () => [
    await db.segments.where('level').equals(level).limit(SEGMENTS_PER_MERGE).toArray(),
    new Set(await db.deadDocs.toCollection().primaryKeys()),
  ]);
  // Outside of a transaction, because it takes a while.
  const merged = mergeSegments(sources, level + 1, (doc) => dead.has(doc));
  const ids = sources.map((source) => source.id);
  await db.transaction('rw', searchTables(db), async () => {
    const remaining = await db.segments.where('id').anyOf(ids).count();
    if (remaining !== ids.length) return;
    await db.segments.bulkDelete(ids);
    await db.segments.add(merged);
    const removed = sources.flatMap((source) => [...source.docs].filter((doc) => dead.has(doc)));
    await db.deadDocs.bulkDelete(removed);
  });
}

/** Merges accumulated segments. Called by the background after saves. @returns the number of merges */
export async function compactSearchIndex(db: LibraryDb = library): Promise<number> {
  let merges = 0;
  for (let level = await findMergeable(db); level !== null && merges < 100; level = await findMergeable(db)) {
    await mergeLevel(db, level);
    merges += 1;
  }
  return merges;
}

/** Reads a stored article in the form that `indexArticle` expects. Must run inside the caller's transaction. */
export async function readSearchable(db: LibraryDb, article: ArticleRow): Promise<SearchableArticle> {
  const content = await db.contents.get(article.id);
  const quotes = await readQuotes(db, article.id);
  const notes = (await queryHighlights(db, article.id).toArray()).map((row) => row.note);
  const { title, byline, siteName, lang, excerpt, wordCount } = article;
  return { title, byline, siteName, lang, excerpt, wordCount, text: content?.text ?? '', quotes, notes };
}
