/** Writing what notes are left: of windows that were killed, or of a library that has no log yet. */
import type { LibraryDb } from '../db.ts';
import type { LogNoteRow } from './log-schema.ts';
import { BODY } from './record-keys.ts';
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

/** Makes one note of the oldest ones, with a number above all that was noted until now. */
function takeNotes(db: LibraryDb): Promise<LogNoteRow | null> {
  return db.transaction('rw', db.logNotes, async () => {
    const notes = await oldestNotes(db);
    if (notes.length === 0) return null;
    await db.logNotes.bulkDelete(notes.map(({ id }) => id));
    const row = { transaction: crypto.randomUUID(), keys: inOrder(notes.flatMap(({ keys }) => keys)) };
    return { id: await db.logNotes.add(row), ...row };
  });
}

/**
 * Writes some of what is noted.
 *
 * @returns whether there was anything
 * @throws what the place throws, such as QuotaExceededError; the notes are then still there
 */
export async function writeNotes(log: OpenLog): Promise<boolean> {
  const note = await takeNotes(log.db);
  if (note === null) return false;
  await writeSegment(log, note.id, { keys: note.keys, isNoted: true });
  return true;
}
