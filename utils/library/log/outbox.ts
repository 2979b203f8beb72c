/**
 * The outbox. Every write records the keys of the changed rows in it, in the same transaction; see `record-writes.ts`.
 * The change log and sync read it, so that they need not compare tables to find changes.
 */
import type { LibraryDb } from '../schema/library-db.ts';
import type { OutboxReader, OutboxRow } from './log-schema.ts';

/** Marks rows as processed by a reader. Must run inside a transaction that includes `outbox` and `syncState`. */
export async function markProcessed(
  db: LibraryDb,
  ids: readonly number[],
  reader: OutboxReader,
): Promise<void> {
  const isSyncing = (await db.syncState.get('config')) !== undefined;
  const isStillDue = (candidate: OutboxReader): boolean =>
    candidate !== reader && (candidate !== 'sync' || isSyncing);
  const rows = (await db.outbox.bulkGet([...ids])).filter((row) => row !== undefined);
  await updateRows(
    db,
    rows.map((row) => ({ ...row, due: row.due.filter(isStillDue) })),
  );
}

/** Stores the rows that are still due for a reader, and deletes the others. */
async function updateRows(db: LibraryDb, rows: readonly OutboxRow[]): Promise<void> {
  const processed = rows.filter(({ due }) => due.length === 0).map(({ id }) => id);
  const remaining = rows.filter(({ due }) => due.length > 0);
  // An empty request would end Dexie's transaction.
  if (processed.length > 0) await db.outbox.bulkDelete(processed);
  if (remaining.length > 0) await db.outbox.bulkPut(remaining);
}

/**
 * Marks all changes as processed by sync, after it was turned off. Must run inside a transaction that includes
 * `outbox`.
 */
export async function clearDueForSync(db: LibraryDb): Promise<void> {
  const rows = await db.outbox.where('due').equals('sync').toArray();
  await updateRows(
    db,
    rows.map((row) => ({ ...row, due: row.due.filter((candidate) => candidate !== 'sync') })),
  );
}
