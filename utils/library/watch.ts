import { liveQuery } from 'dexie';
import { explainFailure } from './errors.ts';

/**
 * Asks the library now and again after every change that touches the answer, from any window or the background,
 * until the signal aborts.
 *
 * @param ask any of the library's reading functions, search excepted
 * @param onAnswer called with each answer
 * @param onError called when an answer failed; asking goes on with the next change
 */
export function watchLibrary<T>(
  ask: () => Promise<T>,
  onAnswer: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const subscription = liveQuery(ask).subscribe({
    next: onAnswer,
    error: (error: unknown) => onError(explainFailure(error)),
  });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
