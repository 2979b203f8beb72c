/** Building the search index from the articles: where it is missing, damaged, or of an older format. */
import { type LibraryDb, library } from './db.ts';
import { PIECE_LEVEL } from './import-index.ts';
import { INDEX_FORMAT, INDEX_FORMAT_KEY } from './index-format.ts';
import { readSearchable, searchTables } from './search-index.ts';
import { buildSegment } from './search-segment.ts';
import { SegmentBook } from './segment-book.ts';
import type { ArticleRow, SegmentRow } from './types.ts';

/** Articles read at once. */
const BATCH = 256;

/** One rebuilder at a time, in whatever window. */
const LOCK = 'offprint-search-index';

/** Says how far it is: articles done, of all. */
type OnProgress = (done: number, all: number) => void;

async function alone<T>(work: () => Promise<T>): Promise<T> {
  // Node has no locks, and there is but one there.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? work() : await locks.request(LOCK, work);
}

/** Is the index whole, and of the format this code reads? */
async function isSound(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(INDEX_FORMAT_KEY))?.value === INDEX_FORMAT;
}

/** The index was found damaged: the next `ensureSearchIndex` builds it anew. */
export async function condemnSearchIndex(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: INDEX_FORMAT_KEY, value: 0 });
}

/**
 * Builds the index where that is needed; returns at once where not. May be killed at any time: whoever asks next
 * begins again.
 *
 * @returns whether it was built
 */
export async function ensureSearchIndex(db: LibraryDb = library, onProgress?: OnProgress): Promise<boolean> {
  if (await isSound(db)) return false;
  return alone(async () => {
    if (await isSound(db)) return false;
    await rebuildSearchIndex(db, onProgress);
    return true;
  });
}

/** Throws the index away and builds it from the articles. */
export async function rebuildSearchIndex(db: LibraryDb = library, onProgress?: OnProgress): Promise<void> {
  const tables = [db.articles, db.contents, db.quoteSets, db.highlights, db.meta, ...searchTables(db)];
  const ids = await db.transaction('rw', tables, async () => {
    await condemnSearchIndex(db);
    await db.segments.clear();
    await db.deadDocs.clear();
    return db.articles.toCollection().primaryKeys();
  });
  const book = new SegmentBook();
  for (let from = 0; from < ids.length; from += BATCH) {
    onProgress?.(from, ids.length);
    await db.transaction('rw', tables, async () => rebuildBatch(db, book, ids.slice(from, from + BATCH)));
  }
  await db.meta.put({ key: INDEX_FORMAT_KEY, value: INDEX_FORMAT });
  onProgress?.(ids.length, ids.length);
}

async function rebuildBatch(db: LibraryDb, book: SegmentBook, ids: string[]): Promise<void> {
  const rows = (await db.articles.bulkGet(ids)).filter((row) => row !== undefined && row.deletedAt === null);
  // Saved by somebody else since the clearing: already in the index.
  const taken = await db.segments.bulkGet(rows.map((row) => row?.searchDoc ?? -1));
  const docs: number[] = [];
  const changed: ArticleRow[] = [];
  for (const [i, row] of rows.entries()) {
    if (row === undefined || taken[i]?.articleIds[0] === row.id) continue;
    const placeholder: Omit<SegmentRow, 'id'> = buildSegment([]);
    row.searchDoc = await db.segments.add(placeholder);
    docs.push(row.searchDoc);
    book.add(row.searchDoc, row.id, await readSearchable(db, row));
    changed.push(row);
  }
  if (docs.length === 0) return;
  await db.segments.bulkDelete(docs);
  await db.segments.add(book.finish(PIECE_LEVEL));
  await db.articles.bulkPut(changed);
}
