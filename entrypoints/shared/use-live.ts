import { useLayoutEffect, useState } from 'preact/hooks';

export type LiveAnswer<T> =
  | { state: 'waiting' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/** Runs a query now, and again whenever its result may have changed, until the signal aborts. */
export type Watch = <T>(
  query: () => Promise<T>,
  onAnswer: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
) => void;

/**
 * The result of a live query.
 *
 * @param watch runs the query again after changes
 * @param query reads the library
 * @param inputs the query's dependencies; a change runs it again
 * @param keeps whether the old result stays until the new one is there
 * @param first a known result for the first frame
 */
export function useLive<T>(
  watch: Watch,
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps: boolean,
  first?: T,
): LiveAnswer<T> {
  const [answer, setAnswer] = useState<LiveAnswer<T>>(
    first === undefined ? { state: 'waiting' } : { state: 'ready', value: first },
  );
  // Before the first frame, so that a quick result is in it.
  useLayoutEffect(() => {
    const life = new AbortController();
    if (!keeps) setAnswer({ state: 'waiting' });
    watch(
      query,
      (value) => setAnswer({ state: 'ready', value }),
      (error) => {
        console.warn('offprint: library not read', error);
        setAnswer({ state: 'failed', error });
      },
      life.signal,
    );
    return () => life.abort();
  }, inputs);
  return answer;
}
