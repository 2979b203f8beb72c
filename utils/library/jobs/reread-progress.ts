/** How far reading articles again is, among the database's facts. */
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';

const KEY = 'quotesReread';

/** A walk through all articles in order of their ids. */
export interface Walk {
  /** The engine they are read by. */
  version: number;
  /** The last article that is done; empty at the beginning. */
  lastId: string;
  /** Articles that are behind it, and all at its beginning. */
  done: number;
  total: number;
  /** The article that is being read, and how often that was begun: by a background that was stopped, too. */
  trying: string;
  tries: number;
  /** Nothing is left to be read. */
  isOver: boolean;
}

/** In articles of the library. */
export interface RereadProgress {
  done: number;
  total: number;
}

/** The walk that this engine is on; null where it has not begun. */
export async function readWalk(db: LibraryDb): Promise<Walk | null> {
  const value = (await db.meta.get(KEY))?.value;
  if (typeof value !== 'string') return null;
  const walk = JSON.parse(value) as Walk;
  return walk.version === QUOTES_VERSION ? walk : null;
}

/**
 * Goes on with a walk, unless it was begun anew meanwhile. Within the caller's transaction, if there is one, which
 * holds `meta`.
 *
 * @param from what the caller has read; null begins one
 */
export function writeWalk(db: LibraryDb, from: Walk | null, to: Walk): PromiseLike<void> {
  return db.transaction('rw', db.meta, async () => {
    const now = await readWalk(db);
    if (JSON.stringify(now) === JSON.stringify(from))
      await db.meta.put({ key: KEY, value: JSON.stringify(to) });
  });
}

/** Were its quotes found by an older engine, or not at all yet? */
export function isOutOfDate({ hasText, quotesVersion = 0 }: ArticleRow): boolean {
  return hasText && quotesVersion < QUOTES_VERSION;
}

/** Articles have come by a way on which nobody reads them. Inside the caller's transaction, which holds `meta`. */
export async function rereadAnew(db: LibraryDb, fresh: readonly ArticleRow[]): Promise<void> {
  if (fresh.some(isOutOfDate)) await db.meta.delete(KEY);
}

/** May there be articles to read again? */
export async function isRereadDue(db: LibraryDb): Promise<boolean> {
  return (await readWalk(db))?.isOver !== true;
}

/** Null where none are being read again. */
export async function readRereadProgress(db: LibraryDb): Promise<RereadProgress | null> {
  const walk = await readWalk(db);
  if (walk === null || walk.isOver) return null;
  return { done: Math.min(walk.done, walk.total), total: walk.total };
}
