import { useEffect } from 'preact/hooks';
import { isSyncSetUp } from '../../utils/library/schema/peek-sync.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';

async function askForNews(): Promise<void> {
  if (document.visibilityState === 'visible' && (await isSyncSetUp()))
    await sendToBackground('sync/wake', null);
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
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
}
