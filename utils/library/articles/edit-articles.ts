/** Edits article rows, updates the counts of views, and returns the data for an undo. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { writeArticles } from './article-writes.ts';

/** The fields that an edit may change. Deletions are separate. */
const EDITABLE_FIELDS = [
  'archivedAt',
  'openedAt',
  'pinnedAt',
  'finishedAt',
  'favourite',
  'progress',
  'tags',
  'listIds',
] as const;

type EditableField = (typeof EDITABLE_FIELDS)[number];
type EditedValues = Partial<Pick<ArticleRow, EditableField>>;

/** The former and the new values of the changed fields of an article. */
interface Edit {
  id: string;
  before: EditedValues;
  after: EditedValues;
}

/** The data needed to undo an edit of articles, even if they have been edited again since. */
export type ArticleUndo = readonly Edit[];

function isEqual(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function findEdit(before: ArticleRow, after: ArticleRow): Edit | null {
  const changed = EDITABLE_FIELDS.filter((field) => !isEqual(before[field], after[field]));
  if (changed.length === 0) return null;
  const pick = (row: ArticleRow): EditedValues =>
    Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { id: before.id, before: pick(before), after: pick(after) };
}

/** Reverts the change from `before` to `after` in a list of tags or list ids. Later changes are kept. */
function revertItems(current: string[], before: string[], after: string[]): string[] {
  if (isEqual(current, after)) return before;
  const kept = current.filter((item) => before.includes(item) || !after.includes(item));
  return [...new Set([...kept, ...before.filter((item) => !after.includes(item))])];
}

/** @param existingLists that exist; the article is not added to any other */
function revertEdit(article: ArticleRow, { before, after }: Edit, existingLists: ReadonlySet<string>): void {
  const { tags, listIds, ...others } = before;
  for (const field of Object.keys(others) as (keyof typeof others)[]) {
    // A later change of the field is kept.
    if (article[field] === after[field]) Object.assign(article, { [field]: before[field] });
  }
  if (tags !== undefined) article.tags = revertItems(article.tags, tags, after.tags ?? []);
  if (listIds !== undefined) {
    const inverted = revertItems(article.listIds, listIds, after.listIds ?? []);
    article.listIds = inverted.filter((id) => existingLists.has(id));
  }
}

/**
 * Edits articles. Must run inside the caller's transaction, which includes `articles` and `counts`. Missing articles
 * are ignored, and unchanged rows are not written.
 */
export async function editRows(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<ArticleUndo> {
  const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);
  const changed: ArticleRow[] = [];
  const undo: Edit[] = [];
  for (const row of rows) {
    const before = { ...row };
    change(row);
    const edit = findEdit(before, row);
    if (edit === null) continue;
    undo.push(edit);
    changed.push(row);
  }
  await writeArticles(db, (writes) => writes.putAll(changed.map((row) => [row, row.views])));
  return undo;
}

/**
 * Edits articles in one transaction.
 *
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function editArticles(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<ArticleUndo> {
  // Must be an async function, because Dexie keeps a transaction open only if it can track the awaits.
  return db.write([db.articles, db.counts], async () => editRows(db, ids, change));
}

/**
 * Undoes an edit. Only the values that it changed are restored; of tags and lists, only those that it added or removed.
 * Values that were changed again since are kept, and deleted lists are ignored.
 *
 * @returns the data needed to redo the edit; empty if there was nothing to undo
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function undoEdit(undo: ArticleUndo, db: LibraryDb = library): Promise<ArticleUndo> {
  const edits = new Map(undo.map((edit) => [edit.id, edit]));
  return db.write([db.articles, db.counts, db.lists], async () => {
    const existingLists = new Set(await db.lists.toCollection().primaryKeys());
    return editRows(db, [...edits.keys()], (article) => {
      const edit = edits.get(article.id);
      if (edit !== undefined) revertEdit(article, edit, existingLists);
    });
  });
}
