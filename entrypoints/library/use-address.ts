import { useEffect, useState } from 'preact/hooks';
import { type Place, readPlaceFrom, writePlace } from '../../utils/library/lists/library-place.ts';
import { keepPlace } from './scroll-place.ts';

/** Whether only the typed text differs; typing is one step in the history and not one per letter. */
function isTyping(before: Place, after: Place): boolean {
  if (before.screen === 'articles' && after.screen === 'articles') {
    return (
      before.source === after.source &&
      before.reading === after.reading &&
      (before.query === '') === (after.query === '')
    );
  }
  return (
    before.screen === 'people' &&
    after.screen === 'people' &&
    before.person === after.person &&
    (before.filter === '') === (after.filter === '')
  );
}

/** The place in the library, stored in the page's address. */
export function useAddress() {
  const [place, setPlace] = useState(() => readPlaceFrom(location.hash));
  useEffect(() => {
    const onMove = (): void => setPlace(readPlaceFrom(location.hash));
    const onLeave = (): void => keepPlace();
    addEventListener('pagehide', onLeave);
    addEventListener('popstate', onMove);
    addEventListener('hashchange', onMove);
    return () => {
      removeEventListener('pagehide', onLeave);
      removeEventListener('popstate', onMove);
      removeEventListener('hashchange', onMove);
    };
  }, []);
  return {
    place,
    /** @param instead replaces the current history entry, because its place no longer exists */
    go: (next: Place, instead = false): void => {
      if (instead || isTyping(place, next)) history.replaceState(null, '', writePlace(next));
      else history.pushState(null, '', writePlace(next));
      setPlace(next);
    },
  };
}
