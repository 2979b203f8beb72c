/** An article as it was before a newer text took its place, to be put back as a whole. */
import { library } from '../db.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { correctionsOf } from '../people/correct-speaker.ts';
import { putQuotes } from '../people/write-quotes.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packContent } from '../schema/stored-texts.ts';
import { indexArticle, readSearchable, unindexDoc } from '../search/search-index.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { countImages, queueImages } from './article-images.ts';
import { imagesOf, versionsOf } from './article-parts.ts';
import { getWholeArticle, type WholeArticle } from './articles.ts';
import { anchorAnew } from './highlights.ts';

export interface FormerArticle extends WholeArticle {
  corrections: CorrectionRow[];
  /** When each of its former texts was replaced. */
  versions: number[];
}

/** @returns null where there is no such article, or it was deleted */
export async function readFormer(articleId: string, db: LibraryDb = library): Promise<FormerArticle | null> {
  const whole = await getWholeArticle(articleId, db);
  if (whole === null) return null;
  const versions = (await versionsOf(db, articleId).primaryKeys()).map(([, replacedAt]) => replacedAt);
  return { ...whole, corrections: await correctionsOf(db, articleId), versions };
}

/** What the user may have done with the article since stays as it is. */
function withMarks(former: ArticleRow, now: ArticleRow): ArticleRow {
  const { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress } = now;
  const { highlightCount, noteCount, searchDoc } = now;
  const marks = { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress };
  return { ...former, ...marks, highlightCount, noteCount, searchDoc };
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
 * Puts an article back as it was, with its text, pictures, quotes and former texts; its marks and highlights stay.
 *
 * @returns false where it is gone
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export async function putBackFormer(former: FormerArticle, db: LibraryDb = library): Promise<boolean> {
  const { id } = former.article;
  try {
    return await db.transaction('rw', db.tables, async () => {
      const now = await db.articles.get(id);
      if (now === undefined || now.deletedAt !== null) return false;
      const row = withMarks(former.article, now);
      await putImages(db, row, former, Date.now());
      await db.contents.put(packContent(former.content));
      const before = new Set(former.versions);
      const keys = await versionsOf(db, id).primaryKeys();
      await db.versions.bulkDelete(keys.filter(([, replacedAt]) => !before.has(replacedAt)));
      await putQuotes(db, row, former.quotes);
      await db.corrections.bulkPut(former.corrections);
      await anchorAnew(db, id, former.content.text);
      await unindexDoc(db, now.searchDoc);
      row.searchDoc = await indexArticle(db, id, await readSearchable(db, row));
      const tally = new ViewTally();
      await db.articles.put(tally.place(row, now.views));
      await tally.write(db);
      return true;
    });
  } catch (error) {
    throw explainFailure(error);
  }
}
