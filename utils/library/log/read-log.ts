/** Reads a whole log, of which files or parts of files may be damaged. */
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { type LogFiles, segmentName } from './file-store.ts';
import { BODY } from './record-keys.ts';
import { type LogRecord, type ReadSegment, readSegment } from './segment-format.ts';

/** The log of a lost database. */
export interface LostLog extends LogFiles {
  segments: readonly number[];
}

/** The content of a log, except for the large records, which stay in their files. */
export interface Survey {
  /** The newest record of each small key, as JSON. */
  rows: Map<string, string>;
  /** The segment that contains the newest record of each large key. */
  places: Map<string, number>;
  damaged: number;
}

const isLarge = (key: string): boolean => key.startsWith(`${BODY} `) || key.startsWith('versions ');

/** An unreadable segment counts as damaged. */
async function recordsOf({ store, id }: LostLog, segment: number): Promise<ReadSegment> {
  try {
    const file = await store.get(segmentName(id, segment));
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    return await readSegment(bytes, SCHEMA_VERSION);
  } catch (error) {
    console.warn(`offprint: segment ${segment} of the change log not read`, error);
    return { records: [], damaged: 1 };
  }
}

export async function surveyLog(log: LostLog): Promise<Survey> {
  const found: Survey = { rows: new Map(), places: new Map(), damaged: 0 };
  for (const segment of log.segments) {
    const { records, damaged } = await recordsOf(log, segment);
    found.damaged += damaged;
    for (const { key, json } of records) {
      found.rows.delete(key);
      found.places.delete(key);
      if (json === null) continue;
      if (isLarge(key)) found.places.set(key, segment);
      else found.rows.set(key, json);
    }
  }
  return found;
}

/** Yields the newest records of a table's large keys, one segment at a time. */
export async function* largeRecords(
  log: LostLog,
  { places }: Survey,
  table: string,
): AsyncGenerator<(LogRecord & { json: string })[]> {
  const isOf = (key: string): boolean => key.startsWith(`${table} `);
  const segments = new Set([...places].filter(([key]) => isOf(key)).map(([, segment]) => segment));
  for (const segment of segments) {
    const { records } = await recordsOf(log, segment);
    yield records.filter(
      (record): record is LogRecord & { json: string } =>
        record.json !== null && isOf(record.key) && places.get(record.key) === segment,
    );
  }
}

/** The rows of a table among the small records. */
export function rowsOf<T>({ rows }: Survey, table: string): T[] {
  const prefix = `${table} `;
  return [...rows].filter(([key]) => key.startsWith(prefix)).map(([, json]) => JSON.parse(json) as T);
}
