/** Reads a whole log, parts of which may be damaged. */
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import { type LogFiles, segmentFileName } from './file-store.ts';
import { BODY_TABLE } from './record-keys.ts';
import { type LogRecord, type ReadSegment, readSegment } from './segment-format.ts';

/** The log of a lost database. */
export interface LostLog extends LogFiles {
  segments: readonly number[];
}

/** The content of a log. Large records stay in their files. */
export interface LogScan {
  /** The newest small record of each key, as JSON. */
  rows: Map<string, string>;
  /** For each key of a large record, the segment that contains the newest one. */
  largeRecordSegments: Map<string, number>;
  damaged: number;
}

const isLarge = (key: string): boolean => key.startsWith(`${BODY_TABLE} `) || key.startsWith('versions ');

/** Reads a segment. If it can't be read, it counts as damaged. */
async function readSegmentOrDamaged({ store, id }: LostLog, segment: number): Promise<ReadSegment> {
  try {
    const file = await store.get(segmentFileName(id, segment));
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    return await readSegment(bytes, SCHEMA_VERSION);
  } catch (error) {
    console.warn(`offprint: could not read segment ${segment} of the change log`, error);
    return { records: [], damaged: 1 };
  }
}

export async function scanLog(log: LostLog): Promise<LogScan> {
  const scan: LogScan = { rows: new Map(), largeRecordSegments: new Map(), damaged: 0 };
  for (const segment of log.segments) {
    const { records, damaged } = await readSegmentOrDamaged(log, segment);
    scan.damaged += damaged;
    for (const { key, json } of records) {
      scan.rows.delete(key);
      scan.largeRecordSegments.delete(key);
      if (json === null) continue;
      if (isLarge(key)) scan.largeRecordSegments.set(key, segment);
      else scan.rows.set(key, json);
    }
  }
  return scan;
}

/** Yields the newest large records of a table, one segment at a time. */
export async function* readLargeRecords(
  log: LostLog,
  { largeRecordSegments }: LogScan,
  table: string,
): AsyncGenerator<(LogRecord & { json: string })[]> {
  const isOfTable = (key: string): boolean => key.startsWith(`${table} `);
  const segments = new Set(
    [...largeRecordSegments].filter(([key]) => isOfTable(key)).map(([, segment]) => segment),
  );
  for (const segment of segments) {
    const { records } = await readSegmentOrDamaged(log, segment);
    yield records.filter(
      (record): record is LogRecord & { json: string } =>
        record.json !== null && isOfTable(record.key) && largeRecordSegments.get(record.key) === segment,
    );
  }
}

/** Parses the rows of a table from the small records. */
export function parseRows<T>({ rows }: LogScan, table: string): T[] {
  const prefix = `${table} `;
  return [...rows].filter(([key]) => key.startsWith(prefix)).map(([, json]) => JSON.parse(json) as T);
}
