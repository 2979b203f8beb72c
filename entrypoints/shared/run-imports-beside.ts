import type { DigestTask } from '../../utils/library/articles/digest-page.ts';
import { doFileWork } from '../../utils/library/imports/file-work.ts';
import { failImport, isImportRunning, nextImport } from '../../utils/library/imports/run-imports.ts';

/** How often it is looked whether an import was cancelled, in ms: it may be stuck, and hear nothing itself. */
const LOOK = 1000;

async function runOne(importId: string, digest: (task: DigestTask) => unknown): Promise<void> {
  const ended = new AbortController();
  const watch = setInterval(() => {
    isImportRunning(importId).then(
      (isRunning) => {
        if (!isRunning) ended.abort(new Error('cancelled'));
      },
      (error: unknown) => console.warn('offprint: import', error),
    );
  }, LOOK);
  try {
    await doFileWork(
      () => new Worker('/read-file.js'),
      { kind: 'import', importId },
      { signal: ended.signal, doWithDom: (task) => digest(task as DigestTask) },
    );
  } catch (error) {
    if (!ended.signal.aborted) await failImport(importId, error);
  } finally {
    clearInterval(watch);
  }
}

/**
 * Does all imports that are begun, one after the other, each in a worker of its own. Never throws for what is wrong
 * with a file.
 *
 * @param digest does what needs a DOM
 */
export async function runImportsBeside(digest: (task: DigestTask) => unknown): Promise<void> {
  for (let job = await nextImport(); job !== undefined; job = await nextImport()) {
    await runOne(job.id, digest);
  }
}
