import { useEffect, useState } from 'preact/hooks';
import type { Events } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';

/** The latest progress of fetching an article's pages. */
export function usePagesProgress(): Events['pages/progress'] | null {
  const [progress, setProgress] = useState<Events['pages/progress'] | null>(null);
  useEffect(() => {
    const life = new AbortController();
    listen('pages/progress', setProgress, life.signal);
    return () => life.abort();
  }, []);
  return progress;
}
