import { useEffect, useRef, useState } from 'preact/hooks';

/** Delay after the first paint before preloading, in ms. */
const PRELOAD_DELAY_MS = 1200;

/**
 * Loads a module with a part of a screen separately.
 *
 * @param isWanted true once the user asks for it; otherwise it is preloaded a little after the screen is there, so
 * that the user rarely waits
 * @param load imports it
 * @returns undefined until loaded
 */
export function useLazy<T extends object>(isWanted: boolean, load: () => Promise<T>): T | undefined {
  const [module, setModule] = useState<T>();
  const loading = useRef<Promise<void> | null>(null);
  const start = useRef(() => {
    loading.current ??= load()
      .then(setModule)
      .catch((error: unknown) => {
        loading.current = null;
        console.error('offprint: part of the screen not loaded', error);
      });
  });
  useEffect(() => {
    if (isWanted) start.current();
  }, [isWanted]);
  useEffect(() => {
    const timer = setTimeout(start.current, PRELOAD_DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return module;
}
