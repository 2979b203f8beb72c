import { useEffect, useState } from 'preact/hooks';
import type { Events } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';

/** The page of an article that is being fetched at this moment, or was last. */
export function usePagesProgress(): Events['pages/progress'] | null {
  const [progress, setProgress] = useState<Events['pages/progress'] | null>(null);
  useEffect(() => {
    const life = new AbortController();
    listen('pages/progress', setProgress, life.signal);
    return () => life.abort();
  }, []);
  return progress;
}
