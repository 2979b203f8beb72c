/** What the reader does to saved articles. Every function takes any number of them, in one transaction. */
import { imagesOf, inView, quotesOf, versionsOf } from './article-parts.ts';
import { type LibraryDb, library } from './db.ts';
import { explainFailure } from './errors.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from './search-index.ts';
import type { ArticleRow } from './types.ts';
import { ViewTally } from './view-tally.ts';

/** How long a deletion can be taken back, in milliseconds. Afterwards the article is really gone. */
export const UNDO_WINDOW = 10 * 60_000;

/** Articles purged in one transaction, so that nobody waits long. */
const PURGE_BATCH = 50;

/** Edits rows in place; ids that are gone are passed over. */
async function edit(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<ArticleRow[]> {
  try {
    return await db.transaction('rw', db.articles, db.counts, async () => {
      const tally = new ViewTally();
      const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);
      for (const row of rows) {
        change(row);
        tally.place(row);
      }
      await db.articles.bulkPut(rows);
      await tally.write(db);
      return rows;
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/** Moves articles to the archive, or back to the inbox. */
export async function setArchived(
  ids: readonly string[],
  archived: boolean,
  db: LibraryDb = library,
): Promise<void> {
  const now = Date.now();
  await edit(db, ids, (article) => {
    article.archivedAt = archived ? (article.archivedAt ?? now) : null;
  });
}

export async function setFavourite(
  ids: readonly string[],
  favourite: boolean,
  db: LibraryDb = library,
): Promise<void> {
  await edit(db, ids, (article) => {
    article.favourite = favourite;
  });
}

/** @param progress how far the reader got, 0–1 */
export async function setProgress(id: string, progress: number, db: LibraryDb = library): Promise<void> {
  const now = Date.now();
  await edit(db, [id], (article) => {
    article.progress = Math.min(1, Math.max(0, Number.isFinite(progress) ? progress : 0));
    article.openedAt = now;
  });
}

/** Adds and removes tags. A tag is kept as it was typed, trimmed; an empty one is passed over. */
export async function changeTags(
  ids: readonly string[],
  tags: { add?: readonly string[]; remove?: readonly string[] },
  db: LibraryDb = library,
): Promise<void> {
  const remove = new Set(tags.remove ?? []);
  const add = (tags.add ?? []).map((tag) => tag.trim()).filter((tag) => tag !== '');
  await edit(db, ids, (article) => {
    article.tags = [...new Set([...article.tags.filter((tag) => !remove.has(tag)), ...add])];
  });
}

/** Puts articles into a list, or takes them out. */
export async function setInList(
  ids: readonly string[],
  listId: string,
  isIn: boolean,
  db: LibraryDb = library,
): Promise<void> {
  await edit(db, ids, (article) => {
    const others = article.listIds.filter((id) => id !== listId);
    article.listIds = isIn ? [...others, listId] : others;
  });
}

/** Deletes articles: out of every view and the search at once, really gone after `UNDO_WINDOW`. */
export async function deleteArticles(ids: readonly string[], db: LibraryDb = library): Promise<void> {
  const now = Date.now();
  await db.transaction('rw', db.articles, db.counts, ...searchTables(db), async () => {
    const rows = (await db.articles.bulkGet([...ids])).filter((row) => row?.deletedAt === null);
    for (const row of rows) if (row !== undefined) await unindexDoc(db, row.searchDoc);
    await edit(
      db,
      rows.map((row) => row?.id ?? ''),
      (article) => {
        article.deletedAt = now;
      },
    );
  });
}

/**
 * Takes a deletion back.
 *
 * @returns how many could be; those purged meanwhile are gone
 */
export async function restoreArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  const tables = [db.articles, db.contents, db.counts, db.quotes, ...searchTables(db)];
  return db.transaction('rw', tables, async () => {
    const tally = new ViewTally();
    const rows = (await db.articles.bulkGet([...ids])).filter(
      (row) => row !== undefined && row.deletedAt !== null,
    );
    for (const row of rows) {
      if (row === undefined) continue;
      row.searchDoc = await indexArticle(db, row.id, await readSearchable(db, row));
      row.deletedAt = null;
      await db.articles.put(tally.place(row));
    }
    await tally.write(db);
    return rows.length;
  });
}

/** Removes everything of some articles, inside the caller's transaction. */
async function removeWhole(db: LibraryDb, articles: readonly (ArticleRow | undefined)[]): Promise<void> {
  const tally = new ViewTally();
  const ids: string[] = [];
  for (const article of articles) {
    if (article === undefined) continue;
    const { id } = article;
    ids.push(id);
    tally.remove(article);
    await quotesOf(db, id).delete();
    await imagesOf(db, id).delete();
    await versionsOf(db, id).delete();
  }
  await db.jobs.where('articleId').anyOf(ids).delete();
  await db.contents.bulkDelete(ids);
  await db.articles.bulkDelete(ids);
  await tally.write(db);
}

/**
 * Removes for good what was deleted before a moment. For the background, on start-up and now and then.
 *
 * @param before milliseconds since 1970; the end of the undo window by default
 * @returns how many articles went
 */
export async function purgeDeleted(
  before = Date.now() - UNDO_WINDOW,
  db: LibraryDb = library,
): Promise<number> {
  const trash = await inView(db, 'trash').toArray();
  const due = trash.filter((row) => row.deletedAt !== null && row.deletedAt < before).map((row) => row.id);
  let purged = 0;
  for (let from = 0; from < due.length; from += PURGE_BATCH) {
    const tables = [db.articles, db.contents, db.counts, db.quotes, db.images, db.versions, db.jobs];
    purged += await db.transaction('rw', tables, async () => {
      // Restored since: no longer ours to remove.
      const rows = await db.articles.bulkGet(due.slice(from, from + PURGE_BATCH));
      const going = rows.filter(
        (row) => row !== undefined && row.deletedAt !== null && row.deletedAt < before,
      );
      await removeWhole(db, going);
      return going.length;
    });
  }
  return purged;
}
