import type { ArticleRow, View, ViewKey } from './types.ts';

/** Read to the end, but for a footer. */
const DONE_AT = 0.95;

/** Below this the reader only looked. */
const STARTED_AT = 0.02;

/** What decides which views an article is in. */
type Placed = Pick<
  ArticleRow,
  'id' | 'savedAt' | 'archivedAt' | 'deletedAt' | 'favourite' | 'progress' | 'tags' | 'listIds' | 'host'
>;

/** The views an article belongs to. A deleted one is in the trash and nowhere else. */
function viewsOf(article: Placed): View[] {
  if (article.deletedAt !== null) return ['trash'];
  const views: View[] = ['all', article.archivedAt === null ? 'inbox' : 'archive'];
  if (article.favourite) views.push('favourites');
  if (article.progress >= DONE_AT) views.push('done');
  else views.push(article.progress >= STARTED_AT ? 'started' : 'unread');
  for (const id of article.listIds) views.push(`list:${id}`);
  for (const tag of article.tags) views.push(`tag:${tag}`);
  views.push(`host:${article.host}`);
  return views;
}

/** Derives the index keys. To be called on every row before it is written. */
export function placeInViews<T extends Placed>(article: T): T & { views: ViewKey[] } {
  const views = viewsOf(article).map((view): ViewKey => [view, -article.savedAt, article.id]);
  return Object.assign(article, { views });
}
