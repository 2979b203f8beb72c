import { useEffect, useState } from 'preact/hooks';

/** Stored per browser; not part of backups. */
const KEY = 'searches';
const KEPT = 5;

/** How long a search must stay unchanged to count as intended. */
const MEANT_MS = 2000;

/** The stored value may have any shape. */
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
 * Searches that found something and stayed unchanged for a while, latest first.
 *
 * @param query the current search; `''` without one
 * @param found whether it has results
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
      // Prefixes typed on the way are not separate searches.
      const others = read().filter((one) => !typed.startsWith(one));
      keep([typed, ...others].slice(0, KEPT));
    }, MEANT_MS);
    return () => clearTimeout(timer);
  }, [typed, found]);
  return { recent, onForget: () => keep([]) };
}
