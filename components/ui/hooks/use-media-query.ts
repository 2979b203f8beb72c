import { useEffect, useState } from 'preact/hooks';

/**
 * Returns whether a media query matches, and updates when that changes.
 *
 * @param query for example `(min-width: 1100px)`
 */
export function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = (): void => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
