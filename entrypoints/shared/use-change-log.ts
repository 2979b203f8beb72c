import { useEffect } from 'preact/hooks';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';

/** How long after a change the background is told, in ms. */
const SETTLED = 2000;

/** Wakes the background when the user has changed the library on this page, so that it is in the change log. */
export function useChangeLog(): void {
  useEffect(() => {
    const life = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    watchChanges(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        sendToBackground('log/wake', null).catch((error: unknown) =>
          console.warn('offprint: change log not kept', error),
        );
      }, SETTLED);
    }, life.signal);
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, []);
}
