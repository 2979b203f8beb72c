/** Rebuilds the search index from the articles, if it is missing, damaged, or of another version. */
import { writeArticles } from '../articles/article-writes.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { MetaRow } from '../user-types.ts';
import { buildSegment } from './build-segment.ts';
import { addPrebuiltSegment, assignDocNumbers, PREBUILT_LEVEL } from './import-index.ts';
import { INDEX_FORMAT, INDEX_FORMAT_KEY } from './index-format.ts';
import { readSearchable, searchTables } from './search-index.ts';
import { emptySegment, type NewSegment } from './search-segment.ts';

/** Articles per read. */
const BATCH_SIZE = 256;

/** Articles per read if only their document numbers are needed. */
const ROWS_PER_READ = 2000;

/** A lock, so that only one window rebuilds the index at a time. */
const LOCK = 'offprint-search-index';

/** Key in `meta` for the progress of a rebuild; not set if none is in progress. */
const REBUILDING_KEY = 'searchRebuilding';

async function withLock<T>(work: () => Promise<T>): Promise<T> {
  // Node has no locks, and only one rebuild at a time.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? work() : await locks.request(LOCK, work);
}

/** Whether the index is complete and of the current version. */
async function isIndexValid(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(INDEX_FORMAT_KEY))?.value === INDEX_FORMAT;
}

/** Marks the index as damaged, so that the next `ensureSearchIndex` rebuilds it. */
export async function markSearchIndexDamaged(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: INDEX_FORMAT_KEY, value: 0 });
    await db.meta.delete(REBUILDING_KEY);
  });
}

/**
 * Rebuilds the index if necessary; otherwise returns at once. May be interrupted at any time; the next call continues.
 *
 * @returns whether it was rebuilt
 */
export async function ensureSearchIndex(db: LibraryDb = library): Promise<boolean> {
  if (await isIndexValid(db)) return false;
  return withLock(async () => {
    if (await isIndexValid(db)) return false;
    await buildSearchIndex(db);
    return true;
  });
}

/**
 * The progress of a rebuild. It is stored, because browsers may stop a background worker at any time, and ten thousand
 * articles take longer than its life.
 */
interface Progress {
  format: number;
  /** The last processed article, in order of ids; empty at the start. */
  lastId: string;
  /** Articles with numbers from here on were indexed after the index was cleared. */
  firstDoc: number;
}

function readProgress(row: MetaRow | undefined): Progress | null {
  if (typeof row?.value !== 'string') return null;
  const progress = JSON.parse(row.value) as Progress;
  return progress.format === INDEX_FORMAT ? progress : null;
}

function writeProgress(db: LibraryDb, progress: Progress): PromiseLike<unknown> {
  return db.meta.put({ key: REBUILDING_KEY, value: JSON.stringify(progress) });
}

/** The highest document number of any article. */
async function highestDoc(db: LibraryDb): Promise<number> {
  let highest = 0;
  for (let lastId = ''; ; ) {
    const rows = await db.articles.where('id').above(lastId).limit(ROWS_PER_READ).toArray();
    for (const { searchDoc } of rows) highest = Math.max(highest, searchDoc);
    if (rows.length < ROWS_PER_READ) return highest;
    lastId = rows.at(-1)?.id ?? lastId;
  }
}

/** Clears the index, or loads the progress of an interrupted rebuild. */
async function startOrResume(db: LibraryDb): Promise<Progress> {
  const last = readProgress(await db.meta.get(REBUILDING_KEY));
  if (last !== null) return last;
  // If the index was lost, so was the counter of its numbers.
  const highest = await highestDoc(db);
  return db.transaction('rw', [db.meta, ...searchTables(db)], async () => {
    await markSearchIndexDamaged(db);
    await db.segments.clear();
    await db.deadDocs.clear();
    const newId = await db.segments.add(emptySegment());
    const firstDoc = Math.max(newId, highest + 1);
    // Inserting a row with an explicit number advances the counter.
    await db.segments.put({ ...emptySegment(), id: firstDoc });
    await db.segments.bulkDelete([newId, firstDoc]);
    const progress = { format: INDEX_FORMAT, lastId: '', firstDoc };
    await writeProgress(db, progress);
    return progress;
  });
}

async function buildSearchIndex(db: LibraryDb): Promise<void> {
  let progress = await startOrResume(db);
  for (;;) {
    const batch = await buildBatch(db, progress);
    const lastId = await writeBatch(db, progress, batch);
    if (lastId === null) return;
    progress = { ...progress, lastId };
  }
}

/** Articles with the weights of their words, numbered from one. */
interface Batch {
  lastId: string | null;
  rows: ArticleRow[];
  segment: NewSegment;
}

/** Reads and weighs articles outside of a transaction, since that takes a while. */
async function buildBatch(db: LibraryDb, { lastId, firstDoc }: Progress): Promise<Batch> {
  const tables = [db.articles, db.contents, db.quoteSets, db.highlights];
  const read = await db.transaction('r', tables, async () => {
    const rows = await db.articles.where('id').above(lastId).limit(BATCH_SIZE).toArray();
    const pending = rows.filter((row) => needsIndexing(row, firstDoc));
    const articles = pending.map(async (row, i) => {
      return { doc: i + 1, articleId: row.id, article: await readSearchable(db, row) };
    });
    return { rows, due: pending, articles: await Promise.all(articles) };
  });
  const segment = buildSegment(read.articles, PREBUILT_LEVEL);
  return { lastId: read.rows.at(-1)?.id ?? null, rows: read.due, segment };
}

/** Articles saved after the index was cleared are already indexed. */
function needsIndexing({ deletedAt, searchDoc }: ArticleRow, firstDoc: number): boolean {
  return deletedAt === null && searchDoc < firstDoc;
}

/** @returns the last processed article; null at the end */
function writeBatch(
  db: LibraryDb,
  progress: Progress,
  { lastId, rows, segment }: Batch,
): Promise<string | null> {
  return db.transaction('rw', [db.articles, db.counts, db.meta, ...searchTables(db)], async () => {
    if (lastId === null) {
      await db.meta.put({ key: INDEX_FORMAT_KEY, value: INDEX_FORMAT });
      await db.meta.delete(REBUILDING_KEY);
      return null;
    }
    const now = await db.articles.bulkGet(rows.map(({ id }) => id));
    const unchanged = new Map<number, ArticleRow>();
    for (const [i, row] of now.entries()) {
      // Articles that were deleted or saved meanwhile are already handled by those writes.
      if (row !== undefined && needsIndexing(row, progress.firstDoc)) unchanged.set(i + 1, row);
    }
    if (unchanged.size > 0) {
      await assignDocNumbers(db, [...unchanged.values()]);
      await addPrebuiltSegment(db, segment, unchanged);
      await writeArticles(db, (writes) =>
        writes.putAll([...unchanged.values()].map((row) => [row, row.views])),
      );
    }
    await writeProgress(db, { ...progress, lastId });
    return lastId;
  });
}
