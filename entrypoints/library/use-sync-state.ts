import { useCallback, useEffect, useState } from 'preact/hooks';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { SyncState } from '../../utils/sync/sync-types.ts';

/** “4 minutes ago” goes on by itself. */
const TICK = 30_000;

/** How sync stands, kept up to date by what the background says. */
export function useSyncState(): { sync: SyncState | null; now: number; ask: () => void } {
  const [sync, setSync] = useState<SyncState | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const ask = useCallback(() => {
    sendToBackground('sync/state', null).then(
      (state) => {
        setSync(state);
        setNow(Date.now());
      },
      (error: unknown) => console.error('offprint: sync not asked', error),
    );
  }, []);
  useEffect(() => {
    const life = new AbortController();
    listen('sync/changed', ask, life.signal);
    const timer = setInterval(() => setNow(Date.now()), TICK);
    ask();
    return () => {
      clearInterval(timer);
      life.abort();
    };
  }, [ask]);
  return { sync, now, ask };
}
