import { announceChange } from '../schema/change-channel.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { FileStore } from './file-store.ts';
import type { Tell } from './note-writes.ts';

/** Where the change log of a database is kept. */
interface LogOptions {
  /** Null where there is no place for one. */
  open: () => Promise<FileStore | null>;
  /** See `LogAtOnce`. */
  settled?: number;
}

/** Loads what writes the change log with the first write: what only reads does without it. */
export function logLazily({ open, settled }: LogOptions): (db: LibraryDb) => Tell {
  return (db) => {
    let loading: Promise<Tell> | null = null;
    const load = async (): Promise<Tell> => {
      const { LogAtOnce } = await import('./log-at-once.ts');
      const log = new LogAtOnce(db, open, settled);
      return (told) => log.tell(told);
    };
    return async (told) => {
      announceChange();
      try {
        loading ??= load();
        await (await loading)(told);
      } catch (error) {
        // A page of a release that was replaced meanwhile. What changed stays noted.
        loading = null;
        console.warn('offprint: not in the change log yet', error);
      }
    };
  };
}
