import { useEffect } from 'preact/hooks';

/**
 * Starts something once the screen is there, and again after a change of the inputs.
 *
 * @param begin its signal aborts when the screen ends, and before it begins again
 */
export function useLife(begin: (signal: AbortSignal) => void, inputs: readonly unknown[] = []): void {
  useEffect(() => {
    const life = new AbortController();
    begin(life.signal);
    return () => life.abort();
  }, inputs);
}
