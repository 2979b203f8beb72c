import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FileStore } from '../../../utils/library/log/file-store.ts';
import { createLazyLogWriter } from '../../../utils/library/log/lazy-log-writer.ts';
import { LibraryDb } from '../../../utils/library/schema/library-db.ts';

/** A disk of its own, with as many windows on it as a test opens; each may have its change log at a place. */
export function freshDisk(): { open: (place?: FileStore) => LibraryDb } {
  const indexedDB = new IDBFactory();
  return {
    open: (place) =>
      new LibraryDb(
        'offprint',
        { indexedDB, IDBKeyRange },
        place === undefined
          ? undefined
          : createLazyLogWriter({ openStore: async () => place, registerDelayMs: 1 }),
      ),
  };
}

/** One empty library. */
export const freshLibrary = (place?: FileStore): LibraryDb => freshDisk().open(place);

/** Fails the nth write from now on as a full disk does; 0 is the next. Returns how to end that. */
export function fillDiskAt(db: LibraryDb, n: number): { writes: () => number } {
  let writes = 0;
  db.use({
    stack: 'dbcore',
    name: 'full-disk',
    // Below the outbox: what it records are writes, too.
    level: 5,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            if (writes++ === n) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return { writes: () => writes };
}

/** Everything in the library, to compare before and after. The outbox and the change log are none of it. */
export async function everything(db: LibraryDb): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => name !== 'outbox' && !name.startsWith('log'));
  const entries = await Promise.all(
    tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  const meta = await db.meta.filter(({ key }) => !key.startsWith('log')).toArray();
  return { ...Object.fromEntries(entries), meta };
}
