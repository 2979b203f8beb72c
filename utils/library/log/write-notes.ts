/** Writing what notes are left: of windows that were killed, or of a library whose log is being made. */
import Dexie from 'dexie';
import type { LibraryDb } from '../schema/library-db.ts';
import { LOG_FILL_KEY, type LogNoteRow } from './log-schema.ts';
import { BODY, BODY_TABLES, LOGGED, type PrimaryKey, recordKey } from './record-keys.ts';
import { drawSegmentNumber, noteKeys } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/** Keys after which no more notes are taken. */
const KEYS_AT_ONCE = 200;

/** Texts first, each with its article's row in the same segment: a row alone would come back as a bare address. */
function inOrder(keys: readonly string[]): string[] {
  const bodies = keys.filter((key) => key.startsWith(`${BODY} `));
  const pairs = bodies.flatMap((key) => [key, `articles ${key.slice(BODY.length + 1)}`]);
  return [...new Set([...pairs, ...keys])];
}

/** The oldest notes, those of one transaction together. */
async function oldestNotes(db: LibraryDb): Promise<LogNoteRow[]> {
  const found: LogNoteRow[] = [];
  let keys = 0;
  await db.logNotes
    .orderBy('id')
    .until((note) => keys >= KEYS_AT_ONCE && note.transaction !== found.at(-1)?.transaction)
    .each((note) => {
      found.push(note);
      keys += note.keys.length;
    });
  return found;
}

/**
 * Writes some of what is noted. The notes stay until that is done: a window that is about to write one of them does, and
 * whoever is later sees that by its number.
 *
 * @returns whether there was anything
 * @throws what the place throws, such as QuotaExceededError; the notes are then still there
 */
export async function writeNotes(log: OpenLog): Promise<boolean> {
  const notes = await oldestNotes(log.db);
  if (notes.length === 0) return false;
  const segment = await drawSegmentNumber(log.db);
  await writeSegment(log, segment, {
    keys: inOrder(notes.flatMap(({ keys }) => keys)),
    notes: notes.map(({ id }) => id),
  });
  return true;
}

/** Tables in the order in which a log is filled. Texts come with their articles. */
const FILLED = [...LOGGED].filter((name) => !BODY_TABLES.includes(name));

/** How far it is: the table, by its place in the list, and the last key. */
type Cursor = [at: number, last: PrimaryKey | null];

/**
 * Where the log is not complete yet: notes some more of the library.
 *
 * @returns whether there was anything to note
 */
export async function fillLog(db: LibraryDb): Promise<boolean> {
  const tables = FILLED.map((name) => db.table(name));
  return db.transaction('rw', [...tables, db.logNotes, db.meta], async () => {
    const cursor = (await db.meta.get(LOG_FILL_KEY))?.value;
    if (typeof cursor !== 'string') return false;
    const [at, last]: Cursor = cursor === '' ? [0, null] : JSON.parse(cursor);
    const name = FILLED[at] ?? '';
    const rows = db
      .table<unknown, PrimaryKey>(name)
      .where(':id')
      .above(last ?? Dexie.minKey);
    const found = await rows.limit(KEYS_AT_ONCE).primaryKeys();
    await noteKeys(
      db,
      found.flatMap((key) =>
        name === 'articles' ? [recordKey(BODY, key), recordKey(name, key)] : [recordKey(name, key)],
      ),
    );
    const next: Cursor = found.length > 0 ? [at, found.at(-1) ?? null] : [at + 1, null];
    if (next[0] < FILLED.length) await db.meta.put({ key: LOG_FILL_KEY, value: JSON.stringify(next) });
    else await db.meta.delete(LOG_FILL_KEY);
    return true;
  });
}
