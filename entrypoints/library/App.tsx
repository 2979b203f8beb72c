import { useMemo } from 'preact/hooks';
import type { LibraryItem } from '../../components/ArticleItem.tsx';
import { Library } from '../../components/Library.tsx';
import { countArticles, getImageBlob, listArticles } from '../../utils/library/articles.ts';
import { type SearchAnswer, search } from '../../utils/library/search.ts';
import { browser } from '../../utils/platform/browser.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useActions } from './use-actions.ts';
import { useAddress } from './use-address.ts';
import { useScrollPlace } from './use-scroll-place.ts';

function hrefOf(id: string): string {
  return `reader.html?id=${encodeURIComponent(id)}`;
}

/** The library page. Where the reader is stands in the address, so that Back and reloading work. */
export function App() {
  const { view, query, shown, goTo, ask, showMore } = useAddress();
  const actions = useActions();
  const isSearch = query.trim() !== '';
  const counts = useLibrary(async () => {
    const [inbox, archive, favourites] = await Promise.all([
      countArticles('inbox'),
      countArticles('archive'),
      countArticles('favourites'),
    ]);
    return { inbox, archive, favourites };
  }, []);
  const listed = useLibrary(
    async () => (isSearch ? null : { view, ...(await listArticles(view, { limit: shown })) }),
    [view, shown, isSearch],
    true,
  );
  const found = useLibrary(
    async (): Promise<SearchAnswer | null> => (isSearch ? search(query, { limit: shown }) : null),
    [query, shown, isSearch],
    true,
  );

  // Null until a search has answered: an empty list would say that nothing was found.
  const answer = found.state === 'ready' ? found.value : null;

  const items = useMemo((): LibraryItem[] | null => {
    if (isSearch) {
      if (answer === null) return null;
      return answer.hits.map(({ article, titleHits, snippet }) => ({ article, titleHits, snippet }));
    }
    // The rows of the list before are not this list's.
    if (listed.state !== 'ready' || listed.value?.view !== view) return null;
    return listed.value.articles.map((article) => ({ article, titleHits: [], snippet: null }));
  }, [isSearch, answer, listed, view]);

  const known = counts.state === 'ready' ? counts.value : null;
  const total = isSearch ? (answer?.total ?? 0) : (known?.[view] ?? 0);
  const isFailed = [counts, listed, found].some((answer) => answer.state === 'failed');

  useScrollPlace(`${view} ${isSearch}`, items !== null);

  return (
    <Library
      view={view}
      counts={known}
      items={isFailed ? [] : items}
      total={total}
      query={query}
      isForgiving={isSearch && answer?.forgiving === true}
      isFailed={isFailed}
      undo={actions.undo}
      hrefOf={hrefOf}
      loadImage={getImageBlob}
      onArchive={actions.archive}
      onFavourite={actions.favour}
      onDelete={actions.remove}
      onView={goTo}
      onQuery={ask}
      onMore={showMore}
      onDismissUndo={actions.dismiss}
      onOpenOptions={() => {
        browser.runtime.openOptionsPage().catch((error: unknown) => console.error('offprint:', error));
      }}
    />
  );
}
