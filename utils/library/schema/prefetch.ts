/**
 * Reads the beginning of a list while the library's scripts are still loading, because the database answers before
 * Dexie is loaded. Read-only, and only for the current schema version.
 */
import type { ArticleRow, CountRow, View } from '../types.ts';
import { SCHEMA_VERSION } from './library-name.ts';
import { promisify, readWithoutDexie } from './raw-library.ts';

/** Number of list rows that are prefetched. */
export const PREFETCHED_ROWS = 24;

/** The version of the IndexedDB database. Dexie multiplies schema versions by ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

/** The first rows of a list, newest first, and the total count. */
export interface PrefetchedList {
  view: View;
  rows: ArticleRow[];
  count: number;
}

/** Like `listArticles` and `countArticles`. Null if there is no library, or it has another schema version. */
export function prefetchList(view: View): Promise<PrefetchedList | null> {
  return readWithoutDexie<PrefetchedList | null>(async (db) => {
    if (db.version !== NATIVE_VERSION) return null;
    const transaction = db.transaction(['articles', 'counts']);
    const range = IDBKeyRange.bound([view], [view, []]);
    const [rows, count] = await Promise.all([
      promisify<ArticleRow[]>(
        transaction.objectStore('articles').index('views').getAll(range, PREFETCHED_ROWS),
      ),
      promisify<CountRow | undefined>(transaction.objectStore('counts').get(view)),
    ]);
    return { view, rows, count: count?.count ?? 0 };
  }, null);
}
