import { onLocalChange } from '../../utils/library/schema/change-channel.ts';

/** The background is notified once no change has come for this long, but no later than the maximum. */
const SETTLE_MS = 2000;
const MAX_DELAY_MS = 10_000;

/**
 * Reports changes that this window makes once they have settled, and at once if it is closed. Changes by others, such as
 * the background's sync, are not reported, because both sides would notify each other endlessly.
 *
 * @param tell called once for many changes
 */
export function tellOfChanges(tell: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const now = (): void => {
    clearTimeout(timer);
    if (since === null) return;
    since = null;
    tell();
  };
  onLocalChange(() => {
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(now, Math.max(0, Math.min(SETTLE_MS, since + MAX_DELAY_MS - Date.now())));
  }, signal);
  addEventListener('pagehide', now, { signal });
  signal.addEventListener('abort', now);
}
