import Dexie, { liveQuery } from 'dexie';
import { LOGGED } from '../log/record-keys.ts';
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

/**
 * Calls back whenever the library has changed, in any window, in a way that goes into the change log.
 *
 * @param name of the database
 */
export function watchChanges(onChange: () => void, signal: AbortSignal, name = 'offprint'): void {
  const prefixes = [...LOGGED].map((table) => `idb://${name}/${table}/`);
  const look = (parts: object): void => {
    if (Object.keys(parts).some((part) => prefixes.some((prefix) => part.startsWith(prefix)))) onChange();
  };
  Dexie.on('storagemutated', look);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(look));
}
