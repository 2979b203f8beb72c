import { useEffect, useRef, useState } from 'preact/hooks';
import { PREFETCHED_ROWS } from '../../../utils/library/schema/prefetch.ts';
import type { ListAnswer } from '../../../utils/library/search/search.ts';
import type { ListQuery } from '../../shared/plan-list-query.ts';
import { askSearch } from '../search-client.ts';
import { idsNear, type Span } from './use-view-list.ts';

/** Number of ids in a search's first answer; the rest is read when the user scrolls on. */
const FIRST_IDS = 400;

type Hits = ListAnswer['hits'];

interface Found {
  typed: string;
  value: ListAnswer | null;
  isFailed: boolean;
}

/** The result of a search. */
export interface SearchList {
  /** Null until this search or the previous one is answered. */
  answer: ListAnswer | null;
  /** The answered search; null if none is. */
  typed: string | null;
  isFailed: boolean;
  onRange: (to: number) => void;
}

/** The articles that a search finds: the best at once, all when the user scrolls on. */
export function useSearchList(asked: ListQuery, typed: string, revision: number): SearchList {
  const { view, query, sort, isExact } = asked;
  const [found, setFound] = useState<Found | null>(null);
  const [wantsAll, setWantsAll] = useState(false);
  useEffect(() => setWantsAll(false), [query]);
  /** Settles when the previous search has been answered. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const key = JSON.stringify([view, query, sort, isExact]);
  const [rebuilt, setRebuilt] = useState(0);
  const isSearch = query.trim() !== '';
  useEffect(() => {
    if (!isSearch) return;
    let isGone = false;
    const limit = wantsAll ? Number.MAX_SAFE_INTEGER : FIRST_IDS;
    // One search at a time; intermediate inputs are skipped.
    const work = turn.current.then(() =>
      isGone
        ? null
        : askSearch({ kind: 'search', query, view, sort, isExact, limit, described: PREFETCHED_ROWS }),
    );
    turn.current = work.catch(() => null);
    work
      .then((value) => {
        if (isGone || value === null) return undefined;
        setFound({ typed, value, isFailed: false });
        if (!value.building) return undefined;
        return askSearch({ kind: 'built' }).then(() => !isGone && setRebuilt((count) => count + 1));
      })
      .catch((error: unknown) => {
        console.error('offprint: not searched', error);
        if (!isGone) setFound({ typed, value: null, isFailed: true });
      });
    return () => {
      isGone = true;
    };
  }, [key, isSearch, revision, wantsAll, rebuilt]);
  // The previous results stay until the new ones arrive, because a list that flickers at every letter is unreadable.
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
 * Describes hits near the visible rows; a search describes only its first ones itself.
 *
 * @param isKnown whether a hit has been described already
 * @param onHits called with the descriptions, unless the search has changed
 */
export function useHitsNear(
  { query }: ListQuery,
  answer: ListAnswer | null,
  drawn: Span,
  isKnown: (id: string) => boolean,
  onHits: (hits: Hits) => void,
): void {
  const near = idsNear(answer?.ids ?? null, drawn);
  const missing = near.filter((id) => !isKnown(id) && answer?.hits.every(({ article }) => article.id !== id));
  const latest = useRef({ query, onHits });
  latest.current = { query, onHits };
  useEffect(() => {
    if (missing.length === 0) return;
    askSearch({ kind: 'describe', query, ids: [...near], isFuzzy: answer?.isFuzzy === true })
      .then((hits) => {
        if (latest.current.query === query) latest.current.onHits(hits);
      })
      .catch((error: unknown) => console.error('offprint: not described', error));
  }, [missing.join(' ')]);
}
