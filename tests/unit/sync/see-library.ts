import { queryImages, readQuotes } from '../../../utils/library/articles/article-parts.ts';
import { listArticleHighlights } from '../../../utils/library/articles/highlights.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';

export interface SeenLibrary {
  articles: { identity: string }[];
  [shelf: string]: unknown;
}

/** What a user sees of a library: the same on every device that is in step. */
export async function seeLibrary(db: LibraryDb): Promise<SeenLibrary> {
  const articles = [];
  for (const article of await db.articles.toArray()) {
    const content = await db.contents.get(article.id);
    const images = await queryImages(db, article.id).toArray();
    const notes = await listArticleHighlights(article.id, db);
    const { identity, title, savedAt, archivedAt, deletedAt, favourite, progress, hasText } = article;
    articles.push({
      ...{ identity, title, savedAt, archivedAt, deletedAt, favourite, progress, hasText },
      ...{ highlights: article.highlightCount, notesCounted: article.noteCount },
      tags: article.tags.toSorted(),
      lists: article.listIds.toSorted(),
      html: content?.html,
      text: content?.text,
      quotes: (await readQuotes(db, article.id)).map(({ text, resolvedSpeaker }) => [text, resolvedSpeaker]),
      pictures: images.map(({ url, bytes, state }) => [url, bytes, state]),
      notes: notes
        .map(({ id, text, note, colour, start }) => ({ id, text, note, colour, start }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
  }
  const rows = async (table: string): Promise<unknown[]> =>
    (await db.table(table).toArray()).map(({ updatedAt: _, ...row }) => row);
  return {
    articles: articles.sort((a, b) => (a.identity < b.identity ? -1 : 1)),
    lists: await rows('lists'),
    tags: await rows('tags'),
    smartLists: await rows('smartLists'),
    people: await rows('people'),
  };
}
