/**
 * The outbox: every write records the keys of the rows that it changes, in the same transaction; see `record-writes.ts`.
 * The change log and sync read it, so that neither has to compare tables to find changes.
 */
import type { LibraryDb } from '../schema/library-db.ts';
import type { OutboxReader, OutboxRow } from './log-schema.ts';

/**
 * Records that a reader has processed some rows. Must run inside a transaction that includes `outbox` and `syncState`.
 */
export async function completeChanges(
  db: LibraryDb,
  ids: readonly number[],
  reader: OutboxReader,
): Promise<void> {
  const isSyncing = (await db.syncState.get('config')) !== undefined;
  const isLeft = (one: OutboxReader): boolean => one !== reader && (one !== 'sync' || isSyncing);
  const rows = (await db.outbox.bulkGet([...ids])).filter((row) => row !== undefined);
  await updateRows(
    db,
    rows.map((row) => ({ ...row, due: row.due.filter(isLeft) })),
  );
}

/** Stores rows that are still due for a reader, and deletes the others. */
async function updateRows(db: LibraryDb, rows: readonly OutboxRow[]): Promise<void> {
  const done = rows.filter(({ due }) => due.length === 0).map(({ id }) => id);
  const left = rows.filter(({ due }) => due.length > 0);
  // An empty request would lose Dexie's transaction.
  if (done.length > 0) await db.outbox.bulkDelete(done);
  if (left.length > 0) await db.outbox.bulkPut(left);
}

/** Marks all changes as processed by sync, which has been turned off. Must run inside a transaction that includes `outbox`. */
export async function clearDueForSync(db: LibraryDb): Promise<void> {
  const rows = await db.outbox.where('due').equals('sync').toArray();
  await updateRows(
    db,
    rows.map((row) => ({ ...row, due: row.due.filter((one) => one !== 'sync') })),
  );
}
