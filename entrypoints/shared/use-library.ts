import { watchLibrary } from '../../utils/library/watch-library.ts';
import { noteUnread } from './unread-library.ts';
import { type LiveAnswer, useLive, type Watch } from './use-live.ts';

const watch: Watch = (query, onAnswer, onError, signal) =>
  watchLibrary(
    query,
    onAnswer,
    (error) => {
      noteUnread(error);
      onError(error);
    },
    signal,
  );

/** An answer of the library that keeps itself up to date; see `useLive`. */
export function useLibrary<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps = false,
): LiveAnswer<T> {
  return useLive(watch, query, inputs, keeps);
}
