import { errorChain } from '../../utils/library/schema/errors.ts';
import { watchLibrary } from '../../utils/library/schema/watch-library.ts';
import { firstFrame } from './prefetch.ts';
import { type LiveQueryState, useLiveQuery, type WatchQuery } from './use-live-query.ts';

/** Whether a query of this page has failed because the library is unreadable. */
let isUnreadable = false;
const listeners = new Set<() => void>();

/**
 * Names of IndexedDB errors: `UnknownError` for disk and file errors; `DataError` and `NotReadableError` if Chromium finds
 * files damaged.
 */
const UNREADABLE_ERRORS = ['UnknownError', 'NotReadableError', 'DataError'];

/** Notifies listeners if the error means that the library is unreadable. */
function recordQueryError(error: unknown): void {
  if (![...errorChain(error)].some(({ name }) => UNREADABLE_ERRORS.includes(name))) return;
  isUnreadable = true;
  for (const listener of listeners) listener();
}

/** Calls the listener when the library proves unreadable; at once if it already has. @returns a function to unsubscribe */
export function onLibraryUnreadable(listener: () => void): () => void {
  listeners.add(listener);
  if (isUnreadable) listener();
  return () => listeners.delete(listener);
}

const watchAfterFirstFrame: WatchQuery = (query, onAnswer, onError, signal) => {
  const start = (): void => {
    if (signal.aborted) return;
    watchLibrary(
      query,
      onAnswer,
      (error) => {
        recordQueryError(error);
        onError(error);
      },
      signal,
    );
  };
  const frame = firstFrame();
  if (frame === null) start();
  else frame.then(start);
};

/** The state of a live query of the library, including failure; for the parameters see `useLiveQuery`. */
export function useLibraryQuery<T>(
  query: () => Promise<T>,
  deps: readonly unknown[],
  keepsOldResult: boolean,
  initial?: T,
): LiveQueryState<T> {
  return useLiveQuery(watchAfterFirstFrame, query, deps, keepsOldResult, initial);
}

/** The result of a live query of the library; undefined while it is loading and if it failed. */
export function useLibrary<T>(
  query: () => Promise<T>,
  deps: readonly unknown[],
  keepsOldResult = false,
): T | undefined {
  const answer = useLibraryQuery(query, deps, keepsOldResult);
  return answer.state === 'ready' ? answer.value : undefined;
}
