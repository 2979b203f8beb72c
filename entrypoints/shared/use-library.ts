import { watchLibrary } from '../../utils/library/schema/watch-library.ts';
import { firstFrame } from './prefetch.ts';
import { noteUnread } from './unreadable-library.ts';
import { type LiveAnswer, useLive, type Watch } from './use-live.ts';

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

/** A live query of the library; see `useLive`. */
export function useLibrary<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps = false,
  first?: T,
): LiveAnswer<T> {
  return useLive(watch, query, inputs, keeps, first);
}
