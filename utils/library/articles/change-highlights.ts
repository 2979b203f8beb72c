/** The user's highlights and notes: made, changed, taken away and brought back. */

import { library } from '../db.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from '../search/search-index.ts';
import type { HighlightRow } from '../user-types.ts';
import { type Anchor, locateHighlight, makeAnchor } from './anchor-highlight.ts';
import { highlightsOf } from './article-parts.ts';
import { DEFAULT_COLOUR, type HighlightColour } from './highlight-colours.ts';

/** Highlights of one article: more are no reading, but a page that makes them. */
const MOST = 2000;

/** Whether two pieces of text differ in nothing but blanks. */
const isSame = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** What a highlight says, apart from its words. */
export interface HighlightChange {
  colour?: HighlightColour;
  note?: string;
}

/** Counts anew, and puts changed notes into the search index. Inside a transaction that holds what it needs. */
async function settle(db: LibraryDb, articleId: string, notesChanged: boolean): Promise<void> {
  const article = await db.articles.get(articleId);
  if (article === undefined) return;
  const rows = await highlightsOf(db, articleId).toArray();
  article.highlightCount = rows.filter((row) => row.text !== '').length;
  article.noteCount = rows.filter((row) => row.note !== '').length;
  if (notesChanged && article.deletedAt === null) {
    await unindexDoc(db, article.searchDoc);
    article.searchDoc = await indexArticle(db, articleId, await readSearchable(db, article));
  }
  const tally = new ViewTally();
  await db.articles.put(tally.place(article));
  await tally.write(db);
}

async function change<T>(db: LibraryDb, work: () => Promise<T>): Promise<T> {
  const { articles, contents, counts, quoteSets, highlights } = db;
  try {
    return await db.transaction(
      'rw',
      [articles, contents, counts, quoteSets, highlights, ...searchTables(db)],
      work,
    );
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Highlights words of an article's text.
 *
 * @param place offsets (UTF-16) into the article's text
 * @returns the new row, or null where the article is gone
 * @throws LibraryFullError when the disk is full; nothing was kept then
 */
export function addHighlight(
  articleId: string,
  place: { start: number; end: number },
  { colour = DEFAULT_COLOUR, note = '' }: HighlightChange = {},
  db: LibraryDb = library,
): Promise<HighlightRow | null> {
  return change(db, async () => {
    const content = await db.contents.get(articleId);
    if (content === undefined) return null;
    const now = Date.now();
    const row: HighlightRow = {
      id: crypto.randomUUID(),
      articleId,
      ...makeAnchor(content.text, place.start, place.end),
      note,
      colour,
      createdAt: now,
      updatedAt: now,
    };
    await db.highlights.put(row);
    await settle(db, articleId, note !== '');
    return row;
  });
}

/**
 * Highlights words that were selected in the article's page, whose text need not be the saved one: without a place in
 * that, the highlight waits for the version that has its words. The same words once more get the new colour.
 *
 * @param isSurelyThere only where the saved text has these words between the same others: nobody is there to say
 *   whether it is another story by now
 * @returns the row, and how it was before where these words were highlighted already (else null); null where the article is gone, or
 *   has more highlights than anybody makes, or the words are not surely there
 * @throws LibraryFullError when the disk is full; nothing was kept then
 */
export function addFromPage(
  articleId: string,
  words: Anchor,
  { colour = DEFAULT_COLOUR, isSurelyThere = false }: HighlightChange & { isSurelyThere?: boolean } = {},
  db: LibraryDb = library,
): Promise<{ row: HighlightRow; before: HighlightRow | null } | null> {
  return change(db, async () => {
    const content = await db.contents.get(articleId);
    const known = await highlightsOf(db, articleId).toArray();
    if (content === undefined || known.length >= MOST) return null;
    const place = locateHighlight(content.text, words);
    const anchor =
      place === null ? { ...words, start: null, end: null } : makeAnchor(content.text, place[0], place[1]);
    const isThere =
      place !== null &&
      (['prefix', 'text', 'suffix'] as const).every((key) => isSame(anchor[key], words[key]));
    if (isSurelyThere && !isThere) return null;
    const now = Date.now();
    const same = known.find(
      ({ text, start, end, prefix }) =>
        text === anchor.text &&
        start === anchor.start &&
        end === anchor.end &&
        (start !== null || prefix === anchor.prefix),
    );
    const row: HighlightRow =
      same === undefined
        ? { id: crypto.randomUUID(), articleId, ...anchor, note: '', colour, createdAt: now, updatedAt: now }
        : { ...same, colour, updatedAt: now };
    await db.highlights.put(row);
    await settle(db, articleId, false);
    return { row, before: same ?? null };
  });
}

/** Changes colour or note. A highlight that is gone is passed over. */
export function changeHighlight(id: string, asked: HighlightChange, db: LibraryDb = library): Promise<void> {
  return change(db, async () => {
    const row = await db.highlights.get(id);
    if (row === undefined) return;
    await db.highlights.put({ ...row, ...asked, updatedAt: Date.now() });
    await settle(db, row.articleId, asked.note !== undefined && asked.note !== row.note);
  });
}

/** @returns the row, to be brought back with `restoreHighlight`; null where there is none */
export function deleteHighlight(id: string, db: LibraryDb = library): Promise<HighlightRow | null> {
  return change(db, async () => {
    const row = await db.highlights.get(id);
    if (row === undefined) return null;
    await db.highlights.delete(id);
    await settle(db, row.articleId, row.note !== '');
    return row;
  });
}

/** Brings a deleted highlight back as it was. */
export function restoreHighlight(row: HighlightRow, db: LibraryDb = library): Promise<void> {
  return change(db, async () => {
    await db.highlights.put(row);
    await settle(db, row.articleId, row.note !== '');
  });
}
