import type { LibraryDb } from './db.ts';
import type { ArticleRow, ViewKey } from './types.ts';
import { placeInViews } from './view-keys.ts';

/** Not a view: counts the changes to any view. */
const REVISION = '';

/** A number that grows with every change to what any view holds. */
export async function readRevision(db: LibraryDb): Promise<number> {
  return (await db.counts.get(REVISION))?.count ?? 0;
}

/**
 * What a transaction changes about the counts of the views. Every transaction that writes articles keeps one,
 * tells it of each article, and writes it at its end: so the counts are right or nothing is written.
 */
export class ViewTally {
  readonly #changes = new Map<string, number>();

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

  /** Writes the counts, inside the caller's transaction. */
  async write(db: LibraryDb): Promise<void> {
    const changed = [...this.#changes].filter(([, amount]) => amount !== 0);
    if (changed.length === 0) return;
    changed.push([REVISION, 1]);
    const rows = await db.counts.bulkGet(changed.map(([view]) => view));
    const counts = changed.map(([view, amount], i) => ({ view, count: (rows[i]?.count ?? 0) + amount }));
    await db.counts.bulkPut(counts.filter(({ count }) => count > 0));
    await db.counts.bulkDelete(counts.filter(({ count }) => count <= 0).map(({ view }) => view));
  }
}
