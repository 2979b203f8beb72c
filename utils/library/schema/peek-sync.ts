/** The sync state of an article, without Dexie, as in `peek.ts`. */
import type { LogPosition, SyncConfig, SyncStatus } from '../../sync/engine/sync-state.ts';
import type { LogNoteRow } from '../log/log-schema.ts';
import type { SyncRecordRow } from '../sync-rows.ts';
import type { ImageRow } from '../types.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

const STATE = 'syncState';
const RECORDS = 'syncRecords';
const STORES = [STATE, RECORDS, 'logNotes', 'logRecords', 'images'];

/** Errors after which the remote store contains nothing of the library. */
const GONE: ReadonlySet<string> = new Set(['libraryGone', 'foreignFolder']);

/** Null if sync is not set up. */
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

/** Whether sync is set up on this device, even if paused. */
export async function isSyncSetUp(factory: IDBFactory = indexedDB, name = LIBRARY_NAME): Promise<boolean> {
  return (await readSync(async () => true, factory, name)) === true;
}

async function readState<T>(reading: IDBTransaction, key: string): Promise<T | undefined> {
  const row: { value: T } | undefined = await ask(reading.objectStore(STATE).get(key));
  return row?.value;
}

/** Whether an article was changed after sync last looked for changes, by the change log. */
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

/** Whether the article has pictures that wait for Wi-Fi. */
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
 * Whether an article is in the remote store, from which the other devices get it.
 *
 * @returns `there` if all of it is; `waiting` if it is not, or is outdated, or that is unknown because the remote store
 *   has lost the library; null if sync is not set up, or this device was removed from the library
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
