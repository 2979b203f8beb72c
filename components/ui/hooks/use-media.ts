import { useEffect, useState } from 'preact/hooks';

/**
 * Whether a media query matches, also after changes.
 *
 * @param query such as `(min-width: 1100px)`
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
