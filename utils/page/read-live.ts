import { type Pacing, PageChangedError, runAtOnce, runInSlices, type Steps } from './in-slices.ts';
import { watchChanges } from './watch-changes.ts';

/** Readings in slices that may fail before the page is read at once: one that never rests has to be read, too. */
const MAX_TRIES = 3;

/**
 * Reads something out of a live page in slices, so that the page stays responsive however large it is.
 *
 * @param read starts the reading
 * @param mend what is left of the result after the page has changed meanwhile; undefined where it must be read anew.
 *   `isTouched` says whether a subtree has changed or is gone
 * @returns where the reading lost its place in the page each time, or had to be done anew, what reading at once gives
 */
export async function readLive<T>(
  document_: Document,
  read: () => Steps<T>,
  mend: (value: T, isTouched: (root: Element) => boolean) => T | undefined,
  pacing: Pacing = {},
): Promise<T> {
  for (let tried = 0; tried < MAX_TRIES; tried++) {
    const changes = watchChanges(document_);
    let hasPaused = false;
    const onPause = (): void => {
      hasPaused = true;
      changes.start();
      pacing.onPause?.();
    };
    try {
      const value = await runInSlices(read(), { ...pacing, onPause });
      const mended = hasPaused ? mend(value, changes.touch) : value;
      if (mended !== undefined) return mended;
    } catch (error) {
      if (!(error instanceof PageChangedError)) throw error;
    } finally {
      changes.stop();
    }
  }
  return runAtOnce(read());
}
