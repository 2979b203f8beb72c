/** Changing rows of articles with their counts, and the way back. */
import { library } from '../db.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';

/** What an edit may change; deleting has a way of its own. */
const FIELDS = [
  'archivedAt',
  'openedAt',
  'pinnedAt',
  'finishedAt',
  'favourite',
  'progress',
  'tags',
  'listIds',
] as const;

type Field = (typeof FIELDS)[number];
type Former = Pick<ArticleRow, 'id'> & Partial<Pick<ArticleRow, Field>>;

/** How articles were before a change: what it takes to undo it. */
export type Undo = readonly Former[];

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function differences(before: ArticleRow, after: ArticleRow): Former | null {
  const changed = FIELDS.filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return null;
  return { id: before.id, ...Object.fromEntries(changed.map((field) => [field, before[field]])) };
}

/**
 * Edits articles, inside the caller's transaction, which holds `articles` and `counts`; ids that are gone are
 * passed over, rows that stay as they are not written.
 */
export async function editRows(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<Undo> {
  const tally = new ViewTally();
  const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);
  const changed: ArticleRow[] = [];
  const undo: Former[] = [];
  for (const row of rows) {
    const before = { ...row };
    change(row);
    const former = differences(before, row);
    if (former === null) continue;
    undo.push(former);
    changed.push(tally.place(row));
  }
  await db.articles.bulkPut(changed);
  await tally.write(db);
  return undo;
}

/** Edits articles in one transaction of its own. @throws LibraryFullError; everything is then as it was */
export async function editArticles(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<Undo> {
  try {
    // An async function and not one that returns a promise: Dexie keeps a transaction open only over awaits it sees.
    return await db.transaction('rw', db.articles, db.counts, async () => editRows(db, ids, change));
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Takes a change back: puts what it changed as it was, and nothing else.
 *
 * @returns what it takes to do the change again
 */
export function undoEdit(undo: Undo, db: LibraryDb = library): Promise<Undo> {
  const former = new Map(undo.map((row) => [row.id, row]));
  return editArticles(db, [...former.keys()], (article) => {
    Object.assign(article, former.get(article.id));
  });
}
