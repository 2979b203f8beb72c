import { useEffect, useState } from 'preact/hooks';

/**
 * Whether the window is as a media query says, also when that changes.
 *
 * @param query such as `(min-width: 1100px)`
 */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = (): void => setMatches(list.matches);
    look();
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return matches;
}
