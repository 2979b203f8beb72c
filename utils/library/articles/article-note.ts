/** The note on an article as a whole: a highlight that has no words of the text. */
import { library } from '../db.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { HighlightRow } from '../user-types.ts';
import { highlightsOf } from './article-parts.ts';
import { addHighlight, changeHighlight, deleteHighlight } from './change-highlights.ts';
import { endsWithNote, joinNotes } from './join-notes.ts';

async function findNote(db: LibraryDb, articleId: string): Promise<HighlightRow | undefined> {
  return (await highlightsOf(db, articleId).toArray()).find(({ text }) => text === '');
}

/** @returns `''` where there is none */
export async function getArticleNote(articleId: string, db: LibraryDb = library): Promise<string> {
  return (await findNote(db, articleId))?.note ?? '';
}

/** Writes it in the place of the one before; an empty one takes it away. */
export async function setArticleNote(
  articleId: string,
  note: string,
  db: LibraryDb = library,
): Promise<void> {
  const known = await findNote(db, articleId);
  if (note === '') {
    if (known !== undefined) await deleteHighlight(known.id, db);
  } else if (known === undefined) await addHighlight(articleId, { start: 0, end: 0 }, { note }, db);
  else await changeHighlight(known.id, { note }, db);
}

/**
 * Writes what was written some time ago, or while the note may have been changed elsewhere: what came to stand there
 * meanwhile is kept.
 *
 * @param base the note as it was when the user began to write
 * @returns false where the article is gone
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export function mergeArticleNote(
  articleId: string,
  note: string,
  base: string,
  db: LibraryDb = library,
): Promise<boolean> {
  return merge(articleId, note, base, () => true, db);
}

/**
 * Takes back what was written.
 *
 * @param former the note as it was before
 * @returns false where it has been changed since, or the article is gone
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export function takeBackArticleNote(
  articleId: string,
  note: string,
  former: string,
  db: LibraryDb = library,
): Promise<boolean> {
  return merge(articleId, former, note, (stored) => endsWithNote(stored, note), db);
}

async function merge(
  articleId: string,
  note: string,
  base: string,
  mayBe: (stored: string) => boolean,
  db: LibraryDb,
): Promise<boolean> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      if ((await db.articles.get(articleId)) === undefined) return false;
      const stored = await getArticleNote(articleId, db);
      if (!mayBe(stored)) return false;
      const joined = joinNotes(stored, base, note);
      if (joined !== stored) await setArticleNote(articleId, joined, db);
      return true;
    });
  } catch (error) {
    throw explainFailure(error);
  }
}
