import { isSyncSetUp } from '../../utils/library/schema/peek-sync.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { isMetered } from '../../utils/platform/metered.ts';
import { POLL_INTERVAL_MS } from '../../utils/sync/sync-timing.ts';
import { useLife } from './use-life.ts';

async function askForNews(): Promise<void> {
  if (await isSyncSetUp()) await sendToBackground('sync/wake', null);
}

/**
 * If sync is set up, fetches changes of other devices when a page of the library is opened or becomes visible, and
 * regularly on unmetered connections, so that a user who changes devices within an article finds their position.
 */
export function useNews(): void {
  useLife((signal) => {
    const ask = (): void => {
      askForNews().catch((error: unknown) => console.warn('offprint: other devices not asked', error));
    };
    let timer: ReturnType<typeof setInterval> | undefined;
    const begin = (): void => {
      clearInterval(timer);
      if (document.visibilityState !== 'visible') return;
      ask();
      timer = setInterval(() => {
        if (!isMetered()) ask();
      }, POLL_INTERVAL_MS);
    };
    begin();
    document.addEventListener('visibilitychange', begin, { signal });
    signal.addEventListener('abort', () => clearInterval(timer));
  });
}
