import { errorChain } from '../../utils/library/schema/errors.ts';
import { watchLibrary } from '../../utils/library/schema/watch-library.ts';
import { firstFrame } from './prefetch.ts';
import { type LiveAnswer, useLive, type Watch } from './use-live.ts';

/** Whether any query of this page has failed because the library is unreadable; the page then shows one notice. */
let isUnread = false;
const listeners = new Set<() => void>();

/**
 * Names of database errors, of the IndexedDB standard: `UnknownError` for disk and file errors, `DataError` and
 * `NotReadableError` for files that Chromium finds damaged.
 */
const UNREADABLE = ['UnknownError', 'NotReadableError', 'DataError'];

/** Records a failed query if the library is unreadable. */
function noteUnread(error: unknown): void {
  if (![...errorChain(error)].some(({ name }) => UNREADABLE.includes(name))) return;
  isUnread = true;
  for (const listener of listeners) listener();
}

/** Calls back when the library is unreadable, at once if that is known. @returns a function that unsubscribes */
export function onUnread(listener: () => void): () => void {
  listeners.add(listener);
  if (isUnread) listener();
  return () => listeners.delete(listener);
}

const watch: Watch = (query, onAnswer, onError, signal) => {
  const begin = (): void => {
    if (signal.aborted) return;
    watchLibrary(
      query,
      onAnswer,
      (error) => {
        noteUnread(error);
        onError(error);
      },
      signal,
    );
  };
  const frame = firstFrame();
  if (frame === null) begin();
  else frame.then(begin);
};

/** A live query of the library, and whether it failed; see `useLive`. */
export function useLibraryAnswer<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps: boolean,
  first?: T,
): LiveAnswer<T> {
  return useLive(watch, query, inputs, keeps, first);
}

/** The result of a live query of the library; undefined until it is known, and if the library cannot be read. */
export function useLibrary<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps = false,
): T | undefined {
  const answer = useLibraryAnswer(query, inputs, keeps);
  return answer.state === 'ready' ? answer.value : undefined;
}
