import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ViewKey } from '../types.ts';
import { placeInViews } from './view-keys.ts';

/** Not a view: counts the changes to any view. */
const REVISION = '';

/** A number that grows with every change to what any view holds. */
export async function readRevision(db: LibraryDb): Promise<number> {
  return (await db.counts.get(REVISION))?.count ?? 0;
}

/**
 * Counts as the last of several transactions left them. They hold while the revision does: nothing counts without
 * raising it. To be dropped when a transaction fails.
 */
export interface KnownCounts {
  revision: number;
  counts: Map<string, number>;
}

/** Views of which so many are asked for are read one by one only where there are many times more. */
const MANY = 200;
const TIMES_MORE = 8;

/** Is reading all counts quicker than asking for each of these? */
async function isMostOf(db: LibraryDb, views: readonly string[]): Promise<boolean> {
  return views.length >= MANY && (await db.counts.count()) < views.length * TIMES_MORE;
}

/**
 * What a transaction changes about the counts of the views. Every transaction that writes articles keeps one,
 * tells it of each article, and writes it at its end: so the counts are right or nothing is written.
 */
export class ViewTally {
  readonly #changes = new Map<string, number>();
  readonly #known: KnownCounts | null;

  /** @param known counts as an earlier tally left them, for work of many transactions one after the other */
  constructor(known: KnownCounts | null = null) {
    this.#known = known;
  }

  #add(keys: readonly ViewKey[], amount: number): void {
    for (const [view] of keys) this.#changes.set(view, (this.#changes.get(view) ?? 0) + amount);
  }

  /** An article is about to be written: puts its views right and counts the difference to those it had. */
  place(article: ArticleRow, before: readonly ViewKey[] = article.views): ArticleRow {
    this.#add(before, -1);
    placeInViews(article);
    this.#add(article.views, 1);
    return article;
  }

  /** An article is about to be removed. */
  remove(article: ArticleRow): void {
    this.#add(article.views, -1);
  }

  /** Counts of these views at least. */
  async #readCounts(db: LibraryDb, views: readonly string[], revision: number): Promise<Map<string, number>> {
    const known = this.#known?.revision === revision ? this.#known.counts : new Map<string, number>();
    const unknown = views.filter((view) => !known.has(view));
    const rows = (await isMostOf(db, unknown)) ? await db.counts.toArray() : await db.counts.bulkGet(unknown);
    for (const row of rows) if (row !== undefined) known.set(row.view, row.count);
    for (const view of unknown) if (!known.has(view)) known.set(view, 0);
    return known;
  }

  /** Writes the counts, inside the caller's transaction. */
  async write(db: LibraryDb): Promise<void> {
    const changed = [...this.#changes].filter(([, amount]) => amount !== 0);
    if (changed.length === 0) return;
    const revision = await readRevision(db);
    const before = await this.#readCounts(
      db,
      changed.map(([view]) => view),
      revision,
    );
    const counts = changed.map(([view, amount]) => ({ view, count: (before.get(view) ?? 0) + amount }));
    for (const { view, count } of counts) before.set(view, count);
    if (this.#known !== null) Object.assign(this.#known, { revision: revision + 1, counts: before });
    counts.push({ view: REVISION, count: revision + 1 });
    await db.counts.bulkPut(counts.filter(({ count }) => count > 0));
    await db.counts.bulkDelete(counts.filter(({ count }) => count <= 0).map(({ view }) => view));
  }
}
