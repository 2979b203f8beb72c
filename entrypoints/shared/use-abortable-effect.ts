import { useEffect } from 'preact/hooks';

/**
 * Runs an effect whose clean-up is an abort signal.
 *
 * @param start the effect; its signal is aborted on unmount and before the effect runs again
 * @param deps dependencies; if one changes, the effect runs again
 */
export function useAbortableEffect(
  start: (signal: AbortSignal) => void,
  deps: readonly unknown[] = [],
): void {
  useEffect(() => {
    const controller = new AbortController();
    start(controller.signal);
    return () => controller.abort();
  }, deps);
}
