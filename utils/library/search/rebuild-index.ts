/** Building the search index from the articles: where it is missing, damaged, or of an older format. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { MetaRow } from '../user-types.ts';
import { addPiece, drawNumbers, PIECE_LEVEL } from './import-index.ts';
import { INDEX_FORMAT, INDEX_FORMAT_KEY } from './index-format.ts';
import { readSearchable, searchTables } from './search-index.ts';
import { emptySegment, type NewSegment } from './search-segment.ts';
import { SegmentBook } from './segment-book.ts';

/** Articles read at once. */
const BATCH = 256;

/** The same where only their numbers are wanted. */
const ROWS = 2000;

/** One rebuilder at a time, in whatever window. */
const LOCK = 'offprint-search-index';

/** Key of `meta` that says how far a rebuilding is; no row where none is under way. */
const REBUILDING_KEY = 'searchRebuilding';

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
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: INDEX_FORMAT_KEY, value: 0 });
    await db.meta.delete(REBUILDING_KEY);
  });
}

/**
 * Builds the index where that is needed; returns at once where not. May be killed at any time: whoever asks next goes
 * on where it was.
 *
 * @returns whether it was built
 */
export async function ensureSearchIndex(db: LibraryDb = library): Promise<boolean> {
  if (await isSound(db)) return false;
  return alone(async () => {
    if (await isSound(db)) return false;
    await buildSearchIndex(db);
    return true;
  });
}

/** Throws the index away and builds it from the articles. */
export async function rebuildSearchIndex(db: LibraryDb = library): Promise<void> {
  await condemnSearchIndex(db);
  await buildSearchIndex(db);
}

/** How far a rebuilding is: a worker of the browser's is stopped when it likes, and ten thousand articles take longer. */
interface Progress {
  format: number;
  /** The last article, in order of their ids; empty at the beginning. */
  lastId: string;
  /** Numbers from here on were given since the index was cleared: those articles are in it. */
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

/** The highest number that any article has. */
async function highestDoc(db: LibraryDb): Promise<number> {
  let highest = 0;
  for (let lastId = ''; ; ) {
    const rows = await db.articles.where('id').above(lastId).limit(ROWS).toArray();
    for (const { searchDoc } of rows) highest = Math.max(highest, searchDoc);
    if (rows.length < ROWS) return highest;
    lastId = rows.at(-1)?.id ?? lastId;
  }
}

/** Clears the index, or finds how far somebody has come who was stopped. */
async function beginOrGoOn(db: LibraryDb): Promise<Progress> {
  const last = readProgress(await db.meta.get(REBUILDING_KEY));
  if (last !== null) return last;
  // An index that was lost has lost the count of its numbers, too.
  const highest = await highestDoc(db);
  return db.transaction('rw', [db.meta, ...searchTables(db)], async () => {
    await condemnSearchIndex(db);
    await db.segments.clear();
    await db.deadDocs.clear();
    const drawn = await db.segments.add(emptySegment());
    const firstDoc = Math.max(drawn, highest + 1);
    // A number that was put in lifts the counter above itself.
    await db.segments.put({ ...emptySegment(), id: firstDoc });
    await db.segments.bulkDelete([drawn, firstDoc]);
    const progress = { format: INDEX_FORMAT, lastId: '', firstDoc };
    await writeProgress(db, progress);
    return progress;
  });
}

async function buildSearchIndex(db: LibraryDb): Promise<void> {
  let progress = await beginOrGoOn(db);
  const book = new SegmentBook();
  for (;;) {
    const batch = await weighBatch(db, book, progress);
    const lastId = await writeBatch(db, progress, batch);
    if (lastId === null) return;
    progress = { ...progress, lastId };
  }
}

/** Articles with their words weighed, numbered from one on. */
interface Batch {
  lastId: string | null;
  rows: ArticleRow[];
  piece: NewSegment;
}

/** Reads and weighs, which takes a while: nobody's write waits for it. */
async function weighBatch(db: LibraryDb, book: SegmentBook, { lastId, firstDoc }: Progress): Promise<Batch> {
  const tables = [db.articles, db.contents, db.quoteSets, db.highlights];
  const read = await db.transaction('r', tables, async () => {
    const rows = await db.articles.where('id').above(lastId).limit(BATCH).toArray();
    const due = rows.filter((row) => isDue(row, firstDoc));
    return { rows, due, texts: await Promise.all(due.map((row) => readSearchable(db, row))) };
  });
  for (const [i, text] of read.texts.entries()) book.add(i + 1, read.due[i]?.id ?? '', text);
  return { lastId: read.rows.at(-1)?.id ?? null, rows: read.due, piece: book.finish(PIECE_LEVEL) };
}

/** What was saved since the clearing is in the index already. */
function isDue({ deletedAt, searchDoc }: ArticleRow, firstDoc: number): boolean {
  return deletedAt === null && searchDoc < firstDoc;
}

/** @returns the last article that is done; null where there are no more */
function writeBatch(
  db: LibraryDb,
  progress: Progress,
  { lastId, rows, piece }: Batch,
): Promise<string | null> {
  return db.transaction('rw', [db.articles, db.meta, ...searchTables(db)], async () => {
    if (lastId === null) {
      await db.meta.put({ key: INDEX_FORMAT_KEY, value: INDEX_FORMAT });
      await db.meta.delete(REBUILDING_KEY);
      return null;
    }
    const now = await db.articles.bulkGet(rows.map(({ id }) => id));
    const same = new Map<number, ArticleRow>();
    for (const [i, row] of now.entries()) {
      // Deleted or saved anew while it was weighed: whoever did that has seen to the index.
      if (row !== undefined && isDue(row, progress.firstDoc)) same.set(i + 1, row);
    }
    if (same.size > 0) {
      await drawNumbers(db, [...same.values()]);
      await addPiece(db, piece, same);
      await db.articles.bulkPut([...same.values()]);
    }
    await writeProgress(db, { ...progress, lastId });
    return lastId;
  });
}
