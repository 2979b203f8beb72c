import { useEffect, useRef, useState } from 'preact/hooks';

/** How long after the first paint what will be wanted soon is fetched, in ms. */
const SOON_MS = 1200;

/**
 * A part of a screen that is not loaded with it.
 *
 * @param isWanted true once the user asks for it; it comes by itself a little after the screen is there, so that
 *   asking rarely waits
 * @param load imports it
 * @returns null until it is here
 */
export function useLazy<T>(isWanted: boolean, load: () => Promise<T>): T | null {
  const [part, setPart] = useState<{ is: T } | null>(null);
  const loading = useRef<Promise<void> | null>(null);
  const start = useRef(() => {
    loading.current ??= load()
      .then((is) => setPart({ is }))
      .catch((error: unknown) => {
        loading.current = null;
        console.error('offprint: part of the screen not loaded', error);
      });
  });
  useEffect(() => {
    if (isWanted) start.current();
  }, [isWanted]);
  useEffect(() => {
    const timer = setTimeout(start.current, SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  return part?.is ?? null;
}
