/** Edits rows of articles together with their counts, with undo. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { writeArticles } from './article-writes.ts';

/** The fields that an edit may change. Deletion is separate. */
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

/** The former and new values of an edited article. */
interface Edit {
  id: string;
  before: EditedValues;
  after: EditedValues;
}

/** The data needed to undo a change of articles, even if they were changed again since. */
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

/** Tags or lists without those that the change added, and with those that it removed; later changes stay. */
function revertItems(current: string[], before: string[], after: string[]): string[] {
  if (isEqual(current, after)) return before;
  const kept = current.filter((item) => before.includes(item) || !after.includes(item));
  return [...new Set([...kept, ...before.filter((item) => !after.includes(item))])];
}

/** @param existingLists that exist; the article is not added to any other */
function revertEdit(article: ArticleRow, { before, after }: Edit, existingLists: ReadonlySet<string>): void {
  const { tags, listIds, ...others } = before;
  for (const field of Object.keys(others) as (keyof typeof others)[]) {
    // If the field was changed again since, the later change stays.
    if (article[field] === after[field]) Object.assign(article, { [field]: before[field] });
  }
  if (tags !== undefined) article.tags = revertItems(article.tags, tags, after.tags ?? []);
  if (listIds !== undefined) {
    const inverted = revertItems(article.listIds, listIds, after.listIds ?? []);
    article.listIds = inverted.filter((id) => existingLists.has(id));
  }
}

/**
 * Edits articles. Must run inside the caller's transaction, which includes `articles` and `counts`. Missing ids are
 * ignored, and unchanged rows are not written.
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

/** Edits articles in one transaction. @throws LibraryFullError; nothing was changed then */
export async function editArticles(
  db: LibraryDb,
  ids: readonly string[],
  change: (article: ArticleRow) => void,
): Promise<ArticleUndo> {
  // An async function instead of a returned promise, because Dexie keeps a transaction open only while it sees
  // awaits.
  return db.write([db.articles, db.counts], async () => editRows(db, ids, change));
}

/**
 * Undoes a change: restores the values that it changed, and nothing else. Of tags and lists, those that it added or
 * removed. Values that were changed again since stay, and deleted lists are ignored.
 *
 * @returns the data needed to redo the change; empty if there was nothing to undo
 * @throws LibraryFullError; nothing was changed then
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
