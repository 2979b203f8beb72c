import { onOwnChange } from '../../utils/library/schema/change-channel.ts';

/** How long after a change the background is told, and how long at most where changes don't end, in ms. */
const SETTLED = 2000;
const LONGEST = 10_000;

/**
 * Tells of the changes that this window makes once they have settled, and at once where it is closed before that. Of
 * what others write, the background's sync among them, it says nothing: they would answer each other for ever.
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
  onOwnChange(() => {
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(now, Math.max(0, Math.min(SETTLED, since + LONGEST - Date.now())));
  }, signal);
  addEventListener('pagehide', now, { signal });
  signal.addEventListener('abort', now);
}
