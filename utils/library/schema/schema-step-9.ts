/** Step 9: what is in the archive is not unread, and what has no date of publication can be told apart. */
import type { Transaction } from 'dexie';

/** Articles looked at at once. */
const BATCH = 500;

interface FormerArticle {
  id: string;
  archivedAt: number | null;
  deletedAt: number | null;
  publishedAt: string | null;
  views: [view: string, place: number, articleId: string][];
}

const isUndated = ({ publishedAt }: FormerArticle): boolean =>
  publishedAt === null || Number.isNaN(Date.parse(publishedAt));

/** Version 8 to 9. Only rows that change are written. */
export async function placeByDate(transaction: Transaction): Promise<void> {
  const articles = transaction.table<FormerArticle, string>('articles');
  const counts = transaction.table<{ view: string; count: number }, string>('counts');
  const ids = await articles.toCollection().primaryKeys();
  let unread = (await counts.get('unread'))?.count ?? 0;
  let undated = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const changed: FormerArticle[] = [];
    for (const row of await articles.bulkGet(ids.slice(from, from + BATCH))) {
      const place = row?.views[0]?.[1];
      if (row === undefined || row.deletedAt !== null || place === undefined) continue;
      const before = row.views.length;
      if (row.archivedAt !== null) row.views = row.views.filter(([view]) => view !== 'unread');
      const leaves = row.views.length < before;
      if (leaves) unread -= 1;
      const lacksDate = isUndated(row);
      if (lacksDate) {
        undated += 1;
        row.views.push(['undated', place, row.id]);
      }
      if (leaves || lacksDate) changed.push(row);
    }
    await articles.bulkPut(changed);
  }
  const revision = (await counts.get(''))?.count ?? 0;
  const next = [
    { view: 'unread', count: unread },
    { view: 'undated', count: undated },
    { view: '', count: revision + 1 },
  ];
  await counts.bulkPut(next.filter(({ count }) => count > 0));
  await counts.bulkDelete(next.filter(({ count }) => count <= 0).map(({ view }) => view));
}
