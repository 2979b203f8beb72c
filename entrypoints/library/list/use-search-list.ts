import { useEffect, useRef, useState } from 'preact/hooks';
import { PREFETCHED_ROWS } from '../../../utils/library/schema/prefetch.ts';
import type { ListAnswer } from '../../../utils/library/search/search.ts';
import type { ListQuery } from '../../shared/plan-list-query.ts';
import { requestSearch } from '../search-client.ts';
import { idsAround, type Span } from './use-view-list.ts';

/** Number of ids in a search's first answer. The rest is loaded when the user scrolls. */
const INITIAL_ID_COUNT = 400;

type Hits = ListAnswer['hits'];

interface AnsweredSearch {
  typed: string;
  value: ListAnswer | null;
  isFailed: boolean;
}

/** The result of a search. */
export interface SearchList {
  /** The answer to this search, or to the previous one until then; null if there is none. */
  answer: ListAnswer | null;
  /** The search that `answer` belongs to. */
  typed: string | null;
  isFailed: boolean;
  onRange: (to: number) => void;
}

/** The results of a search: the best ones first, all of them when the user scrolls. */
export function useSearchList(listQuery: ListQuery, typed: string, revision: number): SearchList {
  const { view, query, sort, isExact } = listQuery;
  const [found, setFound] = useState<AnsweredSearch | null>(null);
  const [wantsAll, setWantsAll] = useState(false);
  useEffect(() => setWantsAll(false), [query]);
  /** Settles when the previous search has been answered. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const key = JSON.stringify([view, query, sort, isExact]);
  const [indexRevision, setIndexRevision] = useState(0);
  const isSearch = query.trim() !== '';
  useEffect(() => {
    if (!isSearch) return;
    let isCancelled = false;
    const limit = wantsAll ? Number.MAX_SAFE_INTEGER : INITIAL_ID_COUNT;
    // One search at a time; intermediate inputs are skipped.
    const work = queue.current.then(() =>
      isCancelled
        ? null
        : requestSearch({ kind: 'search', query, view, sort, isExact, limit, described: PREFETCHED_ROWS }),
    );
    queue.current = work.catch(() => null);
    work
      .then((value) => {
        if (isCancelled || value === null) return undefined;
        setFound({ typed, value, isFailed: false });
        if (!value.building) return undefined;
        return requestSearch({ kind: 'built' }).then(
          () => !isCancelled && setIndexRevision((count) => count + 1),
        );
      })
      .catch((error: unknown) => {
        console.error('offprint: not searched', error);
        if (!isCancelled) setFound({ typed, value: null, isFailed: true });
      });
    return () => {
      isCancelled = true;
    };
  }, [key, isSearch, revision, wantsAll, indexRevision]);
  // Keeps the previous results until the new ones arrive, so that the list does not flicker while the user types.
  const shown = isSearch ? found : null;
  const answer = shown?.value ?? null;
  return {
    answer,
    typed: shown?.typed ?? null,
    isFailed: shown?.isFailed === true,
    onRange: (to) => {
      if (answer !== null && answer.total > answer.ids.length && to > answer.ids.length / 2) {
        setWantsAll(true);
      }
    },
  };
}

/**
 * Loads the descriptions of hits near the visible rows, because the answer to a search contains only those of the first.
 *
 * @param isKnown whether a hit has been described already
 * @param onHits called with the descriptions, unless the search has changed
 */
export function useHitsAround(
  { query }: ListQuery,
  answer: ListAnswer | null,
  visible: Span,
  isKnown: (id: string) => boolean,
  onHits: (hits: Hits) => void,
): void {
  const nearIds = idsAround(answer?.ids ?? null, visible);
  const missing = nearIds.filter(
    (id) => !isKnown(id) && answer?.hits.every(({ article }) => article.id !== id),
  );
  const latest = useRef({ query, onHits });
  latest.current = { query, onHits };
  useEffect(() => {
    if (missing.length === 0) return;
    requestSearch({ kind: 'describe', query, ids: [...nearIds], isFuzzy: answer?.isFuzzy === true })
      .then((hits) => {
        if (latest.current.query === query) latest.current.onHits(hits);
      })
      .catch((error: unknown) => console.error('offprint: not described', error));
  }, [missing.join(' ')]);
}
