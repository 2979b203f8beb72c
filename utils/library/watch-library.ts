import { liveQuery } from 'dexie';
import { explainFailure } from './errors.ts';

/**
 * Runs a query of the library now, and again whenever what it read has changed, in any window.
 *
 * @param query reads through this folder's functions only
 * @param onAnswer gets every answer in turn
 * @param onError gets what the query threw, a database that can't be opened for one; the watch ends with it
 * @param signal ends the watch
 */
export function watchLibrary<T>(
  query: () => Promise<T>,
  onAnswer: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const subscription = liveQuery(query).subscribe({
    next: onAnswer,
    error: (error: unknown) => onError(explainFailure(error)),
  });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
