import Dexie, { liveQuery } from 'dexie';
import { LOGGED_TABLES } from '../log/record-keys.ts';
import { toLibraryError } from './errors.ts';

/**
 * Runs a query of the library now, and again whenever the data that it read has changed, in any window.
 *
 * @param query must read only through functions of `utils/library`
 * @param onResult receives every result
 * @param onError receives the error if a query fails, such as when the database can't be opened; the watch ends then
 * @param signal ends the watch
 */
export function watchLibrary<T>(
  query: () => Promise<T>,
  onResult: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const subscription = liveQuery(query).subscribe({
    next: onResult,
    error: (error: unknown) => onError(toLibraryError(error)),
  });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}

/**
 * Calls back after every logged change of the library, in any window.
 *
 * @param signal ends the watch; if not given, it lasts as long as its context, such as the background
 * @param name name of the database
 */
export function watchChanges(onChange: () => void, signal?: AbortSignal, name = 'offprint'): void {
  const prefixes = [...LOGGED_TABLES].map((table) => `idb://${name}/${table}/`);
  const onMutation = (parts: object): void => {
    if (Object.keys(parts).some((part) => prefixes.some((prefix) => part.startsWith(prefix)))) onChange();
  };
  Dexie.on('storagemutated', onMutation);
  signal?.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(onMutation));
}
