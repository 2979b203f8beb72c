/**
 * Queues articles that must be assigned to stories (again). Code that writes an article's text, quotes or
 * details must call `storiesChanged`; `place-stories.ts` does the work in the background.
 */
import type { StoryRow } from '../../stories/story-types.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { StoryQueueRow } from '../types.ts';

/**
 * Queues articles whose profiles are missing or out of date. They stay in their stories until they are placed again.
 * Must run inside the caller's transaction, which includes `storyQueue`.
 */
export async function storiesChanged(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  // An empty request would lose Dexie's transaction.
  if (articleIds.length === 0) return;
  await db.storyQueue.bulkPut(
    articleIds.map((articleId) => ({ articleId, step: 'profile', publishedAt: 0, mark: Math.random() })),
  );
}

/** Queues articles to be placed again with the profiles that they have. Must run inside the caller's transaction. */
async function queueForPlacement(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const queued = await db.storyQueue.bulkGet([...articleIds]);
  const placed = await db.storyArticles.bulkGet([...articleIds]);
  const rows = articleIds.flatMap((articleId, i): StoryQueueRow[] => {
    const publishedAt = placed[i]?.publishedAt;
    const row = queued[i] ?? (publishedAt === undefined ? null : { articleId, step: 'place', publishedAt });
    return row === null ? [] : [{ ...row, mark: Math.random() }];
  });
  if (rows.length > 0) await db.storyQueue.bulkPut(rows);
}

/** The tables that a transaction must include to call `decisionsChanged`. */
export const storyDecisionTables = (db: LibraryDb) => [db.stories, db.storyArticles, db.storyQueue];

/**
 * Queues the articles that the user's decisions are about. Must run inside the caller's transaction, which includes
 * `storyDecisionTables`.
 *
 * @param stories new or previous rows
 */
export async function decisionsChanged(
  db: LibraryDb,
  stories: readonly Pick<StoryRow, 'id' | 'members'>[],
): Promise<void> {
  if (stories.length === 0) return;
  const ids = stories.map(({ id }) => id);
  const placed = await db.storyArticles.where('storyId').anyOf(ids).primaryKeys();
  const members = stories.flatMap((row) => Object.keys(row.members));
  await queueForPlacement(db, [...new Set([...placed, ...members])]);
}

/**
 * Replaces ids of articles in the user's decisions, for articles of a backup that exist under other ids. Must run inside
 * the caller's transaction, which includes `storyDecisionTables`.
 */
export async function renameMembers(db: LibraryDb, ids: ReadonlyMap<string, string>): Promise<void> {
  if (ids.size === 0) return;
  for (const story of await db.stories.toArray()) {
    const known = Object.keys(story.members).filter((id) => ids.has(id));
    if (known.length === 0) continue;
    for (const id of known) {
      const to = ids.get(id) ?? id;
      story.members[to] ??= story.members[id] ?? true;
      delete story.members[id];
    }
    await db.stories.put(story);
    await decisionsChanged(db, [story]);
  }
}

/**
 * Removes articles that are permanently deleted, also from the user's decisions. The rest of their stories is placed
 * again. Must run inside the caller's transaction, which includes `storyDecisionTables` and `storyProfiles`.
 */
export async function removeFromStories(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  const removed = await db.storyArticles.where('articleId').anyOf(articleIds).toArray();
  await db.storyArticles.bulkDelete([...articleIds]);
  await db.storyQueue.bulkDelete([...articleIds]);
  await db.storyProfiles.bulkDelete([...articleIds]);
  const storyIds = [...new Set(removed.flatMap(({ storyId }) => storyId ?? []))];
  await queueForPlacement(db, await db.storyArticles.where('storyId').anyOf(storyIds).primaryKeys());
  for (const story of await db.stories.toArray()) {
    if (!articleIds.some((id) => Object.hasOwn(story.members, id))) continue;
    for (const id of articleIds) delete story.members[id];
    if (Object.values(story.members).includes(true)) await db.stories.put(story);
    else await db.stories.delete(story.id);
  }
}
