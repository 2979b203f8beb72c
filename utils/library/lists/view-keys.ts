import { DONE_AT, STARTED_AT } from '../../text/reading-progress.ts';
import type { ArticleRow, View, ViewKey } from '../types.ts';

/** Taken off a pinned article's place: more than any time of the next thousand years, in milliseconds. */
export const PINNED_FIRST = 1e14;

/** What decides which views an article is in. */
type Placed = Omit<ArticleRow, 'views'>;

/** Second part of an article's view keys. */
export function placeOf(article: Pick<ArticleRow, 'savedAt' | 'pinnedAt'>): number {
  return -article.savedAt - (article.pinnedAt === null ? 0 : PINNED_FIRST);
}

/** The views an article belongs to. A deleted one is in the trash and nowhere else. */
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

/** Derives the index keys. To be called on every row before it is written. */
export function placeInViews<T extends Placed>(article: T): T & { views: ViewKey[] } {
  const place = placeOf(article);
  const views = viewsOf(article).map((view): ViewKey => [view, place, article.id]);
  return Object.assign(article, { views });
}
