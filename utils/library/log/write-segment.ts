/** The one writer of segments: see `log-schema.ts`. */
import type { LibraryDb } from '../schema/library-db.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { importName, type LogFiles, segmentName } from './file-store.ts';
import { readRecords } from './read-records.ts';
import { FILES, parseRecordKey } from './record-keys.ts';
import { type LogRecord, packSegment } from './segment-format.ts';
import { dropSegments, type NewSegment, recordsOfKeys, registerSegment } from './segment-index.ts';

/** Keys read in one transaction: a save waits for its end. Even: an article's text and row are not parted. */
const READ_AT_ONCE = 10;

/** Characters of the rows after which a segment is full: about a megabyte packed. */
const SEGMENT_CHARS = 4_000_000;

/** The log of a database. */
export interface ChangeLog extends LogFiles {
  db: LibraryDb;
}

/** The same as the background has it, one at a time: others may write segments meanwhile. */
export interface OpenLog extends ChangeLog {
  /** Is waited for between small steps, so that a save has its turn. */
  yieldTurn: () => Promise<void>;
  /**
   * Segments that were not registered when this was opened: of a window that was killed. What is
   * in them may be in no other; once every note is written they may go.
   */
  strays: readonly number[];
}

function importsOf(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => {
    const parsed = parseRecordKey(key);
    return parsed?.table === FILES ? [String(parsed.key)] : [];
  });
}

/** Before a segment says that there are files of imports, they are there. */
async function keepFiles({ db, store, id }: ChangeLog, keys: Iterable<string>): Promise<void> {
  for (const importId of importsOf(keys)) {
    const row = await db.importFiles.get(importId);
    const name = importName(id, importId);
    if (row !== undefined && (await store.get(name)) === null) await store.put(name, row.file);
  }
}

/** Only once a segment says that an import is over, its file goes: until then it may have to begin again. */
async function dropFiles({ store, id }: LogFiles, records: readonly LogRecord[]): Promise<void> {
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importsOf(gone)) await store.delete(importName(id, importId));
}

/**
 * Writes a segment. What takes a while is done side by side: each step has another process to wait for.
 *
 * @param keys of the records
 * @param reading the records, which may still be on their way
 * @param plainBelow characters below which they are written as they are: nobody has to wait for the packing
 * @returns the segment, to be registered
 */
export async function putSegment(
  log: ChangeLog & Partial<Pick<OpenLog, 'yieldTurn'>>,
  segment: number,
  keys: readonly string[],
  reading: PromiseLike<readonly LogRecord[]>,
  plainBelow = 0,
): Promise<NewSegment> {
  const sizeOf = ({ key, json }: LogRecord): number => key.length + (json?.length ?? 0);
  await keepFiles(log, keys);
  const packing = reading.then((records) => {
    const size = records.reduce((sum, record) => sum + sizeOf(record), 0);
    return packSegment(records, SCHEMA_VERSION, { yieldTurn: log.yieldTurn, isPlain: size < plainBelow });
  });
  const writing = log.store.put(segmentName(log.id, segment), packing);
  const [records, { length }] = await Promise.all([reading, packing, writing]);
  await dropFiles(log, records);
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
  /** That the keys are of. Else the segment takes the place of `victims`. */
  notes?: readonly number[];
  victims?: readonly number[];
}

/** What is gone must be said as long as an older segment may hold it, and no longer. */
async function withoutForgotten(
  { db, strays }: OpenLog,
  records: readonly LogRecord[],
  { notes, victims = [] }: Writing,
): Promise<LogRecord[]> {
  if (notes !== undefined || strays.length > 0) return [...records];
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  const former = await recordsOfKeys(db, gone);
  return records.filter(
    ({ key, json }) => json !== null || former.get(key)?.some(({ segment }) => !victims.includes(segment)),
  );
}

/**
 * Writes what keys are of now, as much of it as a segment holds.
 *
 * @returns how many of the keys were seen to, from the first on
 * @throws what the place throws, such as QuotaExceededError
 */
export async function writeSegment(log: OpenLog, segment: number, writing: Writing): Promise<number> {
  const { db, yieldTurn } = log;
  const { keys, notes } = writing;
  const all = await readRecords(db, keys, { atOnce: READ_AT_ONCE, limit: SEGMENT_CHARS, yieldTurn });
  const records = await withoutForgotten(log, all, writing);
  const names = records.map(({ key }) => key);
  const written =
    records.length > 0
      ? await putSegment(log, segment, names, Promise.resolve(records))
      : { id: segment, bytes: 0, records: [] };
  const settled = notes && { own: [], others: notes, rest: keys.slice(all.length) };
  const empty = await registerSegment(db, written, settled);
  await dropSegments(log, empty);
  return all.length;
}
