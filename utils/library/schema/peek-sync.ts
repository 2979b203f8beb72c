/** How sync stands to an article, without Dexie, as in `peek.ts`. */
import type { SyncRecordRow } from '../sync-rows.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

const STATE = 'syncState';
const RECORDS = 'syncRecords';

/** Null where no place is set up. */
function readSync<T>(
  read: (records: IDBObjectStore) => Promise<T>,
  factory: IDBFactory,
  name: string,
): Promise<T | null> {
  return readRaw<T | null>(
    async (db) => {
      // A library of a version before sync, which the background is about to bring up to date.
      if (!db.objectStoreNames.contains(STATE)) return null;
      const reading = db.transaction([STATE, RECORDS]);
      const config: unknown = await ask(reading.objectStore(STATE).get('config'));
      return config === undefined ? null : read(reading.objectStore(RECORDS));
    },
    null,
    factory,
    name,
  );
}

/** Whether this device syncs with a place, or would if it were not paused. */
export async function isSyncSetUp(factory: IDBFactory = indexedDB, name = LIBRARY_NAME): Promise<boolean> {
  return (await readSync(async () => true, factory, name)) === true;
}

/**
 * Whether an article is at the place that the user's other devices get it from.
 *
 * @returns `there`, all of it; `waiting`, not yet or not as it is now; null where sync is not set up
 */
export function peekSynced(
  articleId: string,
  factory: IDBFactory = indexedDB,
  name = LIBRARY_NAME,
): Promise<'there' | 'waiting' | null> {
  return readSync(
    async (records) => {
      const row: SyncRecordRow | undefined = await ask(records.index('local').get(`article ${articleId}`));
      return row !== undefined && row.dirty === undefined ? ('there' as const) : ('waiting' as const);
    },
    factory,
    name,
  );
}
