import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryView } from '../../components/LibraryRail.tsx';
import { keepPlace, readPlace } from './scroll-place.ts';

/** Rows of one page. */
const PAGE = 50;

interface Place {
  view: LibraryView;
  query: string;
}

/** `#archive` is a list, `#inbox?q=ice` a search begun there. */
function readHash(): Place {
  const [name, search] = location.hash.slice(1).split('?', 2);
  const view = name === 'archive' || name === 'favourites' ? name : 'inbox';
  return { view, query: new URLSearchParams(search ?? '').get('q') ?? '' };
}

function writeHash({ view, query }: Place): string {
  return query === '' ? `#${view}` : `#${view}?${new URLSearchParams({ q: query })}`;
}

/** Where the reader is in the library, kept in the page's address. */
export function useAddress() {
  const [place, setPlace] = useState(readHash);
  const [shown, setShown] = useState(() => readPlace()?.shown ?? PAGE);
  const shownNow = useRef(shown);
  shownNow.current = shown;
  useEffect(() => {
    const onMove = (): void => {
      setPlace(readHash());
      setShown(PAGE);
    };
    const onLeave = (): void => keepPlace(shownNow.current);
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
    ...place,
    shown,
    goTo: (view: LibraryView): void => {
      const next = { view, query: '' };
      history.pushState(null, '', writeHash(next));
      setPlace(next);
      setShown(PAGE);
    },
    ask: (query: string): void => {
      const next = { view: place.view, query };
      // Typing is one step of the history, not one for each letter.
      if ((place.query === '') !== (query === '')) history.pushState(null, '', writeHash(next));
      else history.replaceState(null, '', writeHash(next));
      setPlace(next);
      setShown(PAGE);
    },
    showMore: (): void => setShown((before) => before + PAGE),
  };
}
