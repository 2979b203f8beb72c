/** Lists stories: all, those of some articles, and those that quote a person. */
import { storyTitle } from '../../stories/group-stories.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import { queryView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, StoryArticleRow } from '../types.ts';
import { mergeDecisions } from './story-decisions.ts';
import type { StorySummary } from './story-views.ts';

/** Minimum number of articles for a story to be listed. */
const MIN_LISTED = 2;

/** Earliest first. */
const compareByTime = (a: ArticleRow, b: ArticleRow): number =>
  a.publishedTime - b.publishedTime || (a.id < b.id ? -1 : 1);

/** The name by which an article's paper is shown. */
export const getPaper = ({ siteName, host }: Pick<ArticleRow, 'siteName' | 'host'>): string =>
  siteName ?? host;

/** Summarises a story. @param articles of the story, at least one, in any order */
export function summariseStory(
  id: string,
  articles: readonly ArticleRow[],
  decision: StoryRow | undefined,
): StorySummary {
  const sorted = [...articles].sort(compareByTime);
  const counts = new Map<string, number>();
  for (const article of sorted) counts.set(getPaper(article), (counts.get(getPaper(article)) ?? 0) + 1);
  const papers = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([paper]) => paper);
  return {
    id,
    title: decision?.title ?? storyTitle(sorted.map(({ title }) => title)),
    articleIds: sorted.map((article) => article.id),
    papers,
    from: sorted[0]?.publishedTime ?? 0,
    to: sorted.at(-1)?.publishedTime ?? 0,
  };
}

/** Those with the newest article first. */
const compareByNewest = (a: StorySummary, b: StorySummary): number => b.to - a.to || (a.id < b.id ? -1 : 1);

/** Tables that the queries below read. */
export const storyTables = (db: LibraryDb) => [db.storyArticles, db.stories, db.articles];

/** Articles by id, without those that are deleted. Must run inside the caller's transaction. */
export async function readUndeletedArticles(
  db: LibraryDb,
  ids: readonly string[],
): Promise<Map<string, ArticleRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.articles.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row?.deletedAt === null ? [[row.id, row] as const] : [])));
}

/** Must run inside a transaction that includes `storyTables`. */
async function summariseRows(db: LibraryDb, rows: readonly StoryArticleRow[]): Promise<StorySummary[]> {
  const { byId } = mergeDecisions(await db.stories.toArray());
  const articles = await readUndeletedArticles(
    db,
    rows.map(({ articleId }) => articleId),
  );
  const stories: StorySummary[] = [];
  for (const [id, members] of Map.groupBy(rows, ({ storyId }) => storyId ?? '')) {
    const undeleted = members.flatMap(({ articleId }) => articles.get(articleId) ?? []);
    if (undeleted.length >= MIN_LISTED) stories.push(summariseStory(id, undeleted, byId.get(id)));
  }
  return stories.sort(compareByNewest);
}

/**
 * All stories with two or more articles that are not deleted.
 *
 * @returns those with the newest article first
 */
export function listStories(
  limit = Number.POSITIVE_INFINITY,
  db: LibraryDb = library,
): Promise<StorySummary[]> {
  return db.transaction('r', storyTables(db), async () => {
    const rows = await db.storyArticles.where('storyId').above('').toArray();
    const trash = new Set(await queryView(db, 'trash').primaryKeys());
    const undeleted = rows.filter(({ articleId }) => !trash.has(articleId));
    // Only the shown stories' articles are read.
    const shown = [...Map.groupBy(undeleted, ({ storyId }) => storyId ?? '')]
      .filter(([, members]) => members.length >= MIN_LISTED)
      .map(([, members]) => ({ members, to: Math.max(...members.map((row) => row.publishedAt)) }))
      .sort((a, b) => b.to - a.to)
      .slice(0, limit);
    const members = shown.flatMap((one) => one.members);
    return summariseRows(db, members);
  });
}

/**
 * The stories in which a person is quoted, newest first.
 *
 * @param personKeys the person's normalised names, as in `Person.keys`
 */
export function storiesOfPerson(
  personKeys: readonly string[],
  db: LibraryDb = library,
): Promise<StorySummary[]> {
  return db.transaction('r', storyTables(db), async () => {
    const ids = new Set<string>();
    for (const key of personKeys)
      for (const id of await queryView(db, `voice:${key}`).primaryKeys()) ids.add(id);
    if (ids.size === 0) return [];
    const rows = await db.storyArticles.bulkGet([...ids]);
    const storyIds = [...new Set(rows.flatMap((row) => row?.storyId ?? []))];
    return summariseRows(db, await db.storyArticles.where('storyId').anyOf(storyIds).toArray());
  });
}

/**
 * Ids of the articles of a story that are not deleted, earliest first; none if there is no such story.
 *
 * @param id of the story, or an earlier id of it
 */
export async function articlesOfStory(id: string, db: LibraryDb = library): Promise<string[]> {
  return db.transaction('r', storyTables(db), async () => {
    const currentId = mergeDecisions(await db.stories.toArray()).idOf.get(id) ?? id;
    const ids = await db.storyArticles.where('storyId').equals(currentId).primaryKeys();
    return [...(await readUndeletedArticles(db, ids)).values()]
      .sort(compareByTime)
      .map((article) => article.id);
  });
}
