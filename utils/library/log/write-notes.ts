/** Writes the notes that windows left behind when they were killed. */
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogNoteRow } from './log-schema.ts';
import { BODY } from './record-keys.ts';
import { drawSegmentNumber } from './segment-index.ts';
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
