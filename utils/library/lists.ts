/** Reading lists and tags. */
import { listArticleIds } from './articles.ts';
import { setInList } from './change-articles.ts';
import { type LibraryDb, library } from './db.ts';
import type { ListRow } from './types.ts';

/** Creates a list at the end of its siblings. */
export async function createList(
  name: string,
  parentId: string | null = null,
  db: LibraryDb = library,
): Promise<ListRow> {
  return db.transaction('rw', db.lists, async () => {
    const siblings = (await db.lists.toArray()).filter((list) => list.parentId === parentId);
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    const list: ListRow = {
      id: crypto.randomUUID(),
      name: name.trim(),
      parentId,
      position,
      createdAt: Date.now(),
    };
    await db.lists.add(list);
    return list;
  });
}

/** All lists, in order of position within each parent. */
export async function allLists(db: LibraryDb = library): Promise<ListRow[]> {
  return (await db.lists.toArray()).sort(
    (a, b) => a.position - b.position || a.createdAt - b.createdAt || (a.name < b.name ? -1 : 1),
  );
}

export async function renameList(id: string, name: string, db: LibraryDb = library): Promise<void> {
  await db.lists.update(id, { name: name.trim() });
}

/** Removes a list; its articles stay, its lists move up. */
export async function removeList(id: string, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.lists, db.articles, db.counts, async () => {
    const list = await db.lists.get(id);
    await setInList(await listArticleIds(`list:${id}`, db), id, false, db);
    await db.lists.filter((child) => child.parentId === id).modify({ parentId: list?.parentId ?? null });
    await db.lists.delete(id);
  });
}
