/** Writes segments; see `log-schema.ts`. All segments are written here. */
import type { LibraryDb } from '../schema/library-db.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { importName, type LogFiles, segmentName } from './file-store.ts';
import { readRecords } from './read-records.ts';
import { FILES, parseRecordKey } from './record-keys.ts';
import { type LogRecord, packSegment } from './segment-format.ts';
import { deleteSegments, type NewSegment, recordsOfKeys, registerSegment } from './segment-index.ts';

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

function importsOf(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => {
    const parsed = parseRecordKey(key);
    return parsed?.table === FILES ? [String(parsed.key)] : [];
  });
}

/** Stores the files of imports before a segment refers to them. */
async function storeFiles({ db, store, id }: ChangeLog, keys: Iterable<string>): Promise<void> {
  for (const importId of importsOf(keys)) {
    const row = await db.importFiles.get(importId);
    const name = importName(id, importId);
    if (row !== undefined && (await store.get(name)) === null) await store.put(name, row.file);
  }
}

/**
 * Deletes an import's file only after a segment says that the import is over, since the import may have to start again
 * until then.
 */
async function deleteFiles({ store, id }: LogFiles, records: readonly LogRecord[]): Promise<void> {
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importsOf(gone)) await store.delete(importName(id, importId));
}

/**
 * Writes a segment. Slow steps run in parallel, as each waits for another process.
 *
 * @param keys of the records
 * @param reading resolves to the records
 * @param plainBelow shorter segments are written uncompressed, to save time
 * @returns the segment, which must be registered
 */
export async function putSegment(
  log: ChangeLog & Partial<Pick<OpenLog, 'yieldTurn'>>,
  segment: number,
  keys: readonly string[],
  reading: PromiseLike<readonly LogRecord[]>,
  plainBelow = 0,
): Promise<NewSegment> {
  const sizeOf = ({ key, json }: LogRecord): number => key.length + (json?.length ?? 0);
  await storeFiles(log, keys);
  const packing = reading.then((records) => {
    const size = records.reduce((sum, record) => sum + sizeOf(record), 0);
    return packSegment(records, SCHEMA_VERSION, { yieldTurn: log.yieldTurn, isPlain: size < plainBelow });
  });
  const writing = log.store.put(segmentName(log.id, segment), packing);
  const [records, { length }] = await Promise.all([reading, packing, writing]);
  await deleteFiles(log, records);
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

interface Writing {
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
  { changes, superseded = [] }: Writing,
): Promise<LogRecord[]> {
  if (changes !== undefined || unregistered.length > 0) return [...records];
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  const former = await recordsOfKeys(db, gone);
  return records.filter(
    ({ key, json }) => json !== null || former.get(key)?.some(({ segment }) => !superseded.includes(segment)),
  );
}

/**
 * Writes the current rows of the keys, as many as fit.
 *
 * @returns the number of processed keys, from the start
 * @throws the store's errors, such as QuotaExceededError
 */
export async function writeSegment(log: OpenLog, segment: number, writing: Writing): Promise<number> {
  const { db, yieldTurn } = log;
  const { keys, changes } = writing;
  const all = await readRecords(db, keys, {
    atOnce: KEYS_PER_TRANSACTION,
    limit: MAX_SEGMENT_CHARS,
    yieldTurn,
  });
  const records = await withoutObsoleteTombstones(log, all, writing);
  const names = records.map(({ key }) => key);
  const written =
    records.length > 0
      ? await putSegment(log, segment, names, Promise.resolve(records))
      : { id: segment, bytes: 0, records: [] };
  const logged = changes && { own: [], others: changes, rest: keys.slice(all.length) };
  const empty = await registerSegment(db, written, logged);
  await deleteSegments(log, empty);
  return all.length;
}
