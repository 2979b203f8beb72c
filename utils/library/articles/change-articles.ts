/**
 * The user's actions on saved articles. Except for `setProgress`, each takes any number of articles. Each uses one
 * transaction.
 */
import { READ_THRESHOLD } from '../../text/reading-progress.ts';
import { library } from '../db.ts';
import { findOrCreateTags, tagKey } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type ArticleUndo, editArticles, editRows } from './edit-articles.ts';

/** Moves articles to the archive or back to the inbox. */
export function setArchived(
  ids: readonly string[],
  archived: boolean,
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  const now = Date.now();
  return editArticles(db, ids, (article) => {
    article.archivedAt = archived ? (article.archivedAt ?? now) : null;
  });
}

export function setFavourite(
  ids: readonly string[],
  favourite: boolean,
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  return editArticles(db, ids, (article) => {
    article.favourite = favourite;
  });
}

/** Pins articles to the top of all their lists, or unpins them. */
export function setPinned(
  ids: readonly string[],
  pinned: boolean,
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  const now = Date.now();
  return editArticles(db, ids, (article) => {
    article.pinnedAt = pinned ? (article.pinnedAt ?? now) : null;
  });
}

/** Marks articles as finished, or as unread. */
export function setDone(
  ids: readonly string[],
  done: boolean,
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  const now = Date.now();
  return editArticles(db, ids, (article) => {
    article.progress = done ? 1 : 0;
    article.finishedAt = done ? (article.finishedAt ?? now) : null;
  });
}

/**
 * Sets the reading progress of an article.
 *
 * @param progress how far the user has read, 0–1
 * @param reportedAt when that was, in milliseconds since 1970; defaults to now. Ignored if the article was read
 *   or finished after that, unless the clock was set back
 */
export async function setProgress(
  id: string,
  progress: number,
  db: LibraryDb = library,
  reportedAt?: number,
): Promise<void> {
  const now = Date.now();
  const readAt = reportedAt ?? now;
  const isMoreRecent = (time: number | null): boolean =>
    reportedAt !== undefined && time !== null && time > reportedAt && time <= now;
  await editArticles(db, [id], (article) => {
    if (isMoreRecent(article.openedAt) || isMoreRecent(article.finishedAt)) return;
    article.progress = Math.min(1, Math.max(0, Number.isFinite(progress) ? progress : 0));
    article.openedAt = readAt;
    if (article.progress >= READ_THRESHOLD) article.finishedAt ??= readAt;
  });
}

/** Adds and removes tags. An existing tag keeps its spelling; empty names are ignored. */
export async function changeTags(
  ids: readonly string[],
  tags: { tagsToAdd?: readonly string[]; keysToRemove?: readonly string[] },
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  const keysToRemove = new Set((tags.keysToRemove ?? []).map(tagKey));
  const now = Date.now();
  return db.write([db.articles, db.counts, db.tags], async () => {
    const tagsToAdd = await findOrCreateTags(db, tags.tagsToAdd ?? [], now);
    return editRows(db, ids, (article) => {
      article.tags = [
        ...new Set([...article.tags.filter((tag) => !keysToRemove.has(tagKey(tag))), ...tagsToAdd]),
      ];
    });
  });
}

/** Adds articles to a list, or removes them from it. */
export function setInList(
  ids: readonly string[],
  listId: string,
  isIn: boolean,
  db: LibraryDb = library,
): Promise<ArticleUndo> {
  return editArticles(db, ids, (article) => {
    const others = article.listIds.filter((id) => id !== listId);
    article.listIds = isIn ? [...others, listId] : others;
  });
}
