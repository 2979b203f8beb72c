import type { PageTask } from '../../utils/library/articles/process-page.ts';
import { library } from '../../utils/library/db.ts';
import { runInFileWorker } from '../../utils/library/imports/file-worker.ts';
import { failImport, isImportCancelled, nextImport } from '../../utils/library/imports/run-imports.ts';
import type { LibraryDb } from '../../utils/library/schema/library-db.ts';

/** Interval at which we check whether an import was cancelled, because a blocked worker can't check it itself. */
const CANCEL_CHECK_MS = 1000;

async function runImport(
  importId: string,
  runPageTask: (task: PageTask) => unknown,
  startWorker: () => Worker,
  db: LibraryDb,
): Promise<void> {
  const controller = new AbortController();
  const timer = setInterval(() => {
    // Stopped only if cancelled: a worker that has finished its import may still have to announce and log its last write.
    isImportCancelled(importId, db).then(
      (isCancelled) => {
        if (isCancelled) controller.abort(new Error('cancelled'));
      },
      (error: unknown) => console.warn('offprint: import', error),
    );
  }, CANCEL_CHECK_MS);
  try {
    await runInFileWorker(
      startWorker,
      { kind: 'import', importId },
      { signal: controller.signal, runDomTask: (task) => runPageTask(task as PageTask) },
    );
  } catch (error) {
    if (!controller.signal.aborted) await failImport(importId, error, db);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs all pending imports in sequence, each in its own worker. An error is recorded in the import, not thrown.
 *
 * @param runPageTask runs tasks that need a DOM
 * @param startWorker creates a worker
 */
export async function runPendingImports(
  runPageTask: (task: PageTask) => unknown,
  startWorker = () => new Worker('/read-file.js'),
  db: LibraryDb = library,
): Promise<void> {
  for (let job = await nextImport(db); job !== undefined; job = await nextImport(db)) {
    await runImport(job.id, runPageTask, startWorker, db);
  }
}
