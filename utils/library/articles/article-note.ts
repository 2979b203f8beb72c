/** The note on a whole article: a highlight without text. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { HighlightRow } from '../user-types.ts';
import { highlightsOf } from './article-parts.ts';
import { addHighlight, changeHighlight, deleteHighlight } from './change-highlights.ts';

async function findNote(db: LibraryDb, articleId: string): Promise<HighlightRow | undefined> {
  return (await highlightsOf(db, articleId).toArray()).find(({ text }) => text === '');
}

/** @returns `''` if there is none */
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
 * Saves a note that was written some time ago, or while it may have been changed elsewhere. Text that was added
 * meanwhile is kept.
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
 * @param previous the note before the change
 * @returns false if it was changed since, or the article no longer exists
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
  return db.write(db.tables, async () => {
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

/** Whether a note ends with the given text, as `mergeNotes` leaves it. */
export const endsWithNote = (stored: string, written: string): boolean =>
  stored === written || (written !== '' && stored.endsWith(PART_SEPARATOR + written));

/**
 * A three-way merge.
 *
 * @param stored the current note
 * @param base the note when the user began to write
 * @param written the note as the user wrote it
 * @returns a note that contains everything: the stored text first, the written text below it
 */
export function mergeNotes(stored: string, base: string, written: string): string {
  if (stored === base || written.includes(stored)) return written;
  // Merged before, and edited since.
  if (endsWithNote(stored, base)) return (stored.slice(0, -base.length) + written).trim();
  if (stored.startsWith(written) || endsWithNote(stored, written)) return stored;
  return stored + PART_SEPARATOR + written;
}
