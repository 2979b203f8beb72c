import { isSyncSetUp } from '../../utils/library/schema/peek-sync.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { isMetered } from '../../utils/platform/metered.ts';
import { POLL_INTERVAL_MS } from '../../utils/sync/sync-timing.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

async function wakeSyncIfSetUp(): Promise<void> {
  if (await isSyncSetUp()) await sendToBackground('sync/wake', null);
}

/**
 * If sync is set up, requests changes of other devices when a page of the library is opened or becomes visible, and polls on
 * unmetered connections, so that a user who continues reading on another device finds the position there.
 */
export function useSyncPolling(): void {
  useAbortableEffect((signal) => {
    const poll = (): void => {
      wakeSyncIfSetUp().catch((error: unknown) => console.warn('offprint: sync not polled', error));
    };
    let timer: ReturnType<typeof setInterval> | undefined;
    const startPolling = (): void => {
      clearInterval(timer);
      if (document.visibilityState !== 'visible') return;
      poll();
      timer = setInterval(() => {
        if (!isMetered()) poll();
      }, POLL_INTERVAL_MS);
    };
    startPolling();
    document.addEventListener('visibilitychange', startPolling, { signal });
    signal.addEventListener('abort', () => clearInterval(timer));
  });
}
