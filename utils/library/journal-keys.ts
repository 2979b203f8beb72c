/**
 * What the journal keeps, and under which key. A key is the table's name, a space, and the primary key as JSON. What an
 * article is made of is one record under `contents`: its text, its quotes, and the list of its pictures.
 *
 * Not kept: pictures, which are fetched again; what is derived from the rest; work in progress.
 */
import { imagesOf, quotesOf } from './article-parts.ts';
import type { LibraryDb } from './db.ts';
import type { ArticleRow, ContentRow, ImageRow, QuoteRow } from './types.ts';

/** Tables whose rows have a record each. */
const ROW_TABLES = [
  'articles',
  'versions',
  'highlights',
  'corrections',
  'lists',
  'tags',
  'smartLists',
  'people',
  'aliases',
];

/** Of an article, under one key. */
const BODY_TABLES = ['contents', 'quotes'];

export const BODY = 'contents';

/** Tables whose changes go into the journal. */
export const JOURNALED: ReadonlySet<string> = new Set([...ROW_TABLES, ...BODY_TABLES]);

/** Tables that are needed to write records. */
export const JOURNAL_SOURCES: readonly string[] = [...ROW_TABLES, ...BODY_TABLES, 'images'];

/** What a record of `BODY` holds. */
export interface JournalBody {
  content: ContentRow;
  quotes: QuoteRow[];
  /** As they will be queued again. */
  images: Pick<ImageRow, 'id' | 'url'>[];
}

type PrimaryKey = string | number | readonly (string | number)[];

export function journalKey(table: string, key: PrimaryKey): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** Null where it is none. */
export function parseJournalKey(key: string): { table: string; key: PrimaryKey } | null {
  const space = key.indexOf(' ');
  const table = key.slice(0, space);
  if (!JOURNALED.has(table)) return null;
  try {
    return { table, key: JSON.parse(key.slice(space + 1)) as PrimaryKey };
  } catch {
    // Not written by us.
    return null;
  }
}

/** The journal's key of a row, by its table and primary key. */
export function journalKeyOf(table: string, primaryKey: PrimaryKey): string {
  if (!BODY_TABLES.includes(table)) return journalKey(table, primaryKey);
  return journalKey(BODY, typeof primaryKey === 'object' ? (primaryKey[0] ?? '') : primaryKey);
}

/** What a record says of an article, inside a transaction that has `JOURNAL_SOURCES`. */
async function readBody(db: LibraryDb, articleId: string): Promise<JournalBody | null> {
  const content = await db.contents.get(articleId);
  if (content === undefined) return null;
  const images = await imagesOf(db, articleId).toArray();
  return {
    content,
    quotes: await quotesOf(db, articleId).toArray(),
    images: images.map(({ id, url }) => ({ id, url })),
  };
}

/**
 * The rows of a key as JSON, inside a transaction that has `JOURNAL_SOURCES`.
 *
 * @returns null where there are none any more
 */
export async function readForJournal(db: LibraryDb, key: string): Promise<string | null> {
  const parsed = parseJournalKey(key);
  if (parsed === null) return null;
  if (parsed.table === BODY) {
    const body = await readBody(db, String(parsed.key));
    return body === null ? null : JSON.stringify(body);
  }
  const row: unknown = await db.table(parsed.table).get(parsed.key);
  if (row === undefined) return null;
  // Which views it is in is derived, and half of its size.
  return JSON.stringify(parsed.table === 'articles' ? { ...(row as ArticleRow), views: [] } : row);
}
