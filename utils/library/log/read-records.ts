/** Reading what a segment is going to hold. */
import type { LibraryDb } from '../db.ts';
import type { JournalFiles } from './log-types.ts';
import { FILES, parseJournalKey } from './record-keys.ts';
import { JOURNAL_SOURCES, readForJournal } from './record-rows.ts';
import type { JournalRecord } from './segment-format.ts';

/** Keys whose rows are read side by side, in one transaction. Even: an article's text and row are not parted. */
const READ_AT_ONCE = 10;

/** The same where somebody waits. */
const READ_ALL_AT_ONCE = 200;

/** Characters of the rows after which a segment is full: about a megabyte packed. */
const SEGMENT_CHARS = 4_000_000;

interface ReadRecords {
  records: JournalRecord[];
  /** What they were due under when they were read. */
  tokens: Map<string, string>;
}

/** In a transaction that is short: a save waits for its end. */
function readSome(
  db: LibraryDb,
  keys: readonly string[],
): Promise<{ record: JournalRecord; token: string | undefined }[]> {
  const tables = [...JOURNAL_SOURCES, 'journalDue'].map((name) => db.table(name));
  return db.transaction('r', tables, async () => {
    const [due, rows] = await Promise.all([db.journalDue.bulkGet([...keys]), readForJournal(db, keys)]);
    return keys.map((key, i) => ({ record: { key, json: rows[i] ?? null }, token: due[i]?.token }));
  });
}

/**
 * What keys are of, some at a time, each as it is at one moment.
 *
 * @param breathe is waited for between
 * @returns the first of them only, where they are much
 */
export async function readRecords(
  db: LibraryDb,
  keys: readonly string[],
  breathe: () => Promise<void>,
): Promise<ReadRecords> {
  const records: JournalRecord[] = [];
  const tokens = new Map<string, string>();
  let chars = 0;
  for (let from = 0; from < keys.length && chars < SEGMENT_CHARS; from += READ_AT_ONCE) {
    for (const { record, token } of await readSome(db, keys.slice(from, from + READ_AT_ONCE))) {
      records.push(record);
      chars += record.json?.length ?? 0;
      if (token !== undefined) tokens.set(record.key, token);
    }
    await breathe();
  }
  return { records, tokens };
}

/** The same of all of them, read in one go. */
export async function readAllRecords(db: LibraryDb, keys: readonly string[]): Promise<ReadRecords> {
  const records: JournalRecord[] = [];
  const tokens = new Map<string, string>();
  for (let from = 0; from < keys.length; from += READ_ALL_AT_ONCE) {
    for (const { record, token } of await readSome(db, keys.slice(from, from + READ_ALL_AT_ONCE))) {
      records.push(record);
      if (token !== undefined) tokens.set(record.key, token);
    }
  }
  return { records, tokens };
}

function importsOf(keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => {
    const parsed = parseJournalKey(key);
    return parsed?.table === FILES ? [String(parsed.key)] : [];
  });
}

/** Before a segment says that there are files of imports, they are there. */
export async function keepFiles(db: LibraryDb, files: JournalFiles, keys: Iterable<string>): Promise<void> {
  for (const importId of importsOf(keys)) {
    const row = await db.importFiles.get(importId);
    if (row !== undefined && (await files.file(importId)) === null) await files.keepFile(importId, row.file);
  }
}

/** Only once a segment says that an import is over, its file goes: until then it may have to begin again. */
export async function dropFiles(files: JournalFiles, records: readonly JournalRecord[]): Promise<void> {
  const gone = records.filter(({ json }) => json === null).map(({ key }) => key);
  for (const importId of importsOf(gone)) await files.dropFile(importId);
}
