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
import { useHitsNear, useSearchList } from './use-search-list.ts';
import { useViewList } from './use-view-list.ts';

/** Maximum number of rows kept after scrolling. */
const MAX_ROWS = 1000;

export interface ListState {
  ids: readonly string[] | null;
  total: number;
  itemOf: (id: string) => LibraryItem | null;
  onRange: (from: number, to: number) => void;
  /** Errors in the search as it is typed now. */
  errors: readonly QueryError[];
  /** The search whose answer is shown: the one before, until that of the search as typed is there. */
  answeredQuery: string;
  isApproximate: boolean;
  isBuilding: boolean;
  isFailed: boolean;
}

type Hit = Pick<LibraryItem, 'titleHits' | 'snippet'>;

const PLAIN: Hit = { titleHits: [], snippet: null };

/** Rows are read repeatedly while scrolling; unchanged ones keep their identity. */
function isSame(known: LibraryItem, article: ArticleRow, { titleHits, snippet }: Hit): boolean {
  if (known.titleHits !== titleHits || known.snippet !== snippet) return false;
  return known.article === article || JSON.stringify(known.article) === JSON.stringify(article);
}

/**
 * A cache of rows by id.
 *
 * @param key identifies the list; the cache is cleared when it changes
 */
function useKeptRows(key: string) {
  const rows = useRef(new Map<string, LibraryItem>());
  const rowsOf = useRef('');
  if (rowsOf.current !== key || rows.current.size > MAX_ROWS) rows.current.clear();
  rowsOf.current = key;
  return {
    itemOf: (id: string): LibraryItem | null => rows.current.get(id) ?? null,
    keep(article: ArticleRow, { titleHits, snippet }: Hit): void {
      const known = rows.current.get(article.id);
      if (known !== undefined && isSame(known, article, { titleHits, snippet })) return;
      rows.current.set(article.id, { article, titleHits, snippet });
    },
  };
}

/** The articles of a view or of a search in it: ids in order at once, rows while scrolling. */
export function useArticleList(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
  reading: ReadingState | null,
  revision: number,
  arrange: Arrange,
): ListState {
  const asked = planListQuery(source, typed, sort, smart, reading);
  const isSearch = asked.query.trim() !== '';
  const [drawn, setDrawn] = useState({ from: 0, to: PREFETCHED_ROWS });
  const [, setDescribed] = useState(0);
  // Not with the results, which may belong to an older search while the user types.
  const { errors } = useMemo(() => parseQuery(typed), [typed]);

  const list = useViewList(asked, !isSearch, drawn, revision, arrange);
  const search = useSearchList(asked, typed, revision);
  const found = search.answer;
  const answer = useMemo(
    () => found && { ...found, ids: [...(arrange?.(found.ids).ids ?? found.ids)] },
    [found, arrange],
  );
  const rows = useKeptRows(isSearch ? asked.query : '');
  useHitsNear(
    asked,
    answer,
    drawn,
    (id) => rows.itemOf(id) !== null,
    (hits) => {
      for (const hit of hits) rows.keep(hit.article, hit);
      setDescribed((count) => count + 1);
    },
  );
  for (const row of list.rows) rows.keep(row, PLAIN);
  for (const hit of answer?.hits ?? []) rows.keep(hit.article, hit);

  return {
    ids: isSearch ? (answer?.ids ?? null) : list.ids,
    total: isSearch ? (answer?.total ?? 0) : list.total,
    itemOf: rows.itemOf,
    onRange: (from, to) => {
      setDrawn((before) => (before.from === from && before.to === to ? before : { from, to }));
      if (isSearch) search.onRange(to);
    },
    errors,
    answeredQuery: search.typed ?? typed,
    isApproximate: answer?.isFuzzy === true,
    isBuilding: answer?.building === true,
    isFailed: list.isFailed || search.isFailed,
  };
}
