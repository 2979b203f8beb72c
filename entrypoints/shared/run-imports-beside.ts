import type { PageTask } from '../../utils/library/articles/digest-page.ts';
import { doFileWork } from '../../utils/library/imports/file-work.ts';
import { failImport, isImportRunning, nextImport } from '../../utils/library/imports/run-imports.ts';

/** Interval of checks whether an import was cancelled, since a blocked worker can't check itself. */
const CHECK_MS = 1000;

async function runOne(importId: string, digest: (task: PageTask) => unknown): Promise<void> {
  const ended = new AbortController();
  const watch = setInterval(() => {
    isImportRunning(importId).then(
      (isRunning) => {
        if (!isRunning) ended.abort(new Error('cancelled'));
      },
      (error: unknown) => console.warn('offprint: import', error),
    );
  }, CHECK_MS);
  try {
    await doFileWork(
      () => new Worker('/read-file.js'),
      { kind: 'import', importId },
      { signal: ended.signal, doWithDom: (task) => digest(task as PageTask) },
    );
  } catch (error) {
    if (!ended.signal.aborted) await failImport(importId, error);
  } finally {
    clearInterval(watch);
  }
}

/**
 * Runs all pending imports one after the other, each in a worker of its own. Never throws because of a file's content.
 *
 * @param digest performs tasks that need a DOM
 */
export async function runImportsInWorkers(digest: (task: PageTask) => unknown): Promise<void> {
  for (let job = await nextImport(); job !== undefined; job = await nextImport()) {
    await runOne(job.id, digest);
  }
}
