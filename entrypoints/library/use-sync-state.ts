import { useCallback, useEffect, useState } from 'preact/hooks';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { SyncState } from '../../utils/sync/sync-types.ts';

/** Interval at which relative times such as “4 minutes ago” are updated. */
const TICK_MS = 30_000;

/** The state of sync, kept up to date by the background's events. */
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
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    ask();
    return () => {
      clearInterval(timer);
      life.abort();
    };
  }, [ask]);
  return { sync, now, ask };
}
