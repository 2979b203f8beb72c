import { useEffect, useState } from 'preact/hooks';

/**
 * Loads a value asynchronously. An outdated result is discarded.
 *
 * @param key identifies the value, which is loaded again when the key changes; null if there is nothing to load
 * @param load is called with the key; an error is logged
 * @param delayMs debounce: how long the key must stay the same before the value is loaded
 * @returns null until the value for the current key is loaded
 */
export function useAsyncValue<T>(
  key: string | null,
  load: (key: string) => Promise<T>,
  delayMs = 0,
): T | null {
  const [loaded, setLoaded] = useState<{ key: string; value: T } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let isCancelled = false;
    const timer = setTimeout(() => {
      load(key)
        .then((value) => !isCancelled && setLoaded({ key, value }))
        .catch((error: unknown) => console.warn('offprint: value not loaded', error));
    }, delayMs);
    return () => {
      isCancelled = true;
      clearTimeout(timer);
    };
  }, [key]);
  return loaded !== null && loaded.key === key ? loaded.value : null;
}
