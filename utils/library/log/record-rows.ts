/** Reading the rows of a key; see `journal-keys.ts`. */
import { imagesOf, quotesOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../db.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote } from '../types.ts';
import { BODY, BODY_TABLES, FILES, type PrimaryKey, parseJournalKey, ROW_TABLES } from './record-keys.ts';
/** Tables that are needed to write records. */
export const JOURNAL_SOURCES: readonly string[] = [...ROW_TABLES, ...BODY_TABLES, FILES, 'images'];

/** What a record of `BODY` holds. */
export interface JournalBody {
  content: ContentRow;
  quotes: SavedQuote[];
  /** As they will be queued again, but for those that a backup lacked: these are still to be asked about. */
  images: (Pick<ImageRow, 'id' | 'url'> & { unasked?: true })[];
}

/** What a record says of an article, inside a transaction that has `JOURNAL_SOURCES`. */
async function readBody(db: LibraryDb, articleId: string): Promise<JournalBody | null> {
  const content = await db.contents.get(articleId);
  if (content === undefined) return null;
  const images = await imagesOf(db, articleId).toArray();
  return {
    content,
    quotes: await quotesOf(db, articleId),
    images: images.map(({ id, url, error }) => ({
      id,
      url,
      ...(error === 'not-in-backup' && { unasked: true }),
    })),
  };
}

/** Says of an import's file only that there is one. */
async function readFile(db: LibraryDb, importId: string): Promise<{ importId: string } | null> {
  const isThere = (await db.importFiles.where('importId').equals(importId).count()) > 0;
  return isThere ? { importId } : null;
}

/** Which views an article is in is derived, and half of its size. */
function withoutDerived(table: string, row: unknown): unknown {
  return table === 'articles' ? { ...(row as ArticleRow), views: [] } : row;
}

/**
 * The rows of keys as JSON, inside a transaction that has `JOURNAL_SOURCES`. Those of one table are read in one go: a
 * thousand articles that get a tag are a thousand rows.
 *
 * @returns in the order of the keys; null where there are none any more
 */
export async function readForJournal(db: LibraryDb, keys: readonly string[]): Promise<(string | null)[]> {
  const rows: unknown[] = keys.map(() => null);
  const places = new Map<string, { at: number; key: PrimaryKey }[]>();
  const reading: Promise<unknown>[] = [];
  keys.forEach((key, at) => {
    const parsed = parseJournalKey(key);
    if (parsed === null) return;
    if (parsed.table === BODY || parsed.table === FILES) {
      const read = parsed.table === BODY ? readBody : readFile;
      reading.push(
        read(db, String(parsed.key)).then((row) => {
          rows[at] = row;
        }),
      );
      return;
    }
    const those = places.get(parsed.table) ?? [];
    those.push({ at, key: parsed.key });
    places.set(parsed.table, those);
  });
  for (const [table, those] of places) {
    reading.push(
      db
        .table<unknown, PrimaryKey>(table)
        .bulkGet(those.map(({ key }) => key))
        .then((found) => {
          those.forEach(({ at }, i) => {
            rows[at] = found[i] === undefined ? null : withoutDerived(table, found[i]);
          });
        }),
    );
  }
  await Promise.all(reading);
  return rows.map((row) => (row === null ? null : JSON.stringify(row)));
}
