import { useEffect, useState } from 'preact/hooks';
import type { Synced } from '../../../components/sync/synced-words.ts';
import { watchPeek } from '../../../utils/library/schema/peek.ts';
import { peekSynced } from '../../../utils/library/schema/peek-sync.ts';
import { listen } from '../../../utils/messaging/receive.ts';

/**
 * Whether a saved article is ready for the user's other devices, kept up to date. Loads no Dexie.
 *
 * @param articleId null where nothing is saved
 * @returns null where sync is not set up; undefined until the library has answered for the first time
 */
export function useSynced(articleId: string | null): Synced | null | undefined {
  const [synced, setSynced] = useState<Synced | null | undefined>(articleId === null ? null : undefined);
  useEffect(() => {
    if (articleId === null) {
      setSynced(null);
      return;
    }
    const life = new AbortController();
    let watching = new AbortController();
    // What sync notes is no change of the library: it is asked for anew when sync says that something has changed.
    const look = (): void => {
      watching.abort();
      watching = new AbortController();
      watchPeek(
        () => peekSynced(articleId),
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
