/**
 * Marks articles that must be assigned to stories (again). Code that writes an article's text, quotes or
 * details must call `storiesChanged`; `place-stories.ts` does the work in the background.
 */
import type { StoryRow } from '../../stories/story-types.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { StoryArticleRow } from '../types.ts';

/**
 * Marks articles whose profiles are missing or out of date. They stay in their stories until they are placed again.
 * Must run inside the caller's transaction, which includes `storyArticles`.
 */
export async function storiesChanged(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  // An empty request would lose Dexie's transaction.
  if (articleIds.length === 0) return;
  const known = await db.storyArticles.bulkGet([...articleIds]);
  const rows = articleIds.map((articleId, i): StoryArticleRow => {
    const row = known[i] ?? { articleId, storyId: null, publishedAt: 0 };
    return { ...row, due: 'profile', mark: Math.random() };
  });
  await db.storyArticles.bulkPut(rows);
}

/** Marks rows to be placed again with the profiles that they have. */
const markForPlacement = (row: StoryArticleRow): void => {
  row.due ??= 'place';
  row.mark = Math.random();
};

/**
 * Marks the articles that the user's decisions are about. Must run inside the caller's transaction, which includes
 * `storyArticles`.
 *
 * @param stories new or former rows
 */
export async function decisionsChanged(
  db: LibraryDb,
  stories: readonly Pick<StoryRow, 'id' | 'members'>[],
): Promise<void> {
  if (stories.length === 0) return;
  const ids = stories.map(({ id }) => id);
  const members = [...new Set(stories.flatMap((row) => Object.keys(row.members)))];
  await db.storyArticles.where('storyId').anyOf(ids).modify(markForPlacement);
  await db.storyArticles.where('articleId').anyOf(members).modify(markForPlacement);
}

/**
 * Replaces ids of articles in the user's decisions, for articles of a backup that exist under other ids. Must run inside
 * the caller's transaction, which includes `stories` and `storyArticles`.
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
 * again. Must run inside the caller's transaction, which includes the three tables.
 */
export async function removeFromStories(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  const gone = await db.storyArticles.where('articleId').anyOf(articleIds).toArray();
  await db.storyArticles.bulkDelete([...articleIds]);
  await db.storyProfiles.bulkDelete([...articleIds]);
  const storyIds = [...new Set(gone.flatMap(({ storyId }) => storyId ?? []))];
  await db.storyArticles.where('storyId').anyOf(storyIds).modify(markForPlacement);
  for (const story of await db.stories.toArray()) {
    if (!articleIds.some((id) => Object.hasOwn(story.members, id))) continue;
    for (const id of articleIds) delete story.members[id];
    if (Object.values(story.members).includes(true)) await db.stories.put(story);
    else await db.stories.delete(story.id);
  }
}
