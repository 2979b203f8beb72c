import { announceChange } from '../schema/change-channel.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { FileStore } from './file-store.ts';
import type { WriteToLog } from './record-writes.ts';

/** Where a database's change log is stored. */
interface LazyLogOptions {
  /** Opens the store; null if there is none. */
  openStore: () => Promise<FileStore | null>;
  /** See `ImmediateLogWriter`. */
  registerDelayMs?: number;
}

/** Loads the code that writes the change log on the first write, so that readers don't load it. */
export function createLazyLogWriter({
  openStore,
  registerDelayMs,
}: LazyLogOptions): (db: LibraryDb) => WriteToLog {
  return (db) => {
    let loading: Promise<WriteToLog> | null = null;
    const load = async (): Promise<WriteToLog> => {
      const { ImmediateLogWriter } = await import('./immediate-log-writer.ts');
      const log = new ImmediateLogWriter(db, openStore, registerDelayMs);
      return (changes) => log.write(changes);
    };
    return async (changes) => {
      announceChange();
      try {
        loading ??= load();
        await (await loading)(changes);
      } catch (error) {
        // The page belongs to a version that was replaced meanwhile. Its changes stay in the outbox.
        loading = null;
        console.warn('offprint: not in the change log yet', error);
      }
    };
  };
}
