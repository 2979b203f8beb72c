/** The orders a list can be read in, as ids: every order is answered by an index, and no row is loaded. */
import Dexie from 'dexie';
import { inView } from './article-parts.ts';
import { type LibraryDb, library } from './db.ts';
import type { SortOrder } from './reader-types.ts';
import type { View } from './types.ts';

/** The order of the library itself: what was saved last comes first. */
export const NEWEST_FIRST: SortOrder = { by: 'saved', reversed: false };

/** Ids of all articles, the site's name in the alphabet, within a site the newest first. */
async function bySite(db: LibraryDb): Promise<string[]> {
  return db.articles
    .where('views')
    .between(['host:', Dexie.minKey], ['host:\uffff', Dexie.maxKey])
    .primaryKeys();
}

/** Most read first; what nobody began stays in the order of the list. */
async function byProgress(db: LibraryDb, newest: readonly string[]): Promise<string[]> {
  const begun = await db.articles.where('progress').above(0).reverse().primaryKeys();
  return [...begun, ...newest];
}

async function inOrder(
  db: LibraryDb,
  sort: SortOrder,
  newest: readonly string[],
): Promise<readonly string[]> {
  switch (sort.by) {
    case 'saved':
      return newest;
    case 'published':
      return db.articles.orderBy('publishedTime').reverse().primaryKeys();
    case 'length':
      return db.articles.orderBy('wordCount').primaryKeys();
    case 'site':
      return bySite(db);
    case 'progress':
      return byProgress(db, newest);
  }
}

/**
 * Ids of a view in an order: newest saved or published first, shortest first, sites A–Z, most read first; or the
 * other way round. Pinned articles come first only in the library's own order.
 */
export async function listSortedIds(
  view: View,
  sort: SortOrder = NEWEST_FIRST,
  db: LibraryDb = library,
): Promise<string[]> {
  return db.transaction('r', db.articles, async () => {
    const newest = await inView(db, view).primaryKeys();
    if (sort.by === 'saved') return sort.reversed ? newest.reverse() : newest;
    const members = new Set(newest);
    const ids: string[] = [];
    for (const id of await inOrder(db, sort, newest)) if (members.delete(id)) ids.push(id);
    return sort.reversed ? ids.reverse() : ids;
  });
}
