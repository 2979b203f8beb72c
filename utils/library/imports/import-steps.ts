/** Steps of an import, each one transaction: killed at any moment, it goes on where it was. */

import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportRow } from '../user-types.ts';

/**
 * Does a step of an import, unless it was cancelled or somebody else did it.
 *
 * @param step changes the row and writes with it; inside a transaction that holds every table
 * @returns whether it was done
 */
export function doStep(
  db: LibraryDb,
  job: ImportRow,
  step: (row: ImportRow) => Promise<void>,
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    const row = await db.imports.get(job.id);
    if (row === undefined || row.state !== 'running' || row.position !== job.position) return false;
    await step(row);
    row.updatedAt = Date.now();
    await db.imports.put(row);
    Object.assign(job, row);
    return true;
  });
}

/** Nothing more to read: the file goes. */
export async function finishImport(db: LibraryDb, job: ImportRow): Promise<void> {
  await doStep(db, job, async (row) => {
    const waiting = await db.textJobs.where('importId').equals(row.id).count();
    row.state = waiting > 0 ? 'fetching' : 'done';
    await db.importFiles.delete(row.id);
  });
}
