import { useLayoutEffect, useState } from 'preact/hooks';

export type LiveQueryState<T> =
  | { state: 'waiting' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/** Runs a query now, and again whenever its result may have changed, until the signal aborts. */
export type WatchQuery = <T>(
  query: () => Promise<T>,
  onAnswer: (state: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
) => void;

/**
 * The state of a live query.
 *
 * @param watch runs the query, and again after changes of its data
 * @param query reads the library
 * @param deps dependencies of the query; if one changes, the query runs again
 * @param keepsOldResult whether the old result is kept until the new one is known
 * @param initial a known result for the first frame
 */
export function useLiveQuery<T>(
  watch: WatchQuery,
  query: () => Promise<T>,
  deps: readonly unknown[],
  keepsOldResult: boolean,
  initial?: T,
): LiveQueryState<T> {
  const [state, setState] = useState<LiveQueryState<T>>(
    initial === undefined ? { state: 'waiting' } : { state: 'ready', value: initial },
  );
  // A layout effect, so that a quick result is shown in the first frame.
  useLayoutEffect(() => {
    const controller = new AbortController();
    if (!keepsOldResult) setState({ state: 'waiting' });
    watch(
      query,
      (value) => setState({ state: 'ready', value }),
      (error) => {
        console.warn('offprint: library not read', error);
        setState({ state: 'failed', error });
      },
      controller.signal,
    );
    return () => controller.abort();
  }, deps);
  return state;
}
