/** Writes segments; see `log-schema.ts`. This is the only code that does. */
import type { LibraryDb } from '../schema/library-db.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { importFileName, type LogFiles, segmentFileName } from './file-store.ts';
import { readRecords } from './read-records.ts';
import { FILE_TABLE, parseRecordKey } from './record-keys.ts';
import { type LogRecord, packSegment } from './segment-format.ts';
import { deleteSegments, findIndexEntries, type NewSegment, registerSegment } from './segment-index.ts';

/**
 * Number of keys read per transaction. Small, because a save has to wait until the transaction ends; even, so that an
 * article's text and row are read together.
 */
const KEYS_PER_TRANSACTION = 10;

/** Number of characters after which a segment is full. Compressed, this is about a megabyte. */
const MAX_SEGMENT_CHARS = 4_000_000;

/** A database's log. */
export interface ChangeLog extends LogFiles {
  db: LibraryDb;
}

/**
 * The log as opened by the background, which is the only context that maintains it. Windows may write segments at the
 * same time.
 */
export interface OpenLog extends ChangeLog {
  /** Awaited between small steps, so that other work such as a save can run. */
  yieldTurn: () => Promise<void>;
  /**
   * Segments that were not registered when the log was opened, because their window was killed. They may contain the
   * only copy of some records, and can be deleted once all outstanding changes are written.
   */
  unregistered: readonly number[];
}

function importIdsOf(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => {
    const parsed = parseRecordKey(key);
    return parsed?.table === FILE_TABLE ? [String(parsed.key)] : [];
  });
}

/** Stores the files of imports. Must run before a segment refers to them. */
async function storeImportFiles({ db, store, id }: ChangeLog, keys: Iterable<string>): Promise<void> {
  for (const importId of importIdsOf(keys)) {
    const row = await db.importFiles.get(importId);
    const name = importFileName(id, importId);
    if (row !== undefined && (await store.get(name)) === null) await store.put(name, row.file);
  }
}

/**
 * Deletes the files of imports that are over. Must run after a segment says so, because until then, the import may have
 * to start again.
 */
async function deleteImportFiles({ store, id }: LogFiles, records: readonly LogRecord[]): Promise<void> {
  const tombstones = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importIdsOf(tombstones)) await store.delete(importFileName(id, importId));
}

/**
 * Writes the file of a segment. Slow steps run in parallel, since each waits for another process.
 *
 * @param keys keys of the records
 * @param reading resolves to the records
 * @param minCompressedChars shorter segments are not compressed, to save time
 * @returns the segment, which must be registered
 */
export async function writeSegmentFile(
  log: ChangeLog & Partial<Pick<OpenLog, 'yieldTurn'>>,
  segment: number,
  keys: readonly string[],
  reading: PromiseLike<readonly LogRecord[]>,
  minCompressedChars = 0,
): Promise<NewSegment> {
  const sizeOf = ({ key, json }: LogRecord): number => key.length + (json?.length ?? 0);
  await storeImportFiles(log, keys);
  const packing = reading.then((records) => {
    const size = records.reduce((sum, record) => sum + sizeOf(record), 0);
    return packSegment(records, SCHEMA_VERSION, {
      yieldTurn: log.yieldTurn,
      isUncompressed: size < minCompressedChars,
    });
  });
  const fileWritten = log.store.put(segmentFileName(log.id, segment), packing);
  const [records, { length }] = await Promise.all([reading, packing, fileWritten]);
  await deleteImportFiles(log, records);
  return {
    id: segment,
    bytes: length,
    records: records.map((record) => ({
      key: record.key,
      segment,
      size: sizeOf(record),
      ...(record.json === null && { gone: 1 }),
    })),
  };
}

interface SegmentContents {
  keys: readonly string[];
  /** Ids of the keys' outbox rows. If not set, the segment replaces the `superseded` ones. */
  changes?: readonly number[];
  superseded?: readonly number[];
}

/**
 * Removes tombstones that are no longer needed. A tombstone is needed as long as an older segment may contain a record
 * with its key.
 */
async function withoutObsoleteTombstones(
  { db, unregistered }: OpenLog,
  records: readonly LogRecord[],
  { changes, superseded = [] }: SegmentContents,
): Promise<LogRecord[]> {
  if (changes !== undefined || unregistered.length > 0) return [...records];
  const tombstones = records.filter(({ json }) => json === null).map(({ key }) => key);
  const entries = await findIndexEntries(db, tombstones);
  return records.filter(
    ({ key, json }) =>
      json !== null || entries.get(key)?.some(({ segment }) => !superseded.includes(segment)),
  );
}

/**
 * Writes a segment with the current rows of the keys, as many as fit.
 *
 * @returns the number of processed keys, from the start
 * @throws the store's errors, such as QuotaExceededError
 */
export async function writeSegment(
  log: OpenLog,
  segment: number,
  fileWritten: SegmentContents,
): Promise<number> {
  const { db, yieldTurn } = log;
  const { keys, changes } = fileWritten;
  const allRecords = await readRecords(db, keys, {
    batchSize: KEYS_PER_TRANSACTION,
    maxChars: MAX_SEGMENT_CHARS,
    yieldTurn,
  });
  const records = await withoutObsoleteTombstones(log, allRecords, fileWritten);
  const recordKeys = records.map(({ key }) => key);
  const written =
    records.length > 0
      ? await writeSegmentFile(log, segment, recordKeys, Promise.resolve(records))
      : { id: segment, bytes: 0, records: [] };
  const loggedChanges = changes && {
    required: [],
    optional: changes,
    unwrittenKeys: keys.slice(allRecords.length),
  };
  const obsolete = await registerSegment(db, written, loggedChanges);
  await deleteSegments(log, obsolete);
  return allRecords.length;
}
