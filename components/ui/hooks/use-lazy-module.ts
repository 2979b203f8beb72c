import { useEffect, useRef, useState } from 'preact/hooks';

/** Delay between mounting and preloading, in ms. */
const PRELOAD_DELAY_MS = 1200;

/**
 * Loads a part of a screen lazily.
 *
 * @param isNeeded loads the module immediately; otherwise it is preloaded a moment after the screen has appeared, so that
 *   the user rarely has to wait
 * @param load imports the module; after an error it is called again when `isNeeded` changes to true
 * @returns undefined until loaded
 */
export function useLazyModule<T extends object>(isNeeded: boolean, load: () => Promise<T>): T | undefined {
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
    if (isNeeded) start.current();
  }, [isNeeded]);
  useEffect(() => {
    const timer = setTimeout(start.current, PRELOAD_DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return module;
}
