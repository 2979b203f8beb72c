import { READ_THRESHOLD, STARTED_THRESHOLD } from '../../text/reading-progress.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View, ViewKey } from '../types.ts';

/** Key of a row in `counts` that is not a view: the number of changes to all views. */
const REVISION = '';

/** A number that increases with every change of any view. */
export async function readRevision(db: LibraryDb): Promise<number> {
  return (await db.counts.get(REVISION))?.count ?? 0;
}

/**
 * The counts after the last of several transactions. Valid while the revision is unchanged, since every change
 * increases it. Must be discarded when a transaction fails.
 */
export interface KnownCounts {
  revision: number;
  counts: Map<string, number>;
}

/** From this many views on, counts are read in bulk, unless there are many times more of them. */
const MIN_BULK_VIEWS = 200;
const MAX_BULK_RATIO = 8;

/** Whether reading all counts is faster than reading these individually. */
async function shouldReadAll(db: LibraryDb, views: readonly string[]): Promise<boolean> {
  return views.length >= MIN_BULK_VIEWS && (await db.counts.count()) < views.length * MAX_BULK_RATIO;
}

/** Reads the counts of views, all in one request or one request each, and adds them. Views without articles have 0. */
async function addCounts(
  db: LibraryDb,
  counts: Map<string, number>,
  views: readonly string[],
): Promise<void> {
  if (views.length === 0) return;
  const rows = (await shouldReadAll(db, views))
    ? await db.counts.toArray()
    : await db.counts.bulkGet([...views]);
  for (const row of rows) if (row !== undefined) counts.set(row.view, row.count);
  for (const view of views) if (!counts.has(view)) counts.set(view, 0);
}

/**
 * Collects the changes of view counts in a transaction. Every transaction that writes articles passes each of them to an
 * instance, and calls `write` at its end, so that the counts are always consistent.
 */
export class ViewCountChanges {
  readonly #changes = new Map<string, number>();
  readonly #known: KnownCounts | null;

  /** @param known the counts after an earlier transaction, which are updated in place */
  constructor(known: KnownCounts | null = null) {
    this.#known = known;
  }

  #add(keys: readonly ViewKey[], amount: number): void {
    for (const [view] of keys) this.#changes.set(view, (this.#changes.get(view) ?? 0) + amount);
  }

  /** Call before an article is written: updates its views, and counts the difference. @returns the article */
  update(article: ArticleRow, before: readonly ViewKey[] = article.views): ArticleRow {
    this.#add(before, -1);
    setViews(article);
    this.#add(article.views, 1);
    return article;
  }

  /** Call before an article is removed. */
  remove(article: ArticleRow): void {
    this.#add(article.views, -1);
  }

  /** Reads the revision, and at least the counts of these views. */
  async #readCounts(db: LibraryDb, views: readonly string[]): Promise<KnownCounts> {
    const known = this.#known;
    if (known !== null && (await readRevision(db)) === known.revision) {
      await addCounts(
        db,
        known.counts,
        views.filter((view) => !known.counts.has(view)),
      );
      return known;
    }
    const counts = new Map<string, number>();
    await addCounts(db, counts, [REVISION, ...views]);
    return { revision: counts.get(REVISION) ?? 0, counts };
  }

  /** Writes the counts. Must run inside the caller's transaction. */
  async write(db: LibraryDb): Promise<void> {
    const changed = [...this.#changes].filter(([, amount]) => amount !== 0);
    if (changed.length === 0) return;
    const { revision, counts: before } = await this.#readCounts(
      db,
      changed.map(([view]) => view),
    );
    const counts = changed.map(([view, amount]) => ({ view, count: (before.get(view) ?? 0) + amount }));
    for (const { view, count } of counts) before.set(view, count);
    if (this.#known !== null) Object.assign(this.#known, { revision: revision + 1, counts: before });
    counts.push({ view: REVISION, count: revision + 1 });
    const empty = counts.filter(({ count }) => count <= 0).map(({ view }) => view);
    await Promise.all([
      db.counts.bulkPut(counts.filter(({ count }) => count > 0)),
      ...(empty.length > 0 ? [db.counts.bulkDelete(empty)] : []),
    ]);
  }
}

/** Subtracted from a pinned article's sort key: more than any time of the next thousand years, in milliseconds. */
export const PINNED_FIRST = 1e14;

/** The fields that determine an article's views. */
type ViewFields = Omit<ArticleRow, 'views'>;

/** The sort key: the second part of an article's view keys. */
export function sortKey(article: Pick<ArticleRow, 'savedAt' | 'pinnedAt'>): number {
  return -article.savedAt - (article.pinnedAt === null ? 0 : PINNED_FIRST);
}

/** The views that contain an article. A deleted article is only in the trash. */
function listViews(article: ViewFields): View[] {
  if (article.deletedAt !== null) return ['trash'];
  const views: View[] = ['all', article.archivedAt === null ? 'inbox' : 'archive'];
  if (article.favourite) views.push('favourites');
  if (article.pinnedAt !== null) views.push('pinned');
  if (article.progress >= READ_THRESHOLD) views.push('done');
  else if (article.progress >= STARTED_THRESHOLD) views.push('started');
  else if (article.archivedAt === null) views.push('unread');
  if (article.publishedAt === null || Number.isNaN(Date.parse(article.publishedAt))) views.push('undated');
  const lacksPages = article.pages !== undefined && article.pages.next !== null;
  if (article.isPreview || lacksPages || article.imagesFailed > 0) views.push('incomplete');
  if (!article.hasText) views.push('links');
  if (article.highlightCount + article.noteCount > 0) views.push('highlighted');
  for (const id of article.listIds) views.push(`list:${id}`);
  for (const tag of article.tags) views.push(`tag:${tag}`);
  for (const key of article.speakerKeys) views.push(`voice:${key}`);
  views.push(`host:${article.host}`);
  return views;
}

/** Sets an article's index keys (`views`) in place. Must be called for every row before it is written. */
export function setViews<T extends ViewFields>(article: T): T & { views: ViewKey[] } {
  const key = sortKey(article);
  const views = listViews(article).map((view): ViewKey => [view, key, article.id]);
  return Object.assign(article, { views });
}
