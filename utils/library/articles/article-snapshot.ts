/** Snapshots of articles, from which an article is restored after its text was replaced by mistake. */
import { library } from '../db.ts';
import { applyCorrectionRows } from '../people/correction-rows.ts';
import { getCorrections } from '../people/stored-corrections.ts';
import { transferCorrectionsByText } from '../people/transfer-corrections-by-text.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { applyEditsToReread, statedDetails } from './article-details.ts';
import { countImages, queueImages } from './article-images.ts';
import { queryImages, queryVersions, readQuotes } from './article-parts.ts';
import { type ArticleWrites, writeArticles } from './article-writes.ts';
import { type FullArticle, getFullArticle } from './articles.ts';
import { relocateHighlights } from './highlights.ts';

export interface ArticleSnapshot extends FullArticle {
  corrections: CorrectionRow[];
  /** The times when its earlier versions were replaced, in milliseconds since 1970. */
  versions: number[];
}

/** Reads the current state of an article. Null if it does not exist or was deleted. */
export async function takeSnapshot(
  articleId: string,
  db: LibraryDb = library,
): Promise<ArticleSnapshot | null> {
  const fullArticle = await getFullArticle(articleId, db);
  if (fullArticle === null) return null;
  const versions = (await queryVersions(db, articleId).primaryKeys()).map(([, replacedAt]) => replacedAt);
  return { ...fullArticle, corrections: await getCorrections(db, articleId), versions };
}

/** Returns the row of the snapshot, with the current user data and edits. */
function withCurrentUserState(snapshot: ArticleRow, current: ArticleRow): ArticleRow {
  const { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress } = current;
  const { highlightCount, noteCount, searchDoc } = current;
  const userState = { tags, listIds, favourite, archivedAt, openedAt, pinnedAt, finishedAt, progress };
  const { stated: _, ...row } = snapshot;
  const details = applyEditsToReread(statedDetails(snapshot), current, snapshot.savedAt);
  return { ...row, ...details, ...userState, highlightCount, noteCount, searchDoc };
}

/** Restores the quotes of the snapshot, with corrections that the user made after the newer text was saved. */
async function restoreQuotes(
  db: LibraryDb,
  writes: ArticleWrites,
  row: ArticleRow,
  snapshot: ArticleSnapshot,
  { updatedAt }: ArticleRow,
): Promise<void> {
  // Corrections that were transferred by the save have the time of the save.
  const laterCorrections = (await getCorrections(db, row.id)).filter(
    ({ correctedAt }) => correctedAt > updatedAt,
  );
  const transferred = transferCorrectionsByText(
    await readQuotes(db, row.id),
    laterCorrections,
    snapshot.quotes,
  );
  const quotes = applyCorrectionRows(snapshot.quotes, transferred);
  await db.corrections.bulkPut([...snapshot.corrections, ...transferred]);
  await writes.setQuotes(row, quotes);
}

async function restoreImages(
  db: LibraryDb,
  row: ArticleRow,
  snapshot: ArticleSnapshot,
  timestamp: number,
): Promise<void> {
  const snapshotIds = new Set(snapshot.images.map(({ id }) => id));
  const newImageIds = (await queryImages(db, row.id).primaryKeys()).filter((id) => !snapshotIds.has(id));
  await db.jobs.where('articleId').equals(row.id).delete();
  await db.images.bulkDelete(newImageIds);
  await db.images.bulkPut(snapshot.images);
  await queueImages(
    db,
    snapshot.images.filter(({ state }) => state === 'waiting'),
    timestamp,
  );
  countImages(row, snapshot.images);
}

/**
 * Restores the text, images, quotes and earlier versions of a snapshot. User data and highlights are kept, as are later
 * edits of details and corrections of speakers.
 *
 * @returns false if the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function restoreSnapshot(snapshot: ArticleSnapshot, db: LibraryDb = library): Promise<boolean> {
  const { id } = snapshot.article;
  return db.write(db.tables, async () => {
    const current = await db.articles.get(id);
    if (current === undefined || current.deletedAt !== null) return false;
    const row = withCurrentUserState(snapshot.article, current);
    const versionKeys = new Set(snapshot.versions);
    const keys = await queryVersions(db, id).primaryKeys();
    await db.versions.bulkDelete(keys.filter(([, replacedAt]) => !versionKeys.has(replacedAt)));
    await restoreImages(db, row, snapshot, Date.now());
    await writeArticles(db, async (writes) => {
      await writes.setText(row, snapshot.content);
      await restoreQuotes(db, writes, row, snapshot, current);
      await relocateHighlights(db, id, snapshot.content.text);
      await writes.reindex(row);
      await writes.put(row, current.views);
    });
    return true;
  });
}
