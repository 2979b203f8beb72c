/** The orders a list can be read in, as ids: every order is answered by an index, and no row is loaded. */
import Dexie from 'dexie';
import { inView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { View, ViewKey } from '../types.ts';
import type { SortOrder } from '../user-types.ts';
import { placeOf } from './view-keys.ts';

/** The order of the library itself: what was saved last comes first. */
export const NEWEST_FIRST: SortOrder = { by: 'saved', reversed: false };

/** Ids of all articles, the site's name in the alphabet, within a site the newest first. */
async function bySite(db: LibraryDb): Promise<string[]> {
  return db.articles
    .where('views')
    .between(['host:', Dexie.minKey], ['host:\uffff', Dexie.maxKey])
    .primaryKeys();
}

/**
 * Ids read in one transaction: the browser looks for each article behind an entry of an index, 50,000 in most of a
 * second, and whoever opens an article or another page meanwhile would wait for all of them.
 */
const AT_ONCE = 2000;

/** A part of a view and the place where the next one begins; null at the end. */
async function readPart(
  db: LibraryDb,
  view: View,
  after: ViewKey | null,
): Promise<{ ids: string[]; next: ViewKey | null }> {
  return db.transaction('r', db.articles, async () => {
    const range =
      after === null
        ? inView(db, view)
        : db.articles.where('views').between(after, [view, Dexie.maxKey], false, true);
    const ids = await range.limit(AT_ONCE).primaryKeys();
    const lastId = ids.at(-1);
    const last = ids.length < AT_ONCE || lastId === undefined ? undefined : await db.articles.get(lastId);
    return { ids, next: last === undefined ? null : [view, placeOf(last), last.id] };
  });
}

/** Ids of a view, newest first. What changes its place while they are read may be missing; it is never there twice. */
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

/** Most read first; what nobody began stays in the order of the list. */
async function byProgress(db: LibraryDb, newest: readonly string[]): Promise<string[]> {
  const begun = await db.articles.where('progress').above(0).reverse().primaryKeys();
  return [...begun, ...newest];
}

/** What was published last comes first; what states no date comes last, whichever way round. */
async function byPublication(db: LibraryDb, isReversed: boolean): Promise<string[]> {
  const [times, undated] = await Promise.all([
    db.articles.orderBy('publishedTime').reverse().primaryKeys(),
    inView(db, 'undated').primaryKeys(),
  ]);
  const without = new Set(undated);
  const dated = times.filter((id) => !without.has(id));
  return isReversed ? [...undated.reverse(), ...dated] : [...dated, ...undated];
}

async function inOrder(
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
 * Ids of a view in an order: newest saved or published first, shortest first, sites A–Z, most read first; or the
 * other way round, where what states no date of publication stays last. Pinned articles come first only in the library's own order. Where the library changes meanwhile,
 * an article may be missing: ask again.
 *
 * @param signal ends it with its reason
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
  for (const id of await inOrder(db, sort, newest)) if (members.delete(id)) ids.push(id);
  return sort.reversed ? ids.reverse() : ids;
}
