/** Steps of an import. Each is one transaction, so that an interrupted import can continue. */

import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportRow } from '../user-types.ts';

/**
 * Runs a step of an import, unless it was cancelled or another context has run it.
 *
 * @param step changes the import's row and writes; runs inside a transaction that includes every table
 * @returns whether the step was run
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

/** Ends the reading of an import, and deletes its file. */
export async function finishImport(db: LibraryDb, job: ImportRow): Promise<void> {
  await doStep(db, job, async (row) => {
    const waiting = await db.textJobs.where('importId').equals(row.id).count();
    row.state = waiting > 0 ? 'fetching' : 'done';
    await db.importFiles.delete(row.id);
  });
}
