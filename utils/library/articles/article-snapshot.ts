/**
 * Snapshots of articles, from which “Undo” restores them after a save replaced their text. They are stored by the
 * transaction that replaces it, so that it restores exactly that text.
 */
import Dexie, { type Collection } from 'dexie';
import { library } from '../db.ts';
import { applyCorrectionRows } from '../people/correction-rows.ts';
import { getCorrections } from '../people/stored-corrections.ts';
import { transferCorrectionsByText } from '../people/transfer-corrections-by-text.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ContentRow, SnapshotRow } from '../types.ts';
import { applyEditsToReread, statedDetails } from './article-details.ts';
import { countImages, queueImages } from './article-images.ts';
import { queryImages, queryVersions, readQuotes } from './article-parts.ts';
import { type ArticleWrites, writeArticles } from './article-writes.ts';
import { UNDO_WINDOW_MS } from './delete-articles.ts';
import { relocateHighlights } from './highlights.ts';

/** Maximum number of saves that can be undone. Snapshots may contain many images. */
const MAX_SAVES = 4;

function querySnapshots(db: LibraryDb, token: string): Collection<SnapshotRow, [string, string]> {
  return db.snapshots
    .where('[token+articleId]')
    .between([token, Dexie.minKey], [token, Dexie.maxKey], true, true);
}

/** Returns the tokens of all saves, newest first, with the time when the last of their snapshots expires. */
async function listSaves(db: LibraryDb): Promise<{ token: string; expiresAt: number }[]> {
  const lastExpiry = new Map<string, number>();
  // Reads the index only, because the rows are large. Its keys are in ascending order.
  const keys = (await db.snapshots.orderBy('[token+expiresAt]').keys()) as unknown as [string, number][];
  for (const [token, expiresAt] of keys) lastExpiry.set(token, expiresAt);
  return [...lastExpiry]
    .map(([token, expiresAt]) => ({ token, expiresAt }))
    .sort((a, b) => b.expiresAt - a.expiresAt);
}

async function deleteSaves(db: LibraryDb, saves: readonly { token: string }[]): Promise<void> {
  for (const { token } of saves) await querySnapshots(db, token).delete();
}

/** Deletes the snapshots of saves that can no longer be undone. */
export async function deleteExpiredSnapshots(db: LibraryDb = library): Promise<void> {
  const now = Date.now();
  await db.transaction('rw', db.snapshots, async () =>
    deleteSaves(
      db,
      (await listSaves(db)).filter(({ expiresAt }) => expiresAt <= now),
    ),
  );
}

/**
 * Stores the current state of an article, whose text is about to be replaced. Must run inside the transaction that
 * replaces it, before anything is changed. Needs the tables `snapshots`, `quoteSets`, `images`, `corrections` and
 * `versions`.
 *
 * @param token identifies the save. If it replaces the text of an article twice, the first state is kept
 * @param now Unix timestamp in ms
 */
export async function storeSnapshot(
  db: LibraryDb,
  token: string,
  article: ArticleRow,
  content: ContentRow,
  now: number,
): Promise<void> {
  const { id: articleId } = article;
  const otherSaves = (await listSaves(db)).filter((save) => save.token !== token);
  await deleteSaves(
    db,
    otherSaves.filter(({ expiresAt }, i) => expiresAt <= now || i >= MAX_SAVES - 1),
  );
  if ((await db.snapshots.where('[token+articleId]').equals([token, articleId]).count()) > 0) return;
  await db.snapshots.add({
    token,
    articleId,
    expiresAt: now + UNDO_WINDOW_MS,
    article,
    content,
    quotes: await readQuotes(db, articleId),
    images: await queryImages(db, articleId).toArray(),
    corrections: await getCorrections(db, articleId),
    versions: (await queryVersions(db, articleId).primaryKeys()).map(([, replacedAt]) => replacedAt),
  });
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
  snapshot: SnapshotRow,
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
  snapshot: SnapshotRow,
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
 * edits of details and corrections of speakers. Must run inside the caller's transaction, which includes the tables
 * of `undoReplacement`.
 *
 * @returns false if the article no longer exists
 */
async function restoreSnapshot(db: LibraryDb, snapshot: SnapshotRow): Promise<boolean> {
  const { articleId: id } = snapshot;
  const current = await db.articles.get(id);
  if (current === undefined || current.deletedAt !== null) return false;
  const row = withCurrentUserState(snapshot.article, current);
  const versionKeys = new Set(snapshot.versions);
  const keys = await queryVersions(db, id).primaryKeys();
  const newKeys = keys.filter(([, replacedAt]) => !versionKeys.has(replacedAt));
  await db.versions.bulkDelete(newKeys);
  row.versionCount = keys.length - newKeys.length;
  await restoreImages(db, row, snapshot, Date.now());
  await writeArticles(db, async (writes) => {
    await writes.setText(row, snapshot.content);
    await restoreQuotes(db, writes, row, snapshot, current);
    await relocateHighlights(db, id, snapshot.content.text);
    await writes.reindex(row);
    await writes.put(row, current.views);
  });
  return true;
}

/**
 * Restores all texts that a save replaced, in one transaction. A save can be undone once.
 *
 * @param token the token that was passed to the save
 * @returns false if it has expired, or an article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function undoReplacement(token: string, db: LibraryDb = library): Promise<boolean> {
  return db.write('undoReplacement', async () => {
    const snapshots = await querySnapshots(db, token).toArray();
    await querySnapshots(db, token).delete();
    if (!snapshots.some(({ expiresAt }) => expiresAt > Date.now())) return false;
    let isRestored = true;
    for (const snapshot of snapshots) isRestored = (await restoreSnapshot(db, snapshot)) && isRestored;
    return isRestored;
  });
}
