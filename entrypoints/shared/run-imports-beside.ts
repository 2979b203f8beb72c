import type { PageTask } from '../../utils/library/articles/process-page.ts';
import { library } from '../../utils/library/db.ts';
import { runInFileWorker } from '../../utils/library/imports/file-worker.ts';
import { failImport, isImportCancelled, nextImport } from '../../utils/library/imports/run-imports.ts';
import type { LibraryDb } from '../../utils/library/schema/library-db.ts';

/** Interval of checks whether an import was cancelled, since a blocked worker can't check itself. */
const CHECK_MS = 1000;

async function runOne(
  importId: string,
  digest: (task: PageTask) => unknown,
  start: () => Worker,
  db: LibraryDb,
): Promise<void> {
  const ended = new AbortController();
  const watch = setInterval(() => {
    // A worker that has just finished its import still has to announce its last write to the pages, and to log it.
    isImportCancelled(importId, db).then(
      (isCancelled) => {
        if (isCancelled) ended.abort(new Error('cancelled'));
      },
      (error: unknown) => console.warn('offprint: import', error),
    );
  }, CHECK_MS);
  try {
    await runInFileWorker(
      start,
      { kind: 'import', importId },
      { signal: ended.signal, runDomTask: (task) => digest(task as PageTask) },
    );
  } catch (error) {
    if (!ended.signal.aborted) await failImport(importId, error, db);
  } finally {
    clearInterval(watch);
  }
}

/**
 * Runs all pending imports one after the other, each in a worker of its own. Never throws because of a file's content.
 *
 * @param digest performs tasks that need a DOM
 * @param start creates the worker
 */
export async function runImportsInWorkers(
  digest: (task: PageTask) => unknown,
  start = () => new Worker('/read-file.js'),
  db: LibraryDb = library,
): Promise<void> {
  for (let job = await nextImport(db); job !== undefined; job = await nextImport(db)) {
    await runOne(job.id, digest, start, db);
  }
}
