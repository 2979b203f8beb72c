import { useEffect } from 'preact/hooks';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { tellOfChanges } from './tell-of-changes.ts';

/**
 * Wakes the background when the user has changed the library on this page, so that it is in the change log, and goes to
 * the user's other devices where sync is set up.
 */
export function useChangeLog(): void {
  useEffect(() => {
    const life = new AbortController();
    tellOfChanges(() => {
      sendToBackground('log/wake', null).catch((error: unknown) =>
        console.warn('offprint: change log not kept', error),
      );
    }, life.signal);
    return () => life.abort();
  }, []);
}
