import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';

/** Puts articles into a story, as grouping does, and leaves nothing to be placed. */
export async function groupByHand(
  db: LibraryDb,
  storyId: string,
  articleIds: readonly string[],
): Promise<void> {
  const rows = await db.articles.bulkGet([...articleIds]);
  await db.storyArticles.bulkPut(
    rows.flatMap((row) =>
      row === undefined ? [] : [{ articleId: row.id, storyId, publishedAt: row.publishedTime }],
    ),
  );
}
