import { useEffect, useState } from 'preact/hooks';
import type { SyncedState } from '../../../components/sync/sync-view-types.ts';
import { watchPeekQuery } from '../../../utils/library/schema/peek.ts';
import { peekSyncState } from '../../../utils/library/schema/peek-sync.ts';
import { listen } from '../../../utils/messaging/receive.ts';

/**
 * Observes whether a saved article has been uploaded for the user's other devices. Does not load Dexie.
 *
 * @param articleId the saved article; null if there is none
 * @returns null if sync is off; undefined until the library has answered
 */
export function useSynced(articleId: string | null): SyncedState | null | undefined {
  const [synced, setSynced] = useState<SyncedState | null | undefined>(articleId === null ? null : undefined);
  useEffect(() => {
    if (articleId === null) {
      setSynced(null);
      return;
    }
    const controller = new AbortController();
    let queryController = new AbortController();
    // Live queries don't observe the sync state, so the query is restarted when sync reports a change.
    const query = (): void => {
      queryController.abort();
      queryController = new AbortController();
      watchPeekQuery(
        () => peekSyncState(articleId),
        setSynced,
        (error) => {
          console.warn('offprint: sync state not read', error);
          setSynced(null);
        },
        queryController.signal,
      );
    };
    query();
    listen('sync/changed', query, controller.signal);
    return () => {
      controller.abort();
      queryController.abort();
    };
  }, [articleId]);
  return synced;
}
