import { type Pacing, PageChangedError, runAtOnce, runInSlices, type Steps } from './in-slices.ts';
import { watchChanges } from './watch-changes.ts';

/** Number of attempts in slices. Then the page is read in one task, because some pages change all the time. */
const MAX_TRIES = 3;

/**
 * Reads from a live page in slices, so that even a large page stays responsive. If all attempts fail, reads in one task.
 *
 * @param startReading starts an attempt
 * @param keepValid called if the page may have changed during a pause: returns the part of the result that is still valid,
 *   or undefined to start again. `hasChanged` tells whether a subtree has changed or was removed
 */
export async function readLive<T>(
  document_: Document,
  startReading: () => Steps<T>,
  keepValid: (value: T, hasChanged: (root: Element) => boolean) => T | undefined,
  pacing: Pacing = {},
): Promise<T> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const changes = watchChanges(document_);
    let hasPaused = false;
    const onPause = (): void => {
      hasPaused = true;
      changes.start();
      pacing.onPause?.();
    };
    try {
      const value = await runInSlices(startReading(), { ...pacing, onPause });
      const validValue = hasPaused ? keepValid(value, changes.hasChanged) : value;
      if (validValue !== undefined) return validValue;
    } catch (error) {
      if (!(error instanceof PageChangedError)) throw error;
    } finally {
      changes.stop();
    }
  }
  return runAtOnce(startReading());
}
