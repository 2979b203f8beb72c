/** The one writer of segments: see `log-schema.ts`. */
import type { LibraryDb } from '../db.ts';
import { SCHEMA_VERSION } from '../schema/schema-versions.ts';
import { importName, type LogFiles, segmentName } from './place.ts';
import { readSegmentful } from './read-records.ts';
import { FILES, parseRecordKey } from './record-keys.ts';
import { type LogRecord, packSegment } from './segment-format.ts';
import { dropSegments, type NewSegment, recordsOfKeys, registerSegment } from './segment-index.ts';

/** The log of a database. */
export interface ChangeLog extends LogFiles {
  db: LibraryDb;
}

/** The same as the background has it, one at a time: others may write segments meanwhile. */
export interface OpenLog extends ChangeLog {
  /** Is waited for between small steps, so that a save has its turn. */
  breathe: () => Promise<void>;
  /**
   * Segments that were not registered when this was opened: of a window that was killed, or of a former release. What is
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
async function keepFiles({ db, place, id }: ChangeLog, keys: Iterable<string>): Promise<void> {
  for (const importId of importsOf(keys)) {
    const row = await db.importFiles.get(importId);
    const name = importName(id, importId);
    if (row !== undefined && (await place.get(name)) === null) await place.put(name, row.file);
  }
}

/** Only once a segment says that an import is over, its file goes: until then it may have to begin again. */
async function dropFiles({ place, id }: LogFiles, records: readonly LogRecord[]): Promise<void> {
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importsOf(gone)) await place.delete(importName(id, importId));
}

/**
 * Writes a segment. What takes a while is done side by side: each step has another process to wait for.
 *
 * @param keys of the records
 * @param reading the records, which may still be on their way
 * @returns the segment, to be registered
 */
export async function putSegment(
  log: ChangeLog,
  segment: number,
  keys: readonly string[],
  reading: Promise<readonly LogRecord[]>,
  options: Parameters<typeof packSegment>[2] = {},
): Promise<NewSegment> {
  await keepFiles(log, keys);
  const packing = reading.then((records) => packSegment(records, SCHEMA_VERSION, options));
  const writing = log.place.put(
    segmentName(log.id, segment),
    packing.then(({ bytes }) => bytes),
  );
  const [records, { bytes, shares }] = await Promise.all([reading, packing, writing]);
  await dropFiles(log, records);
  return {
    id: segment,
    bytes: bytes.length,
    records: records.map(({ key, json }, i) => ({
      key,
      segment,
      bytes: shares[i] ?? 1,
      ...(json === null && { gone: 1 }),
    })),
  };
}

interface Writing {
  keys: readonly string[];
  /** Is there a note with the segment's number that it is written for? Else it takes the place of `victims`. */
  isNoted?: boolean;
  victims?: readonly number[];
}

/** What is gone must be said as long as an older segment may hold it, and no longer. */
async function withoutForgotten(
  { db, strays }: OpenLog,
  records: readonly LogRecord[],
  { isNoted = false, victims = [] }: Writing,
): Promise<LogRecord[]> {
  if (isNoted || strays.length > 0) return [...records];
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
  const { db, breathe } = log;
  const { keys, isNoted = false } = writing;
  const all = await readSegmentful(db, keys, breathe);
  const records = await withoutForgotten(log, all, writing);
  const names = records.map(({ key }) => key);
  const written =
    records.length > 0
      ? await putSegment(log, segment, names, Promise.resolve(records), { breathe })
      : { id: segment, bytes: 0, records: [] };
  const settled = isNoted ? { own: [segment], rest: keys.slice(all.length) } : { own: [] };
  const { empty } = await registerSegment(db, written, settled);
  await dropSegments(log, empty);
  return all.length;
}
