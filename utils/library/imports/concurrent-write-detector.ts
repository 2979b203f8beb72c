import { type KnownCounts, readRevision } from '../lists/view-counts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportRow } from '../user-types.ts';

/** The state of the library before a step of an import writes. */
export interface LibraryState {
  /** Only the import has added articles, so the document numbers in its file are free. */
  canKeepDocNumbers: boolean;
  /** Ids and identities of all articles, or null if they must be looked up. */
  knownKeys: ReadonlySet<string> | null;
}

/**
 * Detects whether anything but the import has changed the library. While an import fills an empty library, this avoids
 * looking up each article.
 */
export class ConcurrentWriteDetector {
  readonly counts: KnownCounts = { revision: -1, counts: new Map() };
  readonly #written = new Set<string>();
  #canKeepDocNumbers = true;
  #knowsAll = true;

  /** Must run inside the transaction of a step, before it writes. */
  async check(db: LibraryDb, row: Pick<ImportRow, 'wasEmpty' | 'added'>): Promise<LibraryState> {
    if (this.counts.revision === -1) {
      const count = await db.articles.count();
      // If the user has saved articles meanwhile, document numbers in the file may be in use.
      this.#canKeepDocNumbers = row.wasEmpty && count === row.added;
      this.#knowsAll = count === 0;
    } else if (this.counts.revision !== (await readRevision(db))) {
      this.#canKeepDocNumbers = false;
      this.#knowsAll = false;
    }
    const knownKeys = this.#knowsAll ? this.#written : null;
    return { canKeepDocNumbers: this.#canKeepDocNumbers, knownKeys };
  }

  /** Must be called with the ids or identities of the articles that a step has written. */
  recordWritten(keys: Iterable<string>): void {
    if (!this.#knowsAll) return;
    for (const key of keys) this.#written.add(key);
  }
}
