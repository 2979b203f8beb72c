/**
 * Writing the second copy: see `journal-types.ts`. One background does it at a time, the caller sees to that; others may
 * add segments meanwhile (`journal-now.ts`).
 */
import type { LibraryDb } from '../db.ts';
import { SCHEMA_VERSION } from '../schema/schema-versions.ts';
import { singlesDue, unfoldBatch } from './journal-due.ts';
import { areRecordsTracked, drawSegmentNumber, journalIdOf } from './log-facts.ts';
import type { JournalDisk, JournalFiles, JournalKeyRow } from './log-types.ts';
import { dropFiles, keepFiles, readRecords } from './read-records.ts';
import { BODY } from './record-keys.ts';
import { type JournalRecord, packSegment } from './segment-format.ts';
import { dropSegments, holdersOf, noteSegment } from './segment-index.ts';

/** Keys looked at for one segment. */
export const KEYS_AT_ONCE = 200;

/** Bytes the second copy may take: about 150,000 articles without their pictures. */
export const JOURNAL_BUDGET = 1e9;

/** The journal of one database, open for writing. */
export interface OpenJournal {
  db: LibraryDb;
  files: JournalFiles;
  /** Is waited for between small steps, so that a save has its turn. */
  breathe: () => Promise<void>;
  /**
   * Segments that the database knew nothing of when this was opened. What is in them may be due still; once nothing is,
   * they may go.
   */
  unknown: readonly number[];
}

/** Opens this database's journal, or begins one; brings what the database knows of it in line with the files. */
export async function openJournal(
  db: LibraryDb,
  disk: JournalDisk,
  breathe: () => Promise<void>,
): Promise<OpenJournal> {
  const files = await disk.open(await journalIdOf(db));
  // In this order: a file comes before what is known of it, and goes before it.
  const known = await db.journalSegments.toCollection().primaryKeys();
  const there = await files.list();
  await writeAgain(
    db,
    known.filter((segment) => !there.includes(segment)),
  );
  return { db, files, breathe, unknown: there.filter((segment) => !known.includes(segment)) };
}

/** Files that are gone: what was in them is due again. */
async function writeAgain(db: LibraryDb, segments: readonly number[]): Promise<void> {
  if (segments.length === 0) return;
  const { journalDue, journalKeys, journalSegments } = db;
  await db.transaction('rw', journalDue, journalKeys, journalSegments, async () => {
    const keys = await journalKeys
      .where('segment')
      .anyOf([...segments])
      .primaryKeys();
    await journalKeys.bulkDelete(keys);
    await journalDue.bulkPut(keys.map((key) => ({ key, token: 'file gone' })));
    await journalSegments.bulkDelete([...segments]);
  });
}

/**
 * Writes some of what is due.
 *
 * @returns whether there was anything
 * @throws what the file system throws, such as QuotaExceededError; it is then still due
 */
export async function writeDue(journal: OpenJournal): Promise<boolean> {
  const { db } = journal;
  const areFew = async (): Promise<boolean> =>
    (await singlesDue(db).limit(KEYS_AT_ONCE).count()) < KEYS_AT_ONCE;
  while ((await areFew()) && (await unfoldBatch(db)));
  const keys = await chooseDue(db);
  if (keys.length === 0) return false;
  await writeSegment(journal, keys, []);
  return true;
}

/** Texts first, each with its article's row in the same segment: a row alone would come back as a bare address. */
async function chooseDue(db: LibraryDb): Promise<string[]> {
  const bodies = await db.journalDue
    .where('key')
    .startsWith(`${BODY} `)
    .limit(KEYS_AT_ONCE / 2)
    .primaryKeys();
  if (bodies.length === 0) return singlesDue(db).limit(KEYS_AT_ONCE).primaryKeys();
  return bodies.flatMap((key) => [key, `articles ${key.slice(BODY.length + 1)}`]);
}

/** Removes what nobody noted, now that all of it is elsewhere: the oldest first, so that the newest word holds. */
export async function dropUnknown({ db, files, unknown }: OpenJournal): Promise<void> {
  const known = await db.journalSegments.bulkGet([...unknown]);
  await dropSegments(
    db,
    files,
    unknown.filter((_, i) => known[i] === undefined),
  );
}

/**
 * Writes one segment.
 *
 * @param victims segments that are going to be dropped
 * @returns how many of the keys went into it, from the first on
 */
export async function writeSegment(
  { db, files, breathe }: OpenJournal,
  keys: readonly string[],
  victims: readonly number[],
): Promise<number> {
  const segment = await drawSegmentNumber(db);
  const { records, tokens } = await readRecords(db, keys, breathe);
  const names = records.map(({ key }) => key);
  const former = await db.journalKeys.bulkGet(names);
  const staying = await segmentsBut(db, victims);
  const fates = records.map((record, i) => fateOf(record, former[i], staying));
  const kept = records.filter((_, i) => fates[i] === 'write');
  await keepFiles(db, files, names);
  const { bytes, shares } = await packSegment(kept, SCHEMA_VERSION, breathe);
  if (kept.length > 0) await files.write(segment, Promise.resolve(bytes));
  await dropFiles(files, records);
  const rows = kept.map(({ key, json }, i) => ({ key, segment, bytes: shares[i] ?? 1, gone: json === null }));
  const forgotten = records.filter((_, i) => fates[i] === 'forget').map(({ key }) => key);
  const written = { segment, bytes: bytes.length, rows, forgotten, tokens, batches: [], onlyDue: false };
  await dropSegments(db, files, await noteSegment(db, written));
  return records.length;
}

interface Staying {
  segments: ReadonlySet<number>;
  /** Do the rows of keys name every segment that may hold a record of theirs? */
  areTracked: boolean;
}

async function segmentsBut(db: LibraryDb, victims: readonly number[]): Promise<Staying> {
  const segments = await db.journalSegments.toCollection().primaryKeys();
  return {
    segments: new Set(segments.filter((segment) => !victims.includes(segment))),
    areTracked: await areRecordsTracked(db),
  };
}

/** What to do with a record. What is gone must be said as long as an older segment may hold it, and no longer. */
function fateOf(
  { json }: JournalRecord,
  former: JournalKeyRow | undefined,
  { segments, areTracked }: Staying,
): 'write' | 'forget' {
  if (json !== null) return 'write';
  if (former === undefined) return 'forget';
  if (areTracked) return holdersOf(former).some((id) => segments.has(id)) ? 'write' : 'forget';
  return former.gone && Math.min(...segments) >= former.segment ? 'forget' : 'write';
}
