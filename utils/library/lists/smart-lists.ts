/** Smart lists: saved searches. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { SmartListRow, SortOrder } from '../user-types.ts';
import { cleanListName } from './lists.ts';
import { NEWEST_FIRST } from './sort-articles.ts';

/** Saves a search under a name. */
export function createSmartList(
  name: string,
  query: string,
  sort: SortOrder = NEWEST_FIRST,
  db: LibraryDb = library,
): Promise<SmartListRow> {
  return db.transaction('rw', db.smartLists, async () => {
    const now = Date.now();
    const position = Math.max(-1, ...(await db.smartLists.toArray()).map((list) => list.position)) + 1;
    const id = crypto.randomUUID();
    const list: SmartListRow = {
      id,
      name: cleanListName(name),
      query: query.trim(),
      sort,
      position,
      createdAt: now,
      updatedAt: now,
    };
    await db.smartLists.add(list);
    return list;
  });
}

export async function allSmartLists(db: LibraryDb = library): Promise<SmartListRow[]> {
  return (await db.smartLists.toArray()).sort((a, b) => a.position - b.position || a.createdAt - b.createdAt);
}

export async function changeSmartList(
  id: string,
  change: Partial<Pick<SmartListRow, 'name' | 'query' | 'sort'>>,
  db: LibraryDb = library,
): Promise<void> {
  await db.smartLists.update(id, { ...change, updatedAt: Date.now() });
}

/** @returns the row, for `restoreSmartList`; null if it does not exist */
export function removeSmartList(id: string, db: LibraryDb = library): Promise<SmartListRow | null> {
  return db.transaction('rw', db.smartLists, async () => {
    const list = await db.smartLists.get(id);
    await db.smartLists.delete(id);
    return list ?? null;
  });
}

export async function restoreSmartList(list: SmartListRow, db: LibraryDb = library): Promise<void> {
  await db.smartLists.put(list);
}
