/** Sort orders of lists. All use an index and return ids, without loading rows. */
import Dexie from 'dexie';
import { queryView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { View, ViewKey } from '../types.ts';
import type { SortOrder } from '../user-types.ts';
import { sortKey } from './view-counts.ts';

/** The library's default order: last saved first. */
export const NEWEST_FIRST: SortOrder = { by: 'saved', reversed: false };

/** Ids of all articles by the site's name, newest first within a site. */
async function bySite(db: LibraryDb): Promise<string[]> {
  return db.articles
    .where('views')
    .between(['host:', Dexie.minKey], ['host:\uffff', Dexie.maxKey])
    .primaryKeys();
}

/**
 * Ids read per transaction. The browser looks up each article behind an index entry, which takes most of a second for
 * 50,000, and other reads would have to wait for all of them.
 */
const BATCH_SIZE = 2000;

/** A part of a view, and the start of the next part; null at the end. */
async function readPart(
  db: LibraryDb,
  view: View,
  after: ViewKey | null,
): Promise<{ ids: string[]; next: ViewKey | null }> {
  return db.transaction('r', db.articles, async () => {
    const range =
      after === null
        ? queryView(db, view)
        : db.articles.where('views').between(after, [view, Dexie.maxKey], false, true);
    const ids = await range.limit(BATCH_SIZE).primaryKeys();
    const lastId = ids.at(-1);
    const last = ids.length < BATCH_SIZE || lastId === undefined ? undefined : await db.articles.get(lastId);
    return { ids, next: last === undefined ? null : [view, sortKey(last), last.id] };
  });
}

/** Ids of a view, newest first. Articles that move meanwhile may be missing, but never occur twice. */
async function newestFirst(db: LibraryDb, view: View, signal?: AbortSignal): Promise<string[]> {
  const ids = new Set<string>();
  let after: ViewKey | null = null;
  do {
    signal?.throwIfAborted();
    const part = await readPart(db, view, after);
    for (const id of part.ids) ids.add(id);
    after = part.next;
  } while (after !== null);
  return [...ids];
}

/** Most read first; unread articles stay in the list's order. */
async function byProgress(db: LibraryDb, newest: readonly string[]): Promise<string[]> {
  const started = await db.articles.where('progress').above(0).reverse().primaryKeys();
  return [...started, ...newest];
}

/** Last published first. Articles without a date come last in both directions. */
async function byPublication(db: LibraryDb, isReversed: boolean): Promise<string[]> {
  const [times, undated] = await Promise.all([
    db.articles.orderBy('publishedTime').reverse().primaryKeys(),
    queryView(db, 'undated').primaryKeys(),
  ]);
  const undatedIds = new Set(undated);
  const dated = times.filter((id) => !undatedIds.has(id));
  return isReversed ? [...undated.reverse(), ...dated] : [...dated, ...undated];
}

async function sortIds(
  db: LibraryDb,
  sort: SortOrder,
  newest: readonly string[],
): Promise<readonly string[]> {
  const isReversed = sort.reversed;
  switch (sort.by) {
    case 'saved':
      return newest;
    case 'published':
      return byPublication(db, isReversed);
    case 'length':
      return db.articles.orderBy('wordCount').primaryKeys();
    case 'site':
      return bySite(db);
    case 'progress':
      return byProgress(db, newest);
  }
}

/**
 * Ids of a view in an order: newest saved or published first, shortest first, sites A–Z, most read first; or reversed,
 * where articles without a date stay last. Pinned articles come first only in the default order. If the library changes
 * meanwhile, an article may be missing; the caller should repeat the query.
 *
 * @param signal aborts with its reason
 */
export async function listSortedIds(
  view: View,
  sort: SortOrder = NEWEST_FIRST,
  db: LibraryDb = library,
  signal?: AbortSignal,
): Promise<string[]> {
  const newest = await newestFirst(db, view, signal);
  if (sort.by === 'saved') return sort.reversed ? newest.reverse() : newest;
  const members = new Set(newest);
  const ids: string[] = [];
  for (const id of await sortIds(db, sort, newest)) if (members.delete(id)) ids.push(id);
  return sort.reversed ? ids.reverse() : ids;
}
