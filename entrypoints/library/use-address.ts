import { useEffect, useState } from 'preact/hooks';
import { type Place, readPlaceFrom, writePlace } from '../../utils/library/lists/library-place.ts';
import { keepPlace } from './scroll-place.ts';

/** Is only what is typed different? Then it is one step of the history, not one for each letter. */
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

/** Where the user is in the library, kept in the page's address. */
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
    /** @param instead the place one is at is no more: Back does not lead to it */
    go: (next: Place, instead = false): void => {
      if (instead || isTyping(place, next)) history.replaceState(null, '', writePlace(next));
      else history.pushState(null, '', writePlace(next));
      setPlace(next);
    },
  };
}
