/** Writes segments; see `log-schema.ts`. All segments are written here. */
import type { LibraryDb } from '../schema/library-db.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { importFileName, type LogFiles, segmentFileName } from './file-store.ts';
import { readRecords } from './read-records.ts';
import { FILE_TABLE, parseRecordKey } from './record-keys.ts';
import { type LogRecord, packSegment } from './segment-format.ts';
import { deleteSegments, findIndexEntries, type NewSegment, registerSegment } from './segment-index.ts';

/**
 * Keys per transaction, since a save has to wait for its end. Even, so that an article's text and row stay together.
 */
const KEYS_PER_TRANSACTION = 10;

/** Characters after which a segment is full: about a megabyte compressed. */
const MAX_SEGMENT_CHARS = 4_000_000;

/** A database's log. */
export interface ChangeLog extends LogFiles {
  db: LibraryDb;
}

/**
 * The log as opened by the background, which is the only one to maintain it. Windows may write segments at the same
 * time.
 */
export interface OpenLog extends ChangeLog {
  /** Awaited between small steps, so that other work such as a save can run. */
  yieldTurn: () => Promise<void>;
  /**
   * Segments that were not registered when the log was opened, left by a killed window. They may contain the only copy
   * of some records, and can be removed once all outstanding changes are written.
   */
  unregistered: readonly number[];
}

function importIdsOf(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => {
    const parsed = parseRecordKey(key);
    return parsed?.table === FILE_TABLE ? [String(parsed.key)] : [];
  });
}

/** Stores the files of imports before a segment refers to them. */
async function storeImportFiles({ db, store, id }: ChangeLog, keys: Iterable<string>): Promise<void> {
  for (const importId of importIdsOf(keys)) {
    const row = await db.importFiles.get(importId);
    const name = importFileName(id, importId);
    if (row !== undefined && (await store.get(name)) === null) await store.put(name, row.file);
  }
}

/**
 * Deletes an import's file only after a segment says that the import is over, since the import may have to start again
 * until then.
 */
async function deleteImportFiles({ store, id }: LogFiles, records: readonly LogRecord[]): Promise<void> {
  const tombstones = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importIdsOf(tombstones)) await store.delete(importFileName(id, importId));
}

/**
 * Writes a segment. Slow steps run in parallel, as each waits for another process.
 *
 * @param keys of the records
 * @param reading resolves to the records
 * @param minCompressedChars shorter segments are written uncompressed, to save time
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
  /** The keys' rows in the outbox. Without them, the segment replaces `superseded`. */
  changes?: readonly number[];
  superseded?: readonly number[];
}

/**
 * Removes tombstones that are not needed any more. They are needed as long as an older segment may contain the record.
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
 * Writes the current rows of the keys, as many as fit.
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
