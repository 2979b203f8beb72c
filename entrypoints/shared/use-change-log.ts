import { sendToBackground } from '../../utils/messaging/send.ts';
import { reportLocalChanges } from './report-local-changes.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

/** Wakes the background after changes of the library on this page, so that they are logged and synced. */
export function useChangeLog(): void {
  useAbortableEffect((signal) =>
    reportLocalChanges(() => {
      sendToBackground('log/wake', null).catch((error: unknown) =>
        console.warn('offprint: background not notified', error),
      );
    }, signal),
  );
}
