/** Writes the notes that killed windows left behind. */
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogNoteRow } from './log-schema.ts';
import { BODY } from './record-keys.ts';
import { drawSegmentNumber } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/** Maximum number of keys per segment. */
const KEYS_AT_ONCE = 200;

/**
 * Contents first, followed by their article's row in the same segment: a row without content would be restored as a
 * bare address.
 */
function inOrder(keys: readonly string[]): string[] {
  const bodies = keys.filter((key) => key.startsWith(`${BODY} `));
  const pairs = bodies.flatMap((key) => [key, `articles ${key.slice(BODY.length + 1)}`]);
  return [...new Set([...pairs, ...keys])];
}

/** The oldest notes, including all of the same transaction. */
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
 * Writes some of the outstanding notes. The notes stay until that is done. If a window writes one of them at the same
 * time, the numbers show which record is newer.
 *
 * @returns whether there were any notes
 * @throws the store's errors, such as QuotaExceededError; the notes stay then
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
