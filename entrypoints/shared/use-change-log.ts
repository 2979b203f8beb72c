import { sendToBackground } from '../../utils/messaging/send.ts';
import { tellOfChanges } from './tell-of-changes.ts';
import { useLife } from './use-life.ts';

/** Wakes the background after the user has changed the library on this page, to log the changes and to sync them. */
export function useChangeLog(): void {
  useLife((signal) =>
    tellOfChanges(() => {
      sendToBackground('log/wake', null).catch((error: unknown) =>
        console.warn('offprint: change log not kept', error),
      );
    }, signal),
  );
}
