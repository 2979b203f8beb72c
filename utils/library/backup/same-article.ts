/** An article that comes with a backup, and the same one in the library. */
import { union } from '../articles/article-rows.ts';
import type { ArticleRow } from '../types.ts';

/** What is there and what comes are one article: what the user made of either stays. */
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

/** The backup has the text and the library has not, or has deleted it. */
export function isWorthMore(comes: ArticleRow, here: ArticleRow): boolean {
  if (comes.deletedAt !== null) return false;
  return here.deletedAt !== null || (comes.hasText && !here.hasText);
}

/** The user finds one more in the library: deleted ones stay in the trash, and are none. */
export function isNew(comes: ArticleRow, here: ArticleRow | undefined): boolean {
  return comes.deletedAt === null && (here === undefined || here.deletedAt !== null);
}
