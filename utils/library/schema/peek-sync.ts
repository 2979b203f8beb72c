/** How sync stands to an article, without Dexie, as in `peek.ts`. */
import type { LogPosition, SyncConfig, SyncStatus } from '../../sync/engine/sync-state.ts';
import type { LogNoteRow } from '../log/log-schema.ts';
import type { SyncRecordRow } from '../sync-rows.ts';
import type { ImageRow } from '../types.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

const STATE = 'syncState';
const RECORDS = 'syncRecords';
const STORES = [STATE, RECORDS, 'logNotes', 'logRecords', 'images'];

/** Troubles with which nothing of the library is at the place. */
const GONE: ReadonlySet<string> = new Set(['libraryGone', 'foreignFolder']);

/** Null where no place is set up. */
function readSync<T>(
  read: (reading: IDBTransaction) => Promise<T>,
  factory: IDBFactory,
  name: string,
): Promise<T | null> {
  return readRaw<T | null>(
    async (db) => {
      const reading = db.transaction(STORES);
      const config: unknown = await ask(reading.objectStore(STATE).get('config'));
      return config === undefined ? null : read(reading);
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

async function readState<T>(reading: IDBTransaction, key: string): Promise<T | undefined> {
  const row: { value: T } | undefined = await ask(reading.objectStore(STATE).get(key));
  return row?.value;
}

/** Was an article changed after sync has looked for changes last? The change log tells, as it tells sync. */
async function isChangedSince(reading: IDBTransaction, articleId: string): Promise<boolean> {
  const lookedAt = await readState<LogPosition>(reading, 'lookedAt');
  if (lookedAt === undefined) return false;
  const id = JSON.stringify(articleId);
  const starts = [`articles ${id}`, `contents ${id}`, `corrections [${id},`];
  const isOf = (key: string): boolean => starts.some((start) => key.startsWith(start));
  const after = IDBKeyRange.lowerBound(lookedAt.upTo, true);
  const notes: LogNoteRow[] = await ask(reading.objectStore('logNotes').getAll(after));
  if (notes.some(({ keys }) => keys.some(isOf))) return true;
  const noted = new Set(lookedAt.noted);
  for (const start of starts) {
    const range = IDBKeyRange.bound([start], [`${start}\uffff`]);
    const found = await ask(reading.objectStore('logRecords').getAllKeys(range));
    for (const one of found as [key: string, segment: number][])
      if (one[1] > lookedAt.upTo && !noted.has(one[0])) return true;
  }
  return false;
}

/** Are there pictures of an article that wait for Wi-Fi? */
async function hasHeldBack(
  reading: IDBTransaction,
  articleId: string,
  { fields, held }: SyncRecordRow,
): Promise<boolean> {
  if ((await readState<SyncConfig>(reading, 'config'))?.pictures !== 'wifi') return false;
  if (held !== undefined) return true;
  if ((await readState<boolean>(reading, 'skipped')) !== true) return false;
  const all = IDBKeyRange.bound([articleId], [articleId, []]);
  const images: ImageRow[] = await ask(reading.objectStore('images').index('[articleId+url]').getAll(all));
  return images.some(
    ({ state, url }) => state === 'saved' && (fields[`picture:${url}`]?.[1] ?? null) === null,
  );
}

/**
 * Whether an article is at the place that the user's other devices get it from.
 *
 * @returns `there`, all of it; `waiting`, not yet or not as it is now, or not as far as is known, as where the place
 *   holds the library no more; null where sync is not set up, or this device was removed from the library
 */
export function peekSynced(
  articleId: string,
  factory: IDBFactory = indexedDB,
  name = LIBRARY_NAME,
): Promise<'there' | 'waiting' | null> {
  return readSync(
    async (reading) => {
      const { from, code = '' } = (await readState<SyncStatus>(reading, 'status'))?.trouble ?? {};
      if (from === 'sync' && code === 'removedDevice') return null;
      if (from === 'sync' && GONE.has(code)) return 'waiting';
      const row: SyncRecordRow | undefined = await ask(
        reading.objectStore(RECORDS).index('local').get(`article ${articleId}`),
      );
      if (row === undefined || row.dirty !== undefined) return 'waiting';
      if (await isChangedSince(reading, articleId)) return 'waiting';
      return (await hasHeldBack(reading, articleId, row)) ? 'waiting' : 'there';
    },
    factory,
    name,
  );
}
