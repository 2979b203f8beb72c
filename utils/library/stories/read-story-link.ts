import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { StoryLink } from './story-views.ts';

/**
 * Reads the story of a saved article without comparing articles, unlike `onThisStory`, so that the reader can show its
 * link together with the article.
 *
 * @returns null if no other saved article is on it
 */
export function readStoryLink(articleId: string, db: LibraryDb = library): Promise<StoryLink | null> {
  return db.transaction('r', db.storyArticles, db.articles, async () => {
    const storyId = (await db.storyArticles.get(articleId))?.storyId;
    if (typeof storyId !== 'string') return null;
    const ids = await db.storyArticles.where('storyId').equals(storyId).primaryKeys();
    const others = await db.articles.bulkGet(ids.filter((id) => id !== articleId));
    const otherCount = others.filter((article) => article?.deletedAt === null).length;
    return otherCount === 0 ? null : { id: storyId, otherCount };
  });
}
