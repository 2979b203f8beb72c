/** Reading what a segment is going to hold: the rows of keys, as they are now. */
import { imagesOf, quotesOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote } from '../types.ts';
import { BODY, BODY_TABLES, FILES, type PrimaryKey, parseRecordKey, ROW_TABLES } from './record-keys.ts';
import type { LogRecord } from './segment-format.ts';

/** Tables that are needed for it. */
export const LOG_SOURCES: readonly string[] = [...ROW_TABLES, ...BODY_TABLES, FILES, 'images'];

/** What a record of `BODY` holds. */
export interface LogBody {
  content: ContentRow;
  quotes: SavedQuote[];
  /** As they will be queued again, but for those that a backup lacked: these are still to be asked about. */
  images: (Pick<ImageRow, 'id' | 'url'> & { unasked?: true })[];
}

async function readBody(db: LibraryDb, articleId: string): Promise<LogBody | null> {
  const content = await db.contents.get(articleId);
  if (content === undefined) return null;
  const images = (await imagesOf(db, articleId).toArray()).map(({ id, url, error }) =>
    error === 'not-in-backup' ? { id, url, unasked: true as const } : { id, url },
  );
  return { content, quotes: await quotesOf(db, articleId), images };
}

/** Says of an import's file only that there is one. */
async function readFile(db: LibraryDb, importId: string): Promise<{ importId: string } | null> {
  const isThere = (await db.importFiles.where('importId').equals(importId).count()) > 0;
  return isThere ? { importId } : null;
}

/** Rows of one table, read in one go: a thousand articles that get a tag are a thousand rows. */
async function readRows(db: LibraryDb, table: string, keys: readonly PrimaryKey[]): Promise<unknown[]> {
  if (table === BODY) return Promise.all(keys.map((key) => readBody(db, String(key))));
  if (table === FILES) return Promise.all(keys.map((key) => readFile(db, String(key))));
  const rows = await db.table<unknown, PrimaryKey>(table).bulkGet([...keys]);
  // Which views an article is in is derived, and half of its size.
  return table === 'articles' ? rows.map((row) => row && { ...(row as ArticleRow), views: [] }) : rows;
}

/** In one transaction. */
function readSome(db: LibraryDb, keys: readonly string[]): Promise<LogRecord[]> {
  const parsed = keys.flatMap((name) => ({ name, ...parseRecordKey(name) }));
  const tables = LOG_SOURCES.map((name) => db.table(name));
  return db.transaction('r', tables, async () => {
    const found = new Map<string, unknown>();
    const reading = [...Map.groupBy(parsed, ({ table }) => table)].map(async ([table, those]) => {
      if (table === undefined) return;
      const rows = await readRows(
        db,
        table,
        those.map(({ key = '' }) => key),
      );
      those.forEach(({ name }, i) => {
        found.set(name, rows[i]);
      });
    });
    await Promise.all(reading);
    return keys.map((key) => {
      const row = found.get(key) ?? null;
      return { key, json: row === null ? null : JSON.stringify(row) };
    });
  });
}

export interface ReadOptions {
  /** Keys whose rows are read in one transaction: others may wait for its end. */
  atOnce?: number;
  /** Characters of the rows after which it stops. */
  limit?: number;
  /** Is waited for between. */
  yieldTurn?: () => Promise<void>;
}

/** Reads the records of keys; where they are much, of the first of them. */
export async function readRecords(
  db: LibraryDb,
  keys: readonly string[],
  { atOnce = 200, limit = Number.POSITIVE_INFINITY, yieldTurn }: ReadOptions = {},
): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  let chars = 0;
  for (let from = 0; from < keys.length && chars < limit; from += atOnce) {
    const some = await readSome(db, keys.slice(from, from + atOnce));
    records.push(...some);
    for (const { json } of some) chars += json?.length ?? 0;
    await yieldTurn?.();
  }
  return records;
}
