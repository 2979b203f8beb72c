/** Creates, changes, deletes and restores highlights and notes. */

import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { toContent } from '../schema/stored-texts.ts';
import type { HighlightRow } from '../user-types.ts';
import { type Anchor, locateHighlight, makeAnchor } from './anchor-highlight.ts';
import { queryHighlights } from './article-parts.ts';
import { writeArticles } from './article-writes.ts';
import { DEFAULT_COLOUR, type HighlightColour } from './highlight-colours.ts';

/** Maximum number of highlights of one article. Only a malicious page would create more. */
const MAX_HIGHLIGHTS = 2000;

/** Whether two texts differ at most in white space. */
const isSameText = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** The parts of a highlight that the user can change. */
export interface HighlightChange {
  colour?: HighlightColour;
  note?: string;
}

/**
 * Updates the counts of an article, and its search index if a note has changed. Must run inside a transaction that
 * includes the tables of `changeHighlights`.
 */
async function updateDerived(db: LibraryDb, articleId: string, hasChangedNote: boolean): Promise<void> {
  const article = await db.articles.get(articleId);
  if (article === undefined) return;
  await writeArticles(db, async (writes) => {
    await writes.countHighlights(article);
    if (hasChangedNote) await writes.reindex(article);
    await writes.put(article);
  });
}

/**
 * Highlights a range of an article's text.
 *
 * @param range UTF-16 offsets in the article's text
 * @returns the new row, or null if the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was saved then
 */
export function addHighlight(
  articleId: string,
  range: { start: number; end: number },
  { colour = DEFAULT_COLOUR, note = '' }: HighlightChange = {},
  db: LibraryDb = library,
): Promise<HighlightRow | null> {
  return db.write('changeHighlights', async () => {
    const content = toContent(await db.articles.get(articleId), await db.contents.get(articleId));
    if (content === null) return null;
    const now = Date.now();
    const row: HighlightRow = {
      id: crypto.randomUUID(),
      articleId,
      ...makeAnchor(content.text, range.start, range.end),
      note,
      colour,
      createdAt: now,
      updatedAt: now,
    };
    await db.highlights.put(row);
    await updateDerived(db, articleId, note !== '');
    return row;
  });
}

/**
 * Highlights text that was selected in the article's page, whose text may differ from the saved one.
 * - If the saved text does not contain it, the highlight gets no position until a later version contains it.
 * - If it is already highlighted, only the colour changes.
 *
 * @param selection the selected text and its context in the page
 * @param requiresMatch whether to do nothing unless the saved text contains the selection with the same context. Used
 *   if the user can't be asked whether it is still the same article
 * @returns the row, and its former state if it existed (`before`). Null if the article no longer exists or has the
 *   maximum number of highlights, or if a required match is missing
 * @throws LibraryFullError if the disk is full; nothing was saved then
 */
export function addHighlightFromPage(
  articleId: string,
  selection: Anchor,
  { colour = DEFAULT_COLOUR, requiresMatch = false }: HighlightChange & { requiresMatch?: boolean } = {},
  db: LibraryDb = library,
): Promise<{ row: HighlightRow; before: HighlightRow | null } | null> {
  return db.write('changeHighlights', async () => {
    const content = toContent(await db.articles.get(articleId), await db.contents.get(articleId));
    const existing = await queryHighlights(db, articleId).toArray();
    if (content === null || existing.length >= MAX_HIGHLIGHTS) return null;
    const range = locateHighlight(content.text, selection);
    const anchor =
      range === null
        ? { ...selection, start: null, end: null }
        : makeAnchor(content.text, range[0], range[1]);
    const isMatch =
      range !== null &&
      (['prefix', 'text', 'suffix'] as const).every((key) => isSameText(anchor[key], selection[key]));
    if (requiresMatch && !isMatch) return null;
    const now = Date.now();
    const duplicate = existing.find(
      ({ text, start, end, prefix }) =>
        text === anchor.text &&
        start === anchor.start &&
        end === anchor.end &&
        (start !== null || prefix === anchor.prefix),
    );
    const row: HighlightRow =
      duplicate === undefined
        ? { id: crypto.randomUUID(), articleId, ...anchor, note: '', colour, createdAt: now, updatedAt: now }
        : { ...duplicate, colour, updatedAt: now };
    await db.highlights.put(row);
    await updateDerived(db, articleId, false);
    return { row, before: duplicate ?? null };
  });
}

/** Changes the colour or the note. Does nothing if the highlight does not exist. */
export function changeHighlight(id: string, change: HighlightChange, db: LibraryDb = library): Promise<void> {
  return db.write('changeHighlights', async () => {
    const row = await db.highlights.get(id);
    if (row === undefined) return;
    await db.highlights.put({ ...row, ...change, updatedAt: Date.now() });
    await updateDerived(db, row.articleId, change.note !== undefined && change.note !== row.note);
  });
}

/**
 * Deletes a highlight.
 *
 * @returns the row, for `restoreHighlight`; null if it does not exist
 */
export function deleteHighlight(id: string, db: LibraryDb = library): Promise<HighlightRow | null> {
  return db.write('changeHighlights', async () => {
    const row = await db.highlights.get(id);
    if (row === undefined) return null;
    await db.highlights.delete(id);
    await updateDerived(db, row.articleId, row.note !== '');
    return row;
  });
}

/** Restores a deleted highlight. */
export function restoreHighlight(row: HighlightRow, db: LibraryDb = library): Promise<void> {
  return db.write('changeHighlights', async () => {
    await db.highlights.put(row);
    await updateDerived(db, row.articleId, row.note !== '');
  });
}
