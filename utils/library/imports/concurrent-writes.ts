import { type KnownCounts, readRevision } from '../lists/view-counts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportRow } from '../user-types.ts';

/** The state of the library before a group is written. */
export interface LibraryState {
  /** Nothing else has been added to the library, so document numbers can be kept. */
  isAlone: boolean;
  /** Ids and identities of all articles, or null if they must be looked up. */
  all: ReadonlySet<string> | null;
}

/**
 * Tracks whether anybody else has changed the library. While an empty library is filled, this avoids looking up each
 * article.
 */
export class ConcurrentWrites {
  readonly counts: KnownCounts = { revision: -1, counts: new Map() };
  readonly #written = new Set<string>();
  #isAlone = true;
  #knowsAll = true;

  /** Must run inside the transaction of a step. */
  async look(db: LibraryDb, row: Pick<ImportRow, 'wasEmpty' | 'added'>): Promise<LibraryState> {
    if (this.counts.revision === -1) {
      const there = await db.articles.count();
      // If the user saves articles meanwhile, incoming document numbers may be taken.
      this.#isAlone = row.wasEmpty && there === row.added;
      this.#knowsAll = there === 0;
    } else if (this.counts.revision !== (await readRevision(db))) {
      this.#isAlone = false;
      this.#knowsAll = false;
    }
    return { isAlone: this.#isAlone, all: this.#knowsAll ? this.#written : null };
  }

  /** Call with the ids or identities of articles that the step has written. */
  note(keys: Iterable<string>): void {
    if (!this.#knowsAll) return;
    for (const key of keys) this.#written.add(key);
  }
}
