import { useState } from 'preact/hooks';
import type { Events } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { useLife } from '../use-life.ts';

/** The latest progress of fetching an article's pages. */
export function usePagesProgress(): Events['pages/progress'] | null {
  const [progress, setProgress] = useState<Events['pages/progress'] | null>(null);
  useLife((signal) => listen('pages/progress', setProgress, signal));
  return progress;
}
