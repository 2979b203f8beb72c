import { useEffect, useState } from 'preact/hooks';
import { ArticleList } from '../../components/library/ArticleList.tsx';
import { type RailData, SOURCE_TITLES } from '../../components/library/LibraryRail.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { useLazyModule } from '../../components/ui/hooks/use-lazy-module.ts';
import type { PickOption } from '../../components/ui/menus/PickPopover.tsx';
import { getImageBlob } from '../../utils/library/articles/articles.ts';
import { getSiteIcons } from '../../utils/library/articles/site-icons.ts';
import { formatLocation, isFixed, type LibraryLocation } from '../../utils/library/lists/library-location.ts';
import { NEWEST_FIRST } from '../../utils/library/lists/sort-articles.ts';
import { suggestTags } from '../../utils/library/lists/suggest-tags.ts';
import { completeQuery, NO_VOCABULARY } from '../../utils/library/search/query-completion.ts';
import { readVocabulary } from '../../utils/library/search/vocabulary.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';
import type { createArticleActions } from '../shared/article-actions.ts';
import { useDownloads } from '../shared/saving/use-downloads.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useArticleList } from './list/use-article-list.ts';
import { useCompact, useRecentSearches, useStoryGroups } from './list/use-list-options.ts';
import { useReturnFocus, useScrollPosition } from './use-library-location.ts';

interface Props {
  place: Extract<LibraryLocation, { screen: 'articles' }>;
  rail: RailData | null;
  revision: number;
  actions: ReturnType<typeof createArticleActions>;
  go: (place: LibraryLocation) => void;
  onKeepSearch: (name: string, query: string, sort: SortOrder) => void;
  /** Opens the dialog that edits a smart list's search. */
  onChangeSearch: (id: string) => void;
  onAddLinks: () => void;
  /** Takes an article out of its story. */
  onNotThisStory: (id: string) => void;
}

const NO_ICONS: ReadonlyMap<string, string> = new Map();

/** The reader's URL for an article. It includes the list, for the link back and for the next article. */
function readerHref(place: LibraryLocation, id: string): string {
  return `reader.html?${new URLSearchParams({ id, from: formatLocation(place) })}`;
}

function toPickState(count: number, all: number): PickOption['state'] {
  if (count === 0) return 'none';
  return count === all ? 'all' : 'some';
}

/** A list of articles, and the dialog with the details of one of them. */
export function ArticlesScreen(props: Props) {
  const { place, rail, revision, actions, go, onKeepSearch, onChangeSearch, onAddLinks, onNotThisStory } =
    props;
  const { t } = useStrings();
  const announce = useAnnounce();
  const { source, query, sort, reading } = place;
  const [detailsOf, setDetailsOf] = useState<{ id: string; isEditing: boolean } | null>(null);
  const smart = rail?.smartLists.find(({ id }) => source === `smart:${id}`) ?? null;
  const { isGrouped, onGrouped, arrange } = useStoryGroups();
  const list = useArticleList(source, query, sort, smart, reading, revision, arrange);
  const groups = list.ids === null ? undefined : arrange?.(list.ids).groups;
  useScrollPosition(`${source} ${query.trim() !== ''} ${reading}`, list.ids !== null);

  const [isCompact, setCompact] = useCompact();
  const suggestions = useRecentSearches(query, list.answeredQuery === query && list.total > 0);
  useReturnFocus();

  const [vocabulary, setVocabulary] = useState(NO_VOCABULARY);
  // Loaded when the user starts a search, because that takes longer than loading the list.
  const [wantsVocabulary, setWantsVocabulary] = useState(false);
  useEffect(() => {
    if (!wantsVocabulary) return;
    readVocabulary()
      .then(setVocabulary)
      .catch((error: unknown) => console.warn('offprint: no completions', error));
  }, [wantsVocabulary, revision]);

  const downloads = useDownloads(true);
  const icons = useLibrary(() => getSiteIcons(), [], true) ?? NO_ICONS;

  const DetailsScreen = useLazyModule(detailsOf !== null, () => import('./DetailsScreen.tsx'))?.DetailsScreen;

  const name = ((): string => {
    if (isFixed(source)) return t(SOURCE_TITLES[source]);
    if (source.startsWith('tag:') || source.startsWith('host:')) return source.slice(source.indexOf(':') + 1);
    if (source.startsWith('smart:')) return smart?.name ?? '';
    return rail?.lists.find(({ list: one }) => source === `list:${one.id}`)?.list.name ?? '';
  })();

  const pickOptionsOf = (ids: readonly string[]): { tags: PickOption[]; lists: PickOption[] } => {
    const rows = ids.flatMap((id) => list.itemOf(id)?.article ?? []);
    const stateWhere = (test: (row: ArticleRow) => boolean): PickOption['state'] =>
      toPickState(rows.filter(test).length, rows.length);
    return {
      tags: (rail?.tags ?? []).map(({ tag }) => ({
        value: tag,
        label: tag,
        state: stateWhere((row) => row.tags.includes(tag)),
      })),
      lists: (rail?.lists ?? []).map(({ list: one, depth }) => ({
        value: one.id,
        label: one.name,
        depth,
        state: stateWhere((row) => row.listIds.includes(one.id)),
      })),
    };
  };

  return (
    <>
      <ArticleList
        {...actions}
        {...list}
        downloadStateOf={downloads.stateOf}
        remainingDownloads={downloads.remaining}
        onDownload={({ id, canonicalUrl }) => {
          announce(t('readerDownloading'));
          downloads.start([id], canonicalUrl);
        }}
        onDownloadAll={() => downloads.start(null, null)}
        onStopDownloads={downloads.stop}
        source={source}
        name={name}
        query={query}
        sort={sort ?? smart?.sort ?? null}
        hrefOf={(id) => readerHref(place, id)}
        loadImage={getImageBlob}
        pickOptionsOf={pickOptionsOf}
        suggestTags={suggestTags}
        iconOf={(host) => icons.get(host) ?? null}
        onBeforeComplete={() => setWantsVocabulary(true)}
        isGrouped={isGrouped}
        onGrouped={onGrouped}
        groupOf={(id) => groups?.get(id) ?? null}
        isCompact={isCompact}
        onCompact={setCompact}
        onAddLinks={onAddLinks}
        suggestions={suggestions}
        complete={(typed, caret) => completeQuery(typed, caret, vocabulary)}
        onDetails={({ id }) => setDetailsOf({ id, isEditing: false })}
        onNotThisStory={({ id }) => onNotThisStory(id)}
        onEdit={({ id }) => setDetailsOf({ id, isEditing: true })}
        onQueryChange={(next) => go({ ...place, query: next })}
        onSort={(next) => go({ ...place, sort: next })}
        reading={reading}
        onReading={(next) => go({ ...place, reading: next })}
        onSaveSearch={(given) => {
          onKeepSearch(given, query, sort ?? NEWEST_FIRST);
        }}
        onChangeSearch={smart === null ? null : () => onChangeSearch(smart.id)}
      />
      {detailsOf !== null && DetailsScreen !== undefined && (
        <DetailsScreen
          {...detailsOf}
          onRetry={() => actions.bulkActions.onRetry([detailsOf.id])}
          onEdit={(details) => actions.onEditDetails(detailsOf.id, details)}
          onClose={() => setDetailsOf(null)}
        />
      )}
    </>
  );
}
