import { useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryItem } from '../../../components/library/ArticleItem.tsx';
import type { ArticleSource, ReadingState } from '../../../utils/library/lists/library-location.ts';
import { PREFETCHED_ROWS } from '../../../utils/library/schema/prefetch.ts';
import { parseQuery } from '../../../utils/library/search/query-syntax.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { SmartListRow, SortOrder } from '../../../utils/library/user-types.ts';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { planListQuery } from '../../shared/plan-list-query.ts';
import type { Arrange } from './use-list-options.ts';
import { useHitsAround, useSearchList } from './use-search-list.ts';
import { useViewList } from './use-view-list.ts';

/** Maximum number of cached rows. */
const MAX_ROWS = 1000;

export interface ArticleListState {
  ids: readonly string[] | null;
  total: number;
  itemOf: (id: string) => LibraryItem | null;
  onRange: (from: number, to: number) => void;
  /** Errors in the search as it is typed now. */
  errors: readonly QueryError[];
  /** The search whose results are shown; the previous one until the current one is answered. */
  answeredQuery: string;
  isApproximate: boolean;
  isBuilding: boolean;
  isFailed: boolean;
}

type Hit = Pick<LibraryItem, 'titleHits' | 'snippet'>;

const NO_HITS: Hit = { titleHits: [], snippet: null };

/** Whether a row is unchanged, so that its object can be kept to avoid rendering it again. */
function isSame(cached: LibraryItem, article: ArticleRow, { titleHits, snippet }: Hit): boolean {
  if (cached.titleHits !== titleHits || cached.snippet !== snippet) return false;
  return cached.article === article || JSON.stringify(cached.article) === JSON.stringify(article);
}

/**
 * A cache of rows by id.
 *
 * @param key identifies the list; the cache is cleared when it changes
 */
function useRowCache(key: string) {
  const rows = useRef(new Map<string, LibraryItem>());
  const currentKey = useRef('');
  if (currentKey.current !== key || rows.current.size > MAX_ROWS) rows.current.clear();
  currentKey.current = key;
  return {
    itemOf: (id: string): LibraryItem | null => rows.current.get(id) ?? null,
    store(article: ArticleRow, { titleHits, snippet }: Hit): void {
      const cached = rows.current.get(article.id);
      if (cached !== undefined && isSame(cached, article, { titleHits, snippet })) return;
      rows.current.set(article.id, { article, titleHits, snippet });
    },
  };
}

/** The articles of a view or of a search: all ids in order, and the rows near the visible ones. */
export function useArticleList(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
  reading: ReadingState | null,
  revision: number,
  arrange: Arrange,
): ArticleListState {
  const listQuery = planListQuery(source, typed, sort, smart, reading);
  const isSearch = listQuery.query.trim() !== '';
  const [visible, setVisible] = useState({ from: 0, to: PREFETCHED_ROWS });
  const [, setDescribed] = useState(0);
  // Parsed separately, because the results may belong to an earlier search while the user types.
  const { errors } = useMemo(() => parseQuery(typed), [typed]);

  const list = useViewList(listQuery, !isSearch, visible, revision, arrange);
  const search = useSearchList(listQuery, typed, revision);
  const searchAnswer = search.answer;
  const answer = useMemo(
    () =>
      searchAnswer && { ...searchAnswer, ids: [...(arrange?.(searchAnswer.ids).ids ?? searchAnswer.ids)] },
    [searchAnswer, arrange],
  );
  const rows = useRowCache(isSearch ? listQuery.query : '');
  useHitsAround(
    listQuery,
    answer,
    visible,
    (id) => rows.itemOf(id) !== null,
    (hits) => {
      for (const hit of hits) rows.store(hit.article, hit);
      setDescribed((count) => count + 1);
    },
  );
  for (const row of list.rows) rows.store(row, NO_HITS);
  for (const hit of answer?.hits ?? []) rows.store(hit.article, hit);

  return {
    ids: isSearch ? (answer?.ids ?? null) : list.ids,
    total: isSearch ? (answer?.total ?? 0) : list.total,
    itemOf: rows.itemOf,
    onRange: (from, to) => {
      setVisible((before) => (before.from === from && before.to === to ? before : { from, to }));
      if (isSearch) search.onRange(to);
    },
    errors,
    answeredQuery: search.typed ?? typed,
    isApproximate: answer?.isFuzzy === true,
    isBuilding: answer?.building === true,
    isFailed: list.isFailed || search.isFailed,
  };
}
