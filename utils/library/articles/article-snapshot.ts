/** The state of an article before a newer text replaced it, to restore it completely. */
import { library } from '../db.ts';
import { applyCorrectionRows } from '../people/correction-rows.ts';
import { getCorrections } from '../people/stored-corrections.ts';
import { transferCorrectionsByText } from '../people/transfer-corrections-by-text.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { readAgain, statedDetails } from './article-details.ts';
import { countImages, queueImages } from './article-images.ts';
import { imagesOf, quotesOf, versionsOf } from './article-parts.ts';
import { type ArticleWrites, writeArticles } from './article-writes.ts';
import { getWholeArticle, type WholeArticle } from './articles.ts';
import { relocateHighlights } from './highlights.ts';

export interface FormerArticle extends WholeArticle {
  corrections: CorrectionRow[];
  /** When each of its earlier versions was replaced. */
  versions: number[];
}

/** @returns null if the article does not exist, or was deleted */
export async function readFormer(articleId: string, db: LibraryDb = library): Promise<FormerArticle | null> {
  const whole = await getWholeArticle(articleId, db);
  if (whole === null) return null;
  const versions = (await versionsOf(db, articleId).primaryKeys()).map(([, replacedAt]) => replacedAt);
  return { ...whole, corrections: await getCorrections(db, articleId), versions };
}

/** The former row with user data and edits that were added since. */
function withMarks(former: ArticleRow, now: ArticleRow): ArticleRow {
  const { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress } = now;
  const { highlightCount, noteCount, searchDoc } = now;
  const marks = { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress };
  const { stated: _, ...row } = former;
  const details = readAgain(statedDetails(former), now, former.savedAt);
  return { ...row, ...details, ...marks, highlightCount, noteCount, searchDoc };
}

/** Restores the former quotes, with the user's corrections since the newer text was saved. */
async function putFormerQuotes(
  db: LibraryDb,
  writes: ArticleWrites,
  row: ArticleRow,
  former: FormerArticle,
  { updatedAt }: ArticleRow,
): Promise<void> {
  // Corrections that the save itself carried over have the time of the save.
  const since = (await getCorrections(db, row.id)).filter(({ correctedAt }) => correctedAt > updatedAt);
  const carried = transferCorrectionsByText(await quotesOf(db, row.id), since, former.quotes);
  const quotes = applyCorrectionRows(former.quotes, carried);
  await db.corrections.bulkPut([...former.corrections, ...carried]);
  await writes.setQuotes(row, quotes);
}

async function putImages(db: LibraryDb, row: ArticleRow, former: FormerArticle, now: number): Promise<void> {
  const kept = new Set(former.images.map(({ id }) => id));
  const came = (await imagesOf(db, row.id).primaryKeys()).filter((id) => !kept.has(id));
  await db.jobs.where('articleId').equals(row.id).delete();
  await db.images.bulkDelete(came);
  await db.images.bulkPut(former.images);
  await queueImages(
    db,
    former.images.filter(({ state }) => state === 'waiting'),
    now,
  );
  countImages(row, former.images);
}

/**
 * Restores an article's former state, with its text, pictures, quotes and earlier versions. Its user data and
 * highlights stay, as do later edits of its details and corrections of speakers.
 *
 * @returns false if it no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function restoreFormer(former: FormerArticle, db: LibraryDb = library): Promise<boolean> {
  const { id } = former.article;
  return db.write(db.tables, async () => {
    const now = await db.articles.get(id);
    if (now === undefined || now.deletedAt !== null) return false;
    const row = withMarks(former.article, now);
    const before = new Set(former.versions);
    const keys = await versionsOf(db, id).primaryKeys();
    await db.versions.bulkDelete(keys.filter(([, replacedAt]) => !before.has(replacedAt)));
    await putImages(db, row, former, Date.now());
    await writeArticles(db, async (writes) => {
      await writes.setText(row, former.content);
      await putFormerQuotes(db, writes, row, former, now);
      await relocateHighlights(db, id, former.content.text);
      await writes.reindex(row);
      await writes.put(row, now.views);
    });
    return true;
  });
}
