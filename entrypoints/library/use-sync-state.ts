import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { SyncFailure, SyncOutcome, SyncState } from '../../utils/sync/sync-types.ts';

/** Interval at which relative times such as “4 minutes ago” are updated. */
const TICK_MS = 30_000;

/** The state of sync as the background reports it, and what became of the user's last action. */
export interface ObservedSync {
  /** Null until the background has responded. */
  sync: SyncState | null;
  /** Unix timestamp in ms. */
  now: number;
  /** Why the last action, or reading the state, failed; null if it succeeded. */
  failure: SyncFailure | null;
  /** Reads the state again. Rejects if the background does not respond. */
  refresh: () => Promise<void>;
  /**
   * Waits for an action, and then shows the state that was reached, whether it succeeded or not.
   *
   * @param action if its outcome is a failure, or it rejects, `failure` is set
   */
  run: (action: Promise<SyncOutcome | null>) => Promise<void>;
}

/** Waits for work, and returns why it failed; null if it succeeded. */
async function findFailure(work: Promise<SyncOutcome | null>): Promise<SyncFailure | null> {
  try {
    const outcome = await work;
    return outcome === null || outcome.ok ? null : outcome.trouble;
  } catch (error) {
    console.error('offprint: sync', error);
    return { from: 'sync', code: 'failed', at: Date.now(), nextTryAt: null };
  }
}

/** Observes the state of sync by the background's events. */
export function useSyncState(): ObservedSync {
  const [sync, setSync] = useState<SyncState | null>(null);
  const [now, setNow] = useState(() => Date.now());
  const [failure, setFailure] = useState<SyncFailure | null>(null);
  const requests = useRef({ last: 0, shown: 0 });
  const refresh = useCallback(async () => {
    const request = ++requests.current.last;
    const state = await sendToBackground('sync/state', null);
    // Responses can overtake each other: one that reads several tables waits for others that write to them.
    if (request < requests.current.shown) return;
    requests.current.shown = request;
    setSync(state);
    setNow(Date.now());
  }, []);
  const run = useCallback(
    async (action: Promise<SyncOutcome | null>) => {
      const actionFailure = await findFailure(action);
      const readFailure = await findFailure(refresh().then(() => null));
      setFailure(actionFailure ?? readFailure);
    },
    [refresh],
  );
  useEffect(() => {
    const life = new AbortController();
    const onChange = (): void => {
      // The next event shows what this one could not.
      refresh().catch((error: unknown) => console.error('offprint: sync not read', error));
    };
    listen('sync/changed', onChange, life.signal);
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    void run(Promise.resolve(null));
    return () => {
      clearInterval(timer);
      life.abort();
    };
  }, [refresh, run]);
  return { sync, now, failure, refresh, run };
}
