import { useEffect, useState } from 'preact/hooks';
import type { SyncedState } from '../../../components/sync/sync-view-types.ts';
import { watchPeekQuery } from '../../../utils/library/schema/peek.ts';
import { peekSyncState } from '../../../utils/library/schema/peek-sync.ts';
import { listen } from '../../../utils/messaging/receive.ts';

/**
 * Whether a saved article has been uploaded for the user's other devices, kept up to date. Loads no Dexie.
 *
 * @param articleId null if nothing is saved
 * @returns null if sync is off; undefined until the library has answered
 */
export function useSynced(articleId: string | null): SyncedState | null | undefined {
  const [synced, setSynced] = useState<SyncedState | null | undefined>(articleId === null ? null : undefined);
  useEffect(() => {
    if (articleId === null) {
      setSynced(null);
      return;
    }
    const life = new AbortController();
    let watching = new AbortController();
    // Sync state is not observed as part of the library, so it is read again when sync reports a change.
    const look = (): void => {
      watching.abort();
      watching = new AbortController();
      watchPeekQuery(
        () => peekSyncState(articleId),
        setSynced,
        (error) => {
          console.warn('offprint: not known whether it is synced', error);
          setSynced(null);
        },
        watching.signal,
      );
    };
    look();
    listen('sync/changed', look, life.signal);
    return () => {
      life.abort();
      watching.abort();
    };
  }, [articleId]);
  return synced;
}
