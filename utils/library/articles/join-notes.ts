/** One note out of two that were written at once, as in the popup and in the reader. Pure. */

/** Between what was written here and there. */
const GAP = '\n\n';

/** Whether a note has what was written at its end, as `joinNotes` puts it there. */
export const endsWithNote = (stored: string, written: string): boolean =>
  stored === written || (written !== '' && stored.endsWith(GAP + written));

/**
 * @param stored the note as it is now
 * @param base the note as it was when the user began to write
 * @param written what the user made of that
 * @returns a note in which nothing is lost: what came to be stored meanwhile comes first, what was written below it
 */
export function joinNotes(stored: string, base: string, written: string): string {
  if (stored === base || written.includes(stored)) return written;
  // Joined before, and written on.
  if (endsWithNote(stored, base)) return (stored.slice(0, -base.length) + written).trim();
  if (stored.startsWith(written) || endsWithNote(stored, written)) return stored;
  return stored + GAP + written;
}
