/** Merges a note that was edited in two windows at once, such as in the popup and in the reader. Pure. */

/** Separates the two parts of a merged note. */
const GAP = '\n\n';

/** Whether a note ends with the given text, as `joinNotes` leaves it. */
export const endsWithNote = (stored: string, written: string): boolean =>
  stored === written || (written !== '' && stored.endsWith(GAP + written));

/**
 * A three-way merge.
 *
 * @param stored the current note
 * @param base the note when the user began to write
 * @param written the note as the user wrote it
 * @returns a note that contains everything: the stored text first, the written text below it
 */
export function joinNotes(stored: string, base: string, written: string): string {
  if (stored === base || written.includes(stored)) return written;
  // Merged before, and edited since.
  if (endsWithNote(stored, base)) return (stored.slice(0, -base.length) + written).trim();
  if (stored.startsWith(written) || endsWithNote(stored, written)) return stored;
  return stored + GAP + written;
}
