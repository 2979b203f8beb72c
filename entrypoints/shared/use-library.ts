import { useLayoutEffect, useState } from 'preact/hooks';
import { watchLibrary } from '../../utils/library/watch-library.ts';
import { noteUnread } from './unread-library.ts';

export type LiveAnswer<T> =
  | { state: 'waiting' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/**
 * An answer of the library that keeps itself up to date.
 *
 * @param query reads the library
 * @param inputs what the query depends on; a change asks anew
 * @param keeps true to show the old answer until the new one is there
 */
export function useLibrary<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  keeps = false,
): LiveAnswer<T> {
  const [answer, setAnswer] = useState<LiveAnswer<T>>({ state: 'waiting' });
  // Not after the first frame: an answer that is quick is then in it.
  useLayoutEffect(() => {
    const life = new AbortController();
    if (!keeps) setAnswer({ state: 'waiting' });
    watchLibrary(
      query,
      (value) => setAnswer({ state: 'ready', value }),
      (error) => {
        console.warn('offprint: library not read', error);
        noteUnread(error);
        setAnswer({ state: 'failed', error });
      },
      life.signal,
    );
    return () => life.abort();
  }, inputs);
  return answer;
}
