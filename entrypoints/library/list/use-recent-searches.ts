import { useEffect, useState } from 'preact/hooks';

/** Where this browser keeps them; they are in no backup. */
const KEY = 'searches';
const KEPT = 5;

/** How long a search must stand before it is one that was meant, in ms. */
const MEANT_MS = 2000;

/** What stands there may be of any shape. */
function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((one): one is string => typeof one === 'string').slice(0, KEPT)
      : [];
  } catch (error) {
    console.warn('offprint: recent searches not read', error);
    return [];
  }
}

/**
 * Searches that found something and stood for a while, the latest first.
 *
 * @param query what is searched for now; `''` where nothing is
 * @param found whether it is answered, and by something
 */
export function useRecentSearches(query: string, found: boolean) {
  const [recent, setRecent] = useState(read);
  const keep = (next: string[]): void => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setRecent(next);
  };
  const typed = query.trim();
  useEffect(() => {
    if (typed === '' || !found) return;
    const timer = setTimeout(() => {
      // What was gone over on the way is not another search.
      const others = read().filter((one) => !typed.startsWith(one));
      keep([typed, ...others].slice(0, KEPT));
    }, MEANT_MS);
    return () => clearTimeout(timer);
  }, [typed, found]);
  return { recent, onForget: () => keep([]) };
}
