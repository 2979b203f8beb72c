/** The progress of extracting quotes again, stored in `meta`. */
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';

const KEY = 'quotesReread';

/** A scan of all articles in order of their ids. */
export interface RereadScan {
  /** The version of the engine. */
  version: number;
  /** The last processed article; empty at the start. */
  lastId: string;
  /** Number of processed articles, and the total at the start. */
  done: number;
  total: number;
  /** The current article and the number of attempts, including those interrupted by a restart of the background. */
  trying: string;
  tries: number;
  /** Whether all articles have been processed. */
  isOver: boolean;
}

/** Counted in articles. */
export interface RereadProgress {
  done: number;
  total: number;
}

/** The scan of the current engine; null if it has not started. */
export async function readScan(db: LibraryDb): Promise<RereadScan | null> {
  const value = (await db.meta.get(KEY))?.value;
  if (typeof value !== 'string') return null;
  const scan = JSON.parse(value) as RereadScan;
  return scan.version === QUOTES_VERSION ? scan : null;
}

/**
 * Saves a scan's progress, unless the scan was restarted meanwhile. Runs within the caller's transaction, if there is
 * one, which includes `meta`.
 *
 * @param from what the caller has read; null starts a scan
 */
export function writeScan(db: LibraryDb, from: RereadScan | null, to: RereadScan): PromiseLike<void> {
  return db.transaction('rw', db.meta, async () => {
    const now = await readScan(db);
    if (JSON.stringify(now) === JSON.stringify(from))
      await db.meta.put({ key: KEY, value: JSON.stringify(to) });
  });
}

/** Whether the article's quotes were extracted by an older engine, or not at all. */
export function hasOutdatedQuotes({ hasText, quotesVersion = 0 }: ArticleRow): boolean {
  return hasText && quotesVersion < QUOTES_VERSION;
}

/**
 * Restarts the scan because articles were added without extracting their quotes. Must run inside the caller's
 * transaction, which includes `meta`.
 */
export async function restartReread(db: LibraryDb, fresh: readonly ArticleRow[]): Promise<void> {
  if (fresh.some(hasOutdatedQuotes)) await db.meta.delete(KEY);
}

/** Whether there may be articles to process. */
export async function isRereadDue(db: LibraryDb): Promise<boolean> {
  return (await readScan(db))?.isOver !== true;
}

/** The number of processed articles; null if no scan is in progress. */
export async function readRereadProgress(db: LibraryDb): Promise<RereadProgress | null> {
  const scan = await readScan(db);
  if (scan === null || scan.isOver) return null;
  return { done: Math.min(scan.done, scan.total), total: scan.total };
}
