/** Reads the sync state of an article without Dexie; see `peek.ts`. */
import type { SyncConfig, SyncStatus } from '../../sync/engine/sync-state.ts';
import type { OutboxRow } from '../log/log-schema.ts';
import type { SyncRecordRow } from '../sync-rows.ts';
import type { ImageRow } from '../types.ts';
import { promisify, readWithoutDexie } from './raw-library.ts';

const STATE_STORE = 'syncState';
const RECORD_STORE = 'syncRecords';
const OUTBOX_STORE = 'outbox';
const STORES = [STATE_STORE, RECORD_STORE, OUTBOX_STORE, 'images'];

/** Error codes that mean that the remote store no longer contains the library. */
const REMOTE_LOST_CODES: ReadonlySet<string> = new Set(['libraryGone', 'foreignFolder']);

/** Runs a query in a read transaction; null if sync is not set up. */
function readIfSyncing<T>(read: (transaction: IDBTransaction) => Promise<T>): Promise<T | null> {
  return readWithoutDexie<T | null>(async (db) => {
    const transaction = db.transaction(STORES);
    const config: unknown = await promisify(transaction.objectStore(STATE_STORE).get('config'));
    return config === undefined ? null : read(transaction);
  }, null);
}

/** Whether sync is set up on this device, even if paused. */
export async function isSyncSetUp(): Promise<boolean> {
  return (await readIfSyncing(async () => true)) === true;
}

async function readState<T>(transaction: IDBTransaction, key: string): Promise<T | undefined> {
  const row: { value: T } | undefined = await promisify(transaction.objectStore(STATE_STORE).get(key));
  return row?.value;
}

/** Whether an article has changes that sync has not processed yet. */
async function hasUnsyncedChanges(transaction: IDBTransaction, articleId: string): Promise<boolean> {
  const id = JSON.stringify(articleId);
  const keyPrefixes = [`articles ${id}`, `contents ${id}`, `corrections [${id},`];
  const rows: OutboxRow[] = await promisify(
    transaction.objectStore(OUTBOX_STORE).index('due').getAll('sync'),
  );
  return rows.some(({ keys }) => keys.some((key) => keyPrefixes.some((prefix) => key.startsWith(prefix))));
}

/** Whether the article has images whose upload is deferred until the device is on Wi-Fi. */
async function hasDeferredPictures(
  transaction: IDBTransaction,
  articleId: string,
  { fields, held }: SyncRecordRow,
): Promise<boolean> {
  if ((await readState<SyncConfig>(transaction, 'config'))?.pictures !== 'wifi') return false;
  if (held !== undefined) return true;
  if ((await readState<boolean>(transaction, 'skipped')) !== true) return false;
  const articleRange = IDBKeyRange.bound([articleId], [articleId, []]);
  const images: ImageRow[] = await promisify(
    transaction.objectStore('images').index('[articleId+url]').getAll(articleRange),
  );
  return images.some(
    ({ state, url }) => state === 'saved' && (fields[`picture:${url}`]?.[1] ?? null) === null,
  );
}

/**
 * Tells whether an article is in the remote store, from which other devices get it.
 *
 * @returns `there` if it is up to date there; `waiting` if parts of it are missing or outdated, or the remote store has
 *   lost the library; null if sync is not set up, or this device was removed from the library
 */
export function peekSyncState(articleId: string): Promise<'there' | 'waiting' | null> {
  return readIfSyncing(async (transaction) => {
    const { from, code = '' } = (await readState<SyncStatus>(transaction, 'status'))?.trouble ?? {};
    if (from === 'sync' && code === 'removedDevice') return null;
    if (from === 'sync' && REMOTE_LOST_CODES.has(code)) return 'waiting';
    const row: SyncRecordRow | undefined = await promisify(
      transaction.objectStore(RECORD_STORE).index('local').get(`article ${articleId}`),
    );
    if (row === undefined || row.dirty !== undefined) return 'waiting';
    if (await hasUnsyncedChanges(transaction, articleId)) return 'waiting';
    return (await hasDeferredPictures(transaction, articleId, row)) ? 'waiting' : 'there';
  });
}
