/** The sync state of an article, without Dexie, as in `peek.ts`. */
import type { SyncConfig, SyncStatus } from '../../sync/engine/sync-state.ts';
import type { OutboxRow } from '../log/log-schema.ts';
import type { SyncRecordRow } from '../sync-rows.ts';
import type { ImageRow } from '../types.ts';
import { ask, readRaw } from './raw-library.ts';

const STATE = 'syncState';
const RECORDS = 'syncRecords';
const OUTBOX = 'outbox';
const STORES = [STATE, RECORDS, OUTBOX, 'images'];

/** Errors after which the remote store contains nothing of the library. */
const GONE: ReadonlySet<string> = new Set(['libraryGone', 'foreignFolder']);

/** Null if sync is not set up. */
function readSync<T>(read: (reading: IDBTransaction) => Promise<T>): Promise<T | null> {
  return readRaw<T | null>(async (db) => {
    const reading = db.transaction(STORES);
    const config: unknown = await ask(reading.objectStore(STATE).get('config'));
    return config === undefined ? null : read(reading);
  }, null);
}

/** Whether sync is set up on this device, even if paused. */
export async function isSyncSetUp(): Promise<boolean> {
  return (await readSync(async () => true)) === true;
}

async function readState<T>(reading: IDBTransaction, key: string): Promise<T | undefined> {
  const row: { value: T } | undefined = await ask(reading.objectStore(STATE).get(key));
  return row?.value;
}

/** Whether an article has changes that sync has not processed yet. */
async function isChanged(reading: IDBTransaction, articleId: string): Promise<boolean> {
  const id = JSON.stringify(articleId);
  const starts = [`articles ${id}`, `contents ${id}`, `corrections [${id},`];
  const rows: OutboxRow[] = await ask(reading.objectStore(OUTBOX).index('due').getAll('sync'));
  return rows.some(({ keys }) => keys.some((key) => starts.some((start) => key.startsWith(start))));
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
export function peekSynced(articleId: string): Promise<'there' | 'waiting' | null> {
  return readSync(async (reading) => {
    const { from, code = '' } = (await readState<SyncStatus>(reading, 'status'))?.trouble ?? {};
    if (from === 'sync' && code === 'removedDevice') return null;
    if (from === 'sync' && GONE.has(code)) return 'waiting';
    const row: SyncRecordRow | undefined = await ask(
      reading.objectStore(RECORDS).index('local').get(`article ${articleId}`),
    );
    if (row === undefined || row.dirty !== undefined) return 'waiting';
    if (await isChanged(reading, articleId)) return 'waiting';
    return (await hasHeldBack(reading, articleId, row)) ? 'waiting' : 'there';
  });
}
