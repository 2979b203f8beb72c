import { onLocalChange } from '../../utils/library/schema/change-channel.ts';

/** Debounce, and the maximum delay while changes continue. */
const DEBOUNCE_MS = 2000;
const MAX_DELAY_MS = 10_000;

/**
 * Reports library changes made by this window, debounced, and at once if the window is closed. Changes by other contexts are
 * not reported, because this window and the background would then notify each other endlessly.
 *
 * @param report called once for a series of changes
 */
export function reportLocalChanges(report: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pendingSince: number | null = null;
  const flush = (): void => {
    clearTimeout(timer);
    if (pendingSince === null) return;
    pendingSince = null;
    report();
  };
  onLocalChange(() => {
    pendingSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(DEBOUNCE_MS, pendingSince + MAX_DELAY_MS - Date.now())));
  }, signal);
  addEventListener('pagehide', flush, { signal });
  signal.addEventListener('abort', flush);
}
