import { createLazyLogWriter } from './log/lazy-log-writer.ts';
import { LibraryDb } from './schema/library-db.ts';
import { LIBRARY_NAME } from './schema/library-name.ts';

/** The user's library. The database opens on first use. */
export const library = new LibraryDb(
  LIBRARY_NAME,
  undefined,
  createLazyLogWriter({ openStore: async () => (await import('./log/open-store.ts')).openLogStore() }),
);
