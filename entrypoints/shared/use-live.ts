import { useLayoutEffect, useState } from 'preact/hooks';

export type LiveAnswer<T> =
  | { state: 'waiting' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/** Asks now, and again whenever what was asked for may have changed, until the signal aborts. */
export type Watch = <T>(
  query: () => Promise<T>,
  onAnswer: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
) => void;

/**
 * An answer that keeps itself up to date.
 *
 * @param watch how it is kept so
 * @param query reads the library
 * @param inputs what the query depends on; a change asks anew
 * @param keeps true to show the old answer until the new one is there
 * @param first what is known already, for the first frame
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
  // Not after the first frame: an answer that is quick is then in it.
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
