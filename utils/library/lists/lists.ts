/** Reading lists, which can be nested without limit. */
import { cleanLine } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { listArticleIds } from '../articles/articles.ts';
import { type ArticleUndo, editRows, undoEdit } from '../articles/edit-articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ListRow } from '../types.ts';
import type { ListTreeNode } from '../view-types.ts';

/** Thrown if a list would be moved into itself or one of its descendants. */
export class ListCycleError extends Error {
  override name = 'ListCycleError';
}

function byPosition(a: ListRow, b: ListRow): number {
  return a.position - b.position || a.createdAt - b.createdAt || (a.name < b.name ? -1 : 1);
}

/** A list's name, cleaned for storage and display. */
export const cleanListName = (name: string): string => cleanLine(name, LINE_LIMITS.listName);

/** Creates a list at the end of its siblings. */
export async function createList(
  name: string,
  parentId: string | null = null,
  db: LibraryDb = library,
): Promise<ListRow> {
  return db.write([db.lists], async () => {
    const siblings = (await db.lists.toArray()).filter((list) => list.parentId === parentId);
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    const list: ListRow = {
      id: crypto.randomUUID(),
      name: cleanListName(name),
      parentId,
      position,
      createdAt: Date.now(),
    };
    await db.lists.add(list);
    return list;
  });
}

/**
 * Breaks cycles, which arise when two devices each move one of two lists into the other. The list with the first id
 * becomes the top, which is the same on every device. The rows stay unchanged until the user moves one.
 */
function withoutCycles(lists: readonly ListRow[]): ListRow[] {
  const byId = new Map(lists.map((list) => [list.id, list]));
  const roots = new Set<string>();
  const done = new Set<string>();
  for (const list of lists) {
    const path = new Set<string>();
    let current: ListRow | undefined = list;
    while (current !== undefined && !done.has(current.id) && !path.has(current.id)) {
      path.add(current.id);
      current = byId.get(current.parentId ?? '');
    }
    if (current !== undefined && path.has(current.id)) {
      const ids = [...path];
      roots.add(ids.slice(ids.indexOf(current.id)).sort()[0] ?? current.id);
    }
    for (const id of path) done.add(id);
  }
  return lists.map((list) => (roots.has(list.id) ? { ...list, parentId: null } : list));
}

/** All lists, in order of position within each parent. */
export async function allLists(db: LibraryDb = library): Promise<ListRow[]> {
  return withoutCycles(await db.lists.toArray()).sort(byPosition);
}

/** All lists in display order, each followed by its children. Lists without an existing parent are at the top level. */
export function buildListTree(rows: readonly ListRow[], counts: ReadonlyMap<string, number>): ListTreeNode[] {
  const lists = withoutCycles(rows);
  const known = new Set(lists.map(({ id }) => id));
  const children = new Map<string | null, ListRow[]>();
  for (const list of lists.sort(byPosition)) {
    const parent = list.parentId !== null && known.has(list.parentId) ? list.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), list]);
  }
  const nodes: ListTreeNode[] = [];
  const addChildren = (parent: string | null, depth: number): void => {
    for (const list of children.get(parent) ?? []) {
      nodes.push({ list, depth, count: counts.get(list.id) ?? 0 });
      addChildren(list.id, depth + 1);
    }
  };
  addChildren(null, 0);
  return nodes;
}

/** All lists as a tree, with counts. */
export async function listTree(db: LibraryDb = library): Promise<ListTreeNode[]> {
  return db.transaction('r', db.lists, db.counts, async () => {
    const counts = await db.counts.where('view').startsWith('list:').toArray();
    return buildListTree(
      await db.lists.toArray(),
      new Map(counts.map(({ view, count }) => [view.slice('list:'.length), count])),
    );
  });
}

export async function renameList(id: string, name: string, db: LibraryDb = library): Promise<void> {
  await db.lists.update(id, { name: cleanListName(name) });
}

/**
 * Moves a list into another one or to the top level, at the end.
 *
 * @throws ListCycleError if `parentId` is the list itself or one of its descendants
 */
export async function moveList(id: string, parentId: string | null, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.lists, async () => {
    const lists = new Map((await allLists(db)).map((list) => [list.id, list]));
    for (let above = parentId; above !== null; above = lists.get(above)?.parentId ?? null) {
      if (above === id) throw new ListCycleError('a list cannot be moved into itself');
    }
    const siblings = [...lists.values()].filter((list) => list.parentId === parentId && list.id !== id);
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    await db.lists.update(id, { parentId, position });
  });
}

/** The data needed to restore a removed list. */
export interface RemovedList {
  list: ListRow;
  childIds: string[];
  articles: ArticleUndo;
}

/** Removes a list. Its articles stay, and its child lists move up. Null if it does not exist. */
export async function removeList(id: string, db: LibraryDb = library): Promise<RemovedList | null> {
  return db.write([db.lists, db.articles, db.counts], async () => {
    const list = await db.lists.get(id);
    if (list === undefined) return null;
    const articles = await editRows(db, await listArticleIds(`list:${id}`, db), (article) => {
      article.listIds = article.listIds.filter((one) => one !== id);
    });
    const children = await db.lists.filter((child) => child.parentId === id).toArray();
    await db.lists.bulkPut(children.map((child) => ({ ...child, parentId: list.parentId })));
    await db.lists.delete(id);
    return { list, childIds: children.map((child) => child.id), articles };
  });
}

/** Restores a removed list, with its articles and child lists. */
export async function restoreList(removed: RemovedList, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.lists, db.articles, db.counts, async () => {
    await db.lists.put(removed.list);
    const children = (await db.lists.bulkGet(removed.childIds)).filter((child) => child !== undefined);
    await db.lists.bulkPut(children.map((child) => ({ ...child, parentId: removed.list.id })));
    await undoEdit(removed.articles, db);
  });
}
