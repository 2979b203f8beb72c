import { DONE_AT, STARTED_AT } from '../../text/reading-progress.ts';
import type { ArticleRow, View, ViewKey } from '../types.ts';

/** Subtracted from a pinned article's sort key: more than any time of the next thousand years, in milliseconds. */
export const PINNED_FIRST = 1e14;

/** The fields that determine an article's views. */
type Placed = Omit<ArticleRow, 'views'>;

/** The sort key: the second part of an article's view keys. */
export function placeOf(article: Pick<ArticleRow, 'savedAt' | 'pinnedAt'>): number {
  return -article.savedAt - (article.pinnedAt === null ? 0 : PINNED_FIRST);
}

/** The views that contain an article. A deleted article is only in the trash. */
function viewsOf(article: Placed): View[] {
  if (article.deletedAt !== null) return ['trash'];
  const views: View[] = ['all', article.archivedAt === null ? 'inbox' : 'archive'];
  if (article.favourite) views.push('favourites');
  if (article.pinnedAt !== null) views.push('pinned');
  if (article.progress >= DONE_AT) views.push('done');
  else if (article.progress >= STARTED_AT) views.push('started');
  else if (article.archivedAt === null) views.push('unread');
  if (article.publishedAt === null || Number.isNaN(Date.parse(article.publishedAt))) views.push('undated');
  const lacksPages = article.pages !== undefined && article.pages.next !== null;
  if (article.isPreview || lacksPages || article.imagesFailed > 0) views.push('incomplete');
  if (!article.hasText) views.push('links');
  if (article.highlightCount + article.noteCount > 0) views.push('highlighted');
  for (const id of article.listIds) views.push(`list:${id}`);
  for (const tag of article.tags) views.push(`tag:${tag}`);
  for (const key of article.speakerKeys) views.push(`voice:${key}`);
  views.push(`host:${article.host}`);
  return views;
}

/** Derives the index keys. Must be called for every row before it is written. */
export function placeInViews<T extends Placed>(article: T): T & { views: ViewKey[] } {
  const place = placeOf(article);
  const views = viewsOf(article).map((view): ViewKey => [view, place, article.id]);
  return Object.assign(article, { views });
}
