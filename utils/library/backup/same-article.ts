/** Merges an article of a backup with the same one in the library. */
import { union } from '../articles/article-rows.ts';
import type { ArticleRow } from '../types.ts';

/** Merges the user data of both. */
export function joinMarks(here: ArticleRow, comes: ArticleRow): ArticleRow {
  return {
    ...here,
    addresses: union(here.addresses, comes.addresses),
    tags: union(here.tags, comes.tags),
    listIds: union(here.listIds, comes.listIds),
    favourite: here.favourite || comes.favourite,
    progress: Math.max(here.progress, comes.progress),
    savedAt: Math.min(here.savedAt, comes.savedAt),
  };
}

/** Whether the backup has the text and the library does not, or has deleted the article. */
export function isWorthMore(comes: ArticleRow, here: ArticleRow): boolean {
  if (comes.deletedAt !== null) return false;
  return here.deletedAt !== null || (comes.hasText && !here.hasText);
}

/** Whether the article is new to the user. Deleted articles go to the trash, and don't count. */
export function isNew(comes: ArticleRow, here: ArticleRow | undefined): boolean {
  return comes.deletedAt === null && (here === undefined || here.deletedAt !== null);
}
