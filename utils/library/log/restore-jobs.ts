/** Restores imports and pending downloads from a log, so that they continue. */

import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportFailureRow, ImportRow, TextJobRow } from '../user-types.ts';
import { importFileName, type LogFiles } from './file-store.ts';

/** Imports and pending downloads in a log. */
export interface LoggedJobs {
  imports: readonly ImportRow[];
  failures: readonly ImportFailureRow[];
  texts: readonly TextJobRow[];
}

/**
 * Resets an import that can continue. It starts from the beginning, because its recorded progress may be newer than the
 * articles in the log. Articles that already exist are merged, not duplicated.
 */
function restartImport(row: ImportRow): ImportRow {
  return { ...row, wasEmpty: false, position: 0, added: 0, merged: 0, failed: 0, highlights: 0 };
}

/** Returns jobs for the texts that are still missing. */
async function pendingTextJobs(
  db: LibraryDb,
  texts: readonly TextJobRow[],
): Promise<Omit<TextJobRow, 'id'>[]> {
  const articles = await db.articles.bulkGet(texts.map(({ articleId }) => articleId));
  return texts
    .filter((_, i) => articles[i]?.hasText === false)
    .map(({ id, ...job }) => ({ ...job, state: 'waiting' }));
}

/** Ends an import whose file was lost with the database. Pending downloads of texts continue. */
function endImport(row: ImportRow, pendingJobs: number): ImportRow {
  if (row.state === 'running') return { ...row, state: 'failed', error: 'damaged' };
  return row.state === 'fetching' && pendingJobs === 0 ? { ...row, state: 'done' } : row;
}

async function restoreImport(
  db: LibraryDb,
  row: ImportRow,
  file: Blob | null,
  { failures, texts }: LoggedJobs,
): Promise<void> {
  await db.transaction(
    'rw',
    [db.imports, db.importFiles, db.importFailures, db.textJobs, db.articles],
    async () => {
      // An earlier, interrupted restore has already restored this import.
      if ((await db.imports.get(row.id)) !== undefined) return;
      const pendingJobs = await pendingTextJobs(
        db,
        texts.filter(({ importId }) => importId === row.id),
      );
      await db.textJobs.bulkAdd(pendingJobs);
      if (file !== null) {
        await db.imports.add(restartImport(row));
        await db.importFiles.add({ importId: row.id, file });
        return;
      }
      await db.imports.add(endImport(row, pendingJobs.length));
      const ownFailures = failures.filter(({ importId }) => importId === row.id);
      await db.importFailures.bulkAdd(ownFailures.map(({ id, ...failure }) => failure));
    },
  );
}

/**
 * Restores imports and their downloads. Must run after the articles were restored. Uses one transaction per import, so
 * that an interrupted restore can be repeated.
 */
export async function restoreJobs(db: LibraryDb, { store, id }: LogFiles, jobs: LoggedJobs): Promise<void> {
  for (const row of jobs.imports) {
    const canContinue = row.state !== 'done' && row.state !== 'fetching';
    await restoreImport(db, row, canContinue ? await store.get(importFileName(id, row.id)) : null, jobs);
  }
}
