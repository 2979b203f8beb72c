import { useEffect } from 'preact/hooks';
import { isSyncSetUp } from '../../utils/library/schema/peek-sync.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { isMetered } from '../../utils/platform/metered.ts';

/**
 * When it is asked after a page has come into view, in ms: at once, and twice more within a minute. The device that the
 * user has just left may tell what they did there some seconds after they are here.
 */
const ASKED_AT = [0, 20_000, 50_000];
/** Where data costs money. */
const ASKED_ONCE = [0];

async function askForNews(): Promise<void> {
  if (await isSyncSetUp()) await sendToBackground('sync/wake', null);
}

/**
 * Where sync is set up: asks for what was done on other devices, as a page of the library is opened and each time it
 * comes back into view. Whoever changes devices in the middle of an article finds their place.
 */
export function useNews(): void {
  useEffect(() => {
    const ask = (): void => {
      askForNews().catch((error: unknown) => console.warn('offprint: other devices not asked', error));
    };
    let timers: ReturnType<typeof setTimeout>[] = [];
    const begin = (): void => {
      for (const timer of timers) clearTimeout(timer);
      const times = isMetered() ? ASKED_ONCE : ASKED_AT;
      timers = document.visibilityState === 'visible' ? times.map((at) => setTimeout(ask, at)) : [];
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      for (const timer of timers) clearTimeout(timer);
      document.removeEventListener('visibilitychange', begin);
    };
  }, []);
}
