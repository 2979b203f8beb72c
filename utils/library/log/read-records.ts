/** Reads the records for a new segment: the current rows of given keys. */
import { queryImages, readQuotes } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote } from '../types.ts';
import {
  BODY_SOURCE_TABLES,
  BODY_TABLE,
  FILE_TABLE,
  type PrimaryKey,
  parseRecordKey,
} from './record-keys.ts';
import type { LogRecord } from './segment-format.ts';

/** The content of a record under `contents`. */
export interface LogBody {
  content: ContentRow;
  quotes: SavedQuote[];
  /**
   * Images to be queued again. `unasked` marks images that a backup lacked and that the user has not decided to fetch.
   */
  images: (Pick<ImageRow, 'id' | 'url'> & { unasked?: true })[];
}

async function readBody(db: LibraryDb, articleId: string): Promise<LogBody | null> {
  const content = await db.contents.get(articleId);
  if (content === undefined) return null;
  const images = (await queryImages(db, articleId).toArray()).map(({ id, url, error }) =>
    error === 'not-in-backup' ? { id, url, unasked: true as const } : { id, url },
  );
  return { content, quotes: await readQuotes(db, articleId), images };
}

/** Returns a marker if the import's file exists. The file itself is stored separately. */
async function readFileMarker(db: LibraryDb, importId: string): Promise<{ importId: string } | null> {
  const exists = (await db.importFiles.where('importId').equals(importId).count()) > 0;
  return exists ? { importId } : null;
}

/** Reads the rows of a table in a single request, because tagging a thousand articles changes a thousand rows. */
async function readRows(db: LibraryDb, table: string, keys: readonly PrimaryKey[]): Promise<unknown[]> {
  if (table === BODY_TABLE) return Promise.all(keys.map((key) => readBody(db, String(key))));
  if (table === FILE_TABLE) return Promise.all(keys.map((key) => readFileMarker(db, String(key))));
  const rows = await db.table<unknown, PrimaryKey>(table).bulkGet([...keys]);
  // The views are left out, because they are derived data and make up half of the row's size.
  return table === 'articles' ? rows.map((row) => row && { ...(row as ArticleRow), views: [] }) : rows;
}

/** The tables from which the records of a table are read. */
const getSources = (table: string): readonly string[] =>
  table === BODY_TABLE ? [...BODY_SOURCE_TABLES, 'images'] : [table];

/** Reads the records of the keys in one transaction, which waits for no writes to other tables. */
async function readBatch(db: LibraryDb, keys: readonly string[]): Promise<LogRecord[]> {
  const parsed = keys.flatMap((name) => ({ name, ...parseRecordKey(name) }));
  const tables = new Set(parsed.flatMap(({ table }) => (table === undefined ? [] : getSources(table))));
  if (tables.size === 0) return keys.map((key) => ({ key, json: null }));
  return db.transaction('r', [...tables], async () => {
    const rowsByKey = new Map<string, unknown>();
    const reading = [...Map.groupBy(parsed, ({ table }) => table)].map(async ([table, tableKeys]) => {
      if (table === undefined) return;
      const rows = await readRows(
        db,
        table,
        tableKeys.map(({ key = '' }) => key),
      );
      tableKeys.forEach(({ name }, i) => {
        rowsByKey.set(name, rows[i]);
      });
    });
    await Promise.all(reading);
    return keys.map((key) => {
      const row = rowsByKey.get(key) ?? null;
      return { key, json: row === null ? null : JSON.stringify(row) };
    });
  });
}

export interface ReadOptions {
  /** Number of keys per transaction. Other transactions have to wait until it ends. */
  batchSize?: number;
  /** Stops once this many characters have been read. */
  maxChars?: number;
  /** Awaited between transactions. */
  yieldTurn?: () => Promise<void>;
}

/** Reads the records of the keys, up to a size limit. */
export async function readRecords(
  db: LibraryDb,
  keys: readonly string[],
  { batchSize = 200, maxChars = Number.POSITIVE_INFINITY, yieldTurn }: ReadOptions = {},
): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  let chars = 0;
  for (let from = 0; from < keys.length && chars < maxChars; from += batchSize) {
    const batch = await readBatch(db, keys.slice(from, from + batchSize));
    records.push(...batch);
    for (const { json } of batch) chars += json?.length ?? 0;
    await yieldTurn?.();
  }
  return records;
}
