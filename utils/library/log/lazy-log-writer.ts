import { announceChange } from '../schema/change-channel.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { FileStore } from './file-store.ts';
import type { WriteToLog } from './record-writes.ts';

/** Options for writing a change log. */
interface LazyLogOptions {
  /** Opens the store; null if there is none. */
  openStore: () => Promise<FileStore | null>;
  /** See `ImmediateLogWriter`. */
  registerDelayMs?: number;
}

/**
 * Returns a factory of log writers, which load their code on the first write, so that pages that only read do not load
 * it.
 */
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
        // The code can't be loaded, for example because the extension was updated while the page was open. The changes
        // stay in the outbox.
        loading = null;
        console.warn('offprint: could not load the change log writer', error);
      }
    };
  };
}
