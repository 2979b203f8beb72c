import { useEffect } from 'preact/hooks';
import { useAnnounce } from '../announcer.tsx';

/** How long the user must pause before a count is spoken, in ms. */
const PAUSE_MS = 600;

/** Speaks how much was found, once the user has stopped typing. */
export function useSpokenCount(query: string, sentence: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (query === '' || sentence === '') return;
    const timer = setTimeout(() => announce(sentence), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, sentence, announce]);
}
