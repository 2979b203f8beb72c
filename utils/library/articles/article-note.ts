/** Reads and writes the note on a whole article, which is stored as a highlight without text. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { HighlightRow } from '../user-types.ts';
import { queryHighlights } from './article-parts.ts';
import { addHighlight, changeHighlight, deleteHighlight } from './change-highlights.ts';

async function findNote(db: LibraryDb, articleId: string): Promise<HighlightRow | undefined> {
  return (await queryHighlights(db, articleId).toArray()).find(({ text }) => text === '');
}

/** Returns the note; `''` if there is none. */
export async function getArticleNote(articleId: string, db: LibraryDb = library): Promise<string> {
  return (await findNote(db, articleId))?.note ?? '';
}

/** Replaces the note; an empty text deletes it. */
export async function setArticleNote(
  articleId: string,
  note: string,
  db: LibraryDb = library,
): Promise<void> {
  const existing = await findNote(db, articleId);
  if (note === '') {
    if (existing !== undefined) await deleteHighlight(existing.id, db);
  } else if (existing === undefined) await addHighlight(articleId, { start: 0, end: 0 }, { note }, db);
  else await changeHighlight(existing.id, { note }, db);
}

/**
 * Saves a note that may have been changed elsewhere while the user was writing it. Text that was added elsewhere is
 * kept.
 *
 * @param base the note when the user began to write
 * @returns false if the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function mergeArticleNote(
  articleId: string,
  note: string,
  base: string,
  db: LibraryDb = library,
): Promise<boolean> {
  return mergeIfAllowed(articleId, note, base, () => true, db);
}

/**
 * Undoes a change of the note.
 *
 * @param note the note as it was written
 * @param previous the note before the change
 * @returns false if the note was changed since, or the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function undoArticleNote(
  articleId: string,
  note: string,
  previous: string,
  db: LibraryDb = library,
): Promise<boolean> {
  return mergeIfAllowed(articleId, previous, note, (stored) => endsWithNote(stored, note), db);
}

async function mergeIfAllowed(
  articleId: string,
  note: string,
  base: string,
  mayMerge: (stored: string) => boolean,
  db: LibraryDb,
): Promise<boolean> {
  return db.write('changeHighlights', async () => {
    if ((await db.articles.get(articleId)) === undefined) return false;
    const stored = await getArticleNote(articleId, db);
    if (!mayMerge(stored)) return false;
    const merged = mergeNotes(stored, base, note);
    if (merged !== stored) await setArticleNote(articleId, merged, db);
    return true;
  });
}

/** Separates the two parts of a merged note. */
const PART_SEPARATOR = '\n\n';

/** Whether a stored note equals the given text, or ends with it as a separate part, as after `mergeNotes`. */
export const endsWithNote = (stored: string, written: string): boolean =>
  stored === written || (written !== '' && stored.endsWith(PART_SEPARATOR + written));

/**
 * A three-way merge of notes.
 *
 * @param stored the current note
 * @param base the note when the user began to write
 * @param written the note as written by the user
 * @returns a note that contains everything, with the stored text first and the written text below it
 */
export function mergeNotes(stored: string, base: string, written: string): string {
  if (stored === base || written.includes(stored)) return written;
  // It was merged before, and the user has edited their part since.
  if (endsWithNote(stored, base)) return (stored.slice(0, -base.length) + written).trim();
  if (stored.startsWith(written) || endsWithNote(stored, written)) return stored;
  return stored + PART_SEPARATOR + written;
}
