/**
 * Maintains the change log: writes outstanding changes, including those of windows that were killed, and compacts the
 * log.
 */
import { clearPendingPurge } from '../deletion/pending-purge.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogError, LogUsage } from '../view-types.ts';
import { compactLog, eraseFromLog } from './compact-log.ts';
import { type FileStore, listSegments } from './file-store.ts';
import { LOG_ERROR_KEY, LOG_ID_KEY, type OutboxRow } from './log-schema.ts';
import { BODY_TABLE } from './record-keys.ts';
import { removeRestoredLogs } from './restore-lost.ts';
import { allocateSegmentNumber, deleteSegments, requeueLostSegments } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/** Maximum size of the log in bytes: about 150,000 articles without their pictures. */
const MAX_LOG_BYTES = 1e9;

async function measureSegments(db: LibraryDb): Promise<number> {
  let bytes = 0;
  await db.logSegments.each((segment) => {
    bytes += segment.bytes;
  });
  return bytes;
}

/** Opens this database's log, and makes the index of its segments agree with the files. */
async function openLog(db: LibraryDb, store: FileStore, yieldTurn: () => Promise<void>): Promise<OpenLog> {
  const id = String((await db.meta.get(LOG_ID_KEY))?.value);
  // The index must be read before the files, because a file is written before its index entries and deleted before
  // them.
  const registered = await db.logSegments.toCollection().primaryKeys();
  const existing = (await listSegments(store)).get(id) ?? [];
  await requeueLostSegments(
    db,
    registered.filter((segment) => !existing.includes(segment)),
  );
  return {
    db,
    store,
    id,
    yieldTurn,
    unregistered: existing.filter((segment) => !registered.includes(segment)),
  };
}

/**
 * Writes all outstanding changes.
 *
 * @returns false if the log has reached its maximum size
 */
async function writeAllChanges(log: OpenLog): Promise<boolean> {
  do if ((await measureSegments(log.db)) > MAX_LOG_BYTES) return false;
  while (await writeSomeChanges(log));
  return true;
}

/** Removes the segments that are still unregistered. Their content is in other segments now. */
async function deleteUnregistered(log: OpenLog): Promise<void> {
  const registered = await log.db.logSegments.bulkGet([...log.unregistered]);
  await deleteSegments(
    log,
    log.unregistered.filter((_, i) => registered[i] === undefined),
  );
}

async function recordLogError(db: LibraryDb, errorCode: LogError | null): Promise<void> {
  const recorded = (await db.meta.get(LOG_ERROR_KEY))?.value ?? null;
  if (recorded === errorCode) return;
  if (errorCode === null) await db.meta.delete(LOG_ERROR_KEY);
  else await db.meta.put({ key: LOG_ERROR_KEY, value: errorCode });
}

function toErrorCode(error: unknown): LogError {
  return (error as { name?: unknown }).name === 'QuotaExceededError' ? 'full' : 'failed';
}

/**
 * Writes all outstanding changes to the log, erases deleted content, and compacts the log if asked to. The caller must ensure that
 * it does not run concurrently. Failures don't affect the library: they are recorded for the storage page, and the next
 * call tries again.
 *
 * @param yieldTurn awaited between small steps, so that other work such as a save can run
 * @param cleanedPurgeId id of the purge whose names `cleanDatabase` has removed from the database; null if there is
 *   none. Only this purge is completed in the log: for any other, tombstones with the names could still be written
 *   afterwards, and would never be erased
 * @param shouldCompact false right after changes, when the user may go on saving
 * @throws the store's errors, after they were recorded
 */
export async function updateLog(
  db: LibraryDb,
  store: FileStore,
  yieldTurn: () => Promise<void> = async () => undefined,
  cleanedPurgeId: string | null = null,
  shouldCompact = true,
): Promise<void> {
  try {
    let log = await openLog(db, store, yieldTurn);
    const hasRoom = await writeAllChanges(log);
    if (hasRoom) {
      await deleteUnregistered(log);
      log = { ...log, unregistered: [] };
    }
    if (cleanedPurgeId !== null) await eraseFromLog(log);
    // The purge is finished once no file is left that may contain the deleted content.
    if (hasRoom && (await removeRestoredLogs(db, store)) && cleanedPurgeId !== null)
      await clearPendingPurge(db, cleanedPurgeId);
    if (shouldCompact) while (await compactLog(log)) await yieldTurn();
    await recordLogError(db, !hasRoom && (await measureSegments(db)) > MAX_LOG_BYTES ? 'budget' : null);
  } catch (error) {
    await recordLogError(db, toErrorCode(error)).catch((secondError: unknown) =>
      console.warn('offprint: could not record an error of the change log', secondError),
    );
    throw error;
  }
}

/** Measures the log for the storage page. */
export async function measureLog(db: LibraryDb): Promise<LogUsage> {
  const [errorCode, outstanding, records] = await Promise.all([
    db.meta.get(LOG_ERROR_KEY),
    db.outbox.where('due').equals('log').count(),
    db.logRecords.where('key').startsWith('articles ').primaryKeys(),
  ]);
  return {
    // If there is no log yet, tell whether there can be one. It is created shortly after the first save.
    isAvailable: records.length > 0 || typeof navigator.storage?.getDirectory === 'function',
    bytes: await measureSegments(db),
    maxBytes: MAX_LOG_BYTES,
    articles: new Set(records.map(([key]) => key)).size,
    isBehind: outstanding > 0,
    error: (errorCode?.value as LogError | undefined) ?? null,
  };
}

/** Number of keys after which no further transaction is added to a segment. */
const TARGET_KEYS_PER_SEGMENT = 200;

/**
 * Orders keys so that each content is followed by its article's row, in the same segment. A row without its content
 * would be restored as a mere address.
 */
function contentsFirst(keys: readonly string[]): string[] {
  const bodyKeys = keys.filter((key) => key.startsWith(`${BODY_TABLE} `));
  const pairs = bodyKeys.flatMap((key) => [key, `articles ${key.slice(BODY_TABLE.length + 1)}`]);
  return [...new Set([...pairs, ...keys])];
}

/** Reads the oldest outstanding changes, in whole transactions. */
async function readOldestChanges(db: LibraryDb): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  let keyCount = 0;
  await db.outbox
    .where('due')
    .equals('log')
    .until((row) => keyCount >= TARGET_KEYS_PER_SEGMENT && row.transaction !== rows.at(-1)?.transaction)
    .each((row) => {
      rows.push(row);
      keyCount += row.keys.length;
    });
  return rows;
}

/**
 * Writes some of the outstanding changes. They stay in the outbox until that is done. If a window writes the same
 * change at the same time, the segment numbers show which record is newer.
 *
 * @returns false if no changes were outstanding
 * @throws the store's errors, such as QuotaExceededError
 */
async function writeSomeChanges(log: OpenLog): Promise<boolean> {
  const rows = await readOldestChanges(log.db);
  if (rows.length === 0) return false;
  const segment = await allocateSegmentNumber(log.db);
  await writeSegment(log, segment, {
    keys: contentsFirst(rows.flatMap(({ keys }) => keys)),
    changes: rows.map(({ id }) => id),
  });
  return true;
}
