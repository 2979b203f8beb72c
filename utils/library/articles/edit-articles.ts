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
type Values = Partial<Pick<ArticleRow, Field>>;

/** What of one article was changed: from what, to what. */
interface Edit {
  id: string;
  before: Values;
  after: Values;
}

/** What a change did to articles: what it takes to undo it, also when they were changed again since. */
export type Undo = readonly Edit[];

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function differences(before: ArticleRow, after: ArticleRow): Edit | null {
  const changed = FIELDS.filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return null;
  const pick = (row: ArticleRow): Values => Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { id: before.id, before: pick(before), after: pick(after) };
}

/** Tags or lists without what the change added, and with what it removed; what came since stays. */
function invert(now: string[], before: string[], after: string[]): string[] {
  if (isSame(now, after)) return before;
  const kept = now.filter((item) => before.includes(item) || !after.includes(item));
  return [...new Set([...kept, ...before.filter((item) => !after.includes(item))])];
}

/** @param lists that there are; an article is put back into no other */
function putBack(article: ArticleRow, { before, after }: Edit, lists: ReadonlySet<string>): void {
  const { tags, listIds, ...others } = before;
  for (const field of Object.keys(others) as (keyof typeof others)[]) {
    // It was set once more since, and the later wish holds.
    if (article[field] === after[field]) Object.assign(article, { [field]: before[field] });
  }
  if (tags !== undefined) article.tags = invert(article.tags, tags, after.tags ?? []);
  if (listIds !== undefined) {
    const inverted = invert(article.listIds, listIds, after.listIds ?? []);
    article.listIds = inverted.filter((id) => lists.has(id));
  }
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
  const undo: Edit[] = [];
  for (const row of rows) {
    const before = { ...row };
    change(row);
    const edit = differences(before, row);
    if (edit === null) continue;
    undo.push(edit);
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
 * Takes a change back: puts what it changed as it was, and nothing else. Of tags and lists that is those it added or
 * removed; what was set once more since stays as it is now, and a list that is gone is left out.
 *
 * @returns what it takes to do the change again; empty where nothing was left to be taken back
 * @throws LibraryFullError; everything is then as it was
 */
export async function undoEdit(undo: Undo, db: LibraryDb = library): Promise<Undo> {
  const edits = new Map(undo.map((edit) => [edit.id, edit]));
  try {
    return await db.transaction('rw', db.articles, db.counts, db.lists, async () => {
      const lists = new Set(await db.lists.toCollection().primaryKeys());
      return editRows(db, [...edits.keys()], (article) => {
        const edit = edits.get(article.id);
        if (edit !== undefined) putBack(article, edit, lists);
      });
    });
  } catch (error) {
    throw explainFailure(error);
  }
}
