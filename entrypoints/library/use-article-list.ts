import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryItem } from '../../components/library/ArticleItem.tsx';
import { countArticles, getArticles, listArticles } from '../../utils/library/articles/articles.ts';
import type { ArticleSource } from '../../utils/library/lists/library-place.ts';
import { NEWEST_FIRST } from '../../utils/library/lists/sort-articles.ts';
import type { SmartListRow, SortOrder } from '../../utils/library/reader-types.ts';
import { FIRST_ROWS } from '../../utils/library/schema/prefetch.ts';
import { parseQuery } from '../../utils/library/search/query-syntax.ts';
import type { ListAnswer } from '../../utils/library/search/search.ts';
import type { ArticleRow, View } from '../../utils/library/types.ts';
import type { QueryError } from '../../utils/library/view-types.ts';
import { takeFirstList } from '../shared/prefetch.ts';
import { useLibrary } from '../shared/use-library.ts';
import { askSearch } from './search-client.ts';
import { type Near, useFreshIds, useIds } from './use-ids.ts';

/** Ids of a search's first answer; all of them come when the user goes on. */
const FIRST_IDS = 400;

/** Rows read beyond what is drawn, and how many are asked for more at a time: not anew for every few that come. */
const AHEAD = 24;
const BLOCK = 32;

/** Rows kept of what was scrolled away. */
const KEPT = 1000;

export interface ListState {
  ids: readonly string[] | null;
  total: number;
  itemOf: (id: string) => LibraryItem | null;
  onRange: (from: number, to: number) => void;
  /** What in the search as it is typed now was not understood. */
  errors: readonly QueryError[];
  /** The search whose answer is shown: the one before, until that of the search as typed is there. */
  answered: string;
  isForgiving: boolean;
  isBuilding: boolean;
  isFailed: boolean;
}

type Hit = Pick<LibraryItem, 'titleHits' | 'snippet'>;

const PLAIN: Hit = { titleHits: [], snippet: null };

/** Rows are read again and again while a list is scrolled; one that says the same stays the same. */
function isSame(known: LibraryItem, article: ArticleRow, { titleHits, snippet }: Hit): boolean {
  if (known.titleHits !== titleHits || known.snippet !== snippet) return false;
  return known.article === article || JSON.stringify(known.article) === JSON.stringify(article);
}

/** What is asked: a view as it is, or a search within one. */
interface Asked {
  view: View;
  query: string;
  sort: SortOrder | null;
}

function plan(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
): Asked {
  if (source.startsWith('smart:')) {
    const query = smart === null ? '' : typed.trim() === '' ? smart.query : `(${smart.query}) ${typed}`;
    return { view: 'all', query, sort: sort ?? smart?.sort ?? null };
  }
  const isSearch = typed.trim() !== '';
  // From the inbox, everything is searched; from anywhere else, what is there.
  const view = isSearch && source === 'inbox' ? 'all' : (source as View);
  return { view, query: typed, sort };
}

interface Found {
  typed: string;
  value: ListAnswer | null;
  isFailed: boolean;
}

function useSearchAnswer(
  { view, query, sort }: Asked,
  typed: string,
  revision: number,
  wantsAll: boolean,
): Found | null {
  const [answer, setAnswer] = useState<Found | null>(null);
  /** Settles when the search before has been answered. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const key = JSON.stringify([view, query, sort]);
  const [rebuilt, setRebuilt] = useState(0);
  const isSearch = query.trim() !== '';
  useEffect(() => {
    if (!isSearch) return;
    let isGone = false;
    const limit = wantsAll ? Number.MAX_SAFE_INTEGER : FIRST_IDS;
    // One at a time: what was typed over meanwhile is not searched for, and nobody waits behind it.
    const work = turn.current.then(() =>
      isGone ? null : askSearch({ kind: 'search', query, view, sort, limit, described: FIRST_ROWS }),
    );
    turn.current = work.catch(() => null);
    work
      .then((value) => {
        if (isGone || value === null) return undefined;
        setAnswer({ typed, value, isFailed: false });
        if (!value.building) return undefined;
        return askSearch({ kind: 'built' }).then(() => !isGone && setRebuilt((count) => count + 1));
      })
      .catch((error: unknown) => {
        console.error('offprint: not searched', error);
        if (!isGone) setAnswer({ typed, value: null, isFailed: true });
      });
    return () => {
      isGone = true;
    };
  }, [key, isSearch, revision, wantsAll, rebuilt]);
  // The answer before stays until the new one is there: a list that blinks at every letter can't be read.
  return isSearch ? answer : null;
}

/** The articles of a place: ids in order at once, rows as they are scrolled to, all of it live. */
export function useArticleList(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
  revision: number,
): ListState {
  const asked = plan(source, typed, sort, smart);
  const { view, query } = asked;
  const isSearch = query.trim() !== '';
  const key = JSON.stringify([view, isSearch, asked.sort]);
  const [range, setRange] = useState({ from: 0, to: FIRST_ROWS });
  const [wantsAll, setWantsAll] = useState(false);
  useEffect(() => setWantsAll(false), [query]);

  const isPlain = !isSearch && (asked.sort === null || asked.sort.by === 'saved');
  const [early] = useState(() => (isPlain && asked.sort?.reversed !== true ? takeFirstList(view) : null));
  const head = useLibrary(
    async () => {
      if (!isPlain || asked.sort?.reversed === true) return null;
      return { key, rows: (await listArticles(view, { limit: FIRST_ROWS })).articles };
    },
    [key],
    true,
    early === null ? undefined : { key, rows: early.rows },
  );
  const listed = useIds(isSearch ? null : key, view, asked.sort ?? NEWEST_FIRST, revision);
  const counted = useLibrary(() => countArticles(view), [view], true, early?.count);
  // Here and not with the answer: that is of an older search while one types, and its places are, too.
  const { errors } = useMemo(() => parseQuery(typed), [typed]);
  const found = useSearchAnswer(asked, typed, revision, wantsAll);

  const first = head.state === 'ready' && head.value?.key === key ? head.value.rows : null;
  const [around, setAround] = useState<{ key: string; value: Near } | null>(null);
  const isNewestFirst = isPlain && asked.sort?.reversed !== true;
  const all = useFreshIds(
    listed?.key === key ? listed : null,
    view,
    around?.key === key ? around.value : null,
    isNewestFirst ? first : null,
  );
  const answer = found?.value ?? null;
  const ids = isSearch ? (answer?.ids ?? null) : (all ?? first?.map(({ id }) => id) ?? null);

  const rows = useRef(new Map<string, LibraryItem>());
  const rowsOf = useRef('');
  const rowsKey = isSearch ? query : '';
  if (rowsOf.current !== rowsKey || rows.current.size > KEPT) rows.current.clear();
  rowsOf.current = rowsKey;
  const keep = (article: ArticleRow, hit: Hit): void => {
    const known = rows.current.get(article.id);
    if (known !== undefined && isSame(known, article, hit)) return;
    rows.current.set(article.id, { article, titleHits: hit.titleHits, snippet: hit.snippet });
  };

  const near =
    ids?.slice(
      Math.max(0, Math.floor((range.from - AHEAD) / BLOCK) * BLOCK),
      Math.ceil((range.to + AHEAD) / BLOCK) * BLOCK,
    ) ?? [];
  const isPrefetched = !isSearch && all === null;
  const drawn = useLibrary(
    async (): Promise<{ key: string; value: Near } | null> =>
      isSearch || isPrefetched ? null : { key, value: { ids: near, rows: await getArticles(near) } },
    [isSearch, isPrefetched, near.join(' ')],
    true,
  );
  const drawnNow = drawn.state === 'ready' ? drawn.value : null;
  useEffect(() => setAround(drawnNow), [drawnNow]);
  const [, setDescribed] = useState(0);
  const missing = isSearch
    ? near.filter((id) => !rows.current.has(id) && answer?.hits.every(({ article }) => article.id !== id))
    : [];
  useEffect(() => {
    if (missing.length === 0) return;
    const wanted = rowsKey;
    askSearch({ kind: 'describe', query, ids: near, forgiving: answer?.forgiving === true })
      .then((hits) => {
        if (rowsOf.current !== wanted) return;
        for (const hit of hits) keep(hit.article, hit);
        setDescribed((count) => count + 1);
      })
      .catch((error: unknown) => console.error('offprint: not described', error));
  }, [missing.join(' ')]);

  if (first !== null && !isSearch) for (const row of first) keep(row, PLAIN);
  if (drawnNow !== null && !isSearch) for (const row of drawnNow.value.rows) keep(row, PLAIN);
  if (isSearch) for (const hit of answer?.hits ?? []) keep(hit.article, hit);

  const count = counted.state === 'ready' ? counted.value : 0;
  return {
    ids,
    total: isSearch ? (answer?.total ?? 0) : (all?.length ?? Math.max(count, ids?.length ?? 0)),
    itemOf: (id) => rows.current.get(id) ?? null,
    onRange: (from, to) => {
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
      if (isSearch && answer !== null && answer.total > answer.ids.length && to > answer.ids.length / 2) {
        setWantsAll(true);
      }
    },
    errors,
    answered: found?.typed ?? typed,
    isForgiving: answer?.forgiving === true,
    isBuilding: answer?.building === true,
    isFailed: [head, counted].some(({ state }) => state === 'failed') || found?.isFailed === true,
  };
}
