import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ArticleSource,
  type FixedSource,
  isFixed,
  type ReadingState,
} from '../../utils/library/lists/library-place.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import type { QueryError } from '../../utils/library/view-types.ts';
import { useAnnouncedCount } from '../ui/announcer.tsx';
import { Button, PrimaryButton, TextButton } from '../ui/Button.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useAsyncValue } from '../ui/hooks/use-async-value.ts';
import { useListFocus } from '../ui/hooks/use-list-focus.ts';
import { useMediaQuery } from '../ui/hooks/use-media-query.ts';
import { useRowSelection, useSelectionKeys } from '../ui/hooks/use-row-selection.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import type { PickOption } from '../ui/menus/PickPopover.tsx';
import { EmptyState } from '../ui/PageHead.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import {
  ArticleItem,
  dragArticles,
  type ItemActions,
  type LibraryItem,
  PlaceholderItem,
  type StoryGroup,
} from './ArticleItem.tsx';
import { LibraryHead, type LibraryHeadProps } from './LibraryHead.tsx';
import { type BulkActions, SelectionBar } from './SelectionBar.tsx';
import { type Shelf, ShelfPicker } from './ShelfPicker.tsx';
import { QueryErrors } from './search/QueryField.tsx';
import './list-head.css';

/** A list of articles: head, selection bar and rows. */
export function ArticleList(props: ArticleListProps) {
  const { t, count } = useStrings();
  const { ids, query, source, bulkActions } = props;
  const allIds = ids ?? [];
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useListFocus(list, ids);
  const selection = useRowSelection(`${source} ${query} ${props.reading}`, allIds);
  const [open, setOpen] = useState<Shelf | null>(null);
  /** The row whose tags or lists are open. */
  const [rowShelf, setRowShelf] = useState<{ id: string; shelf: Shelf } | null>(null);
  const isSearch = query.trim() !== '';
  const isArchive = source === 'archive';
  const syntaxErrors = props.errors.filter(({ isSearchedAsText }) => !isSearchedAsText);
  const countText = count(isSearch ? 'librarySearchCount' : 'libraryCount', props.total);
  useAnnouncedCount(query, ids === null ? '' : countText);

  /** The articles that shortcuts act on: the selection, or else the focused row. */
  const getTargetIds = (): string[] => {
    if (selection.selectedIds.size > 0) return selection.getOrderedIds();
    const id = focus.getFocusedId();
    return id === null ? [] : [id];
  };
  const runBulk =
    <Rest extends unknown[]>(action: (ids: string[], ...rest: Rest) => void, removesRows = false) =>
    (...rest: Rest): void => {
      const targetIds = getTargetIds();
      if (targetIds.length === 0) return;
      if (removesRows) {
        focus.keepFocusOnRemoval(targetIds);
        selection.clear();
      }
      action(targetIds, ...rest);
    };
  const bulk: BulkActions = {
    onArchive: runBulk(bulkActions.onArchive, true),
    onFavourite: runBulk(bulkActions.onFavourite),
    onDone: runBulk(bulkActions.onDone),
    onPin: runBulk(bulkActions.onPin),
    onTag: runBulk(bulkActions.onTag),
    onList: runBulk(bulkActions.onList),
    onNewList: runBulk(bulkActions.onNewList),
    onRetry: runBulk(bulkActions.onRetry),
    onExport: runBulk(bulkActions.onExport),
    onDelete: runBulk(bulkActions.onDelete, true),
  };
  // Moves the focus to the next row if the action removes the row from the list.
  const rowActions = {
    ...props,
    onShelf: ({ id }: ArticleRow, shelf: Shelf) => setRowShelf({ id, shelf }),
    onSelect: selection.select,
    onDrag: ({ id, canonicalUrl }: ArticleRow, data: DataTransfer) =>
      dragArticles(data, selection.selectedIds.has(id) ? selection.getOrderedIds() : [id], [canonicalUrl]),
    onArchive: (article: ArticleRow, archived: boolean) => {
      focus.keepFocusOnRemoval([article.id]);
      props.onArchive(article, archived);
    },
    onDelete: (article: ArticleRow) => {
      focus.keepFocusOnRemoval([article.id]);
      props.onDelete(article);
    },
  };
  // Always has the latest actions, so that rows need not render again when these change.
  const actions = useRef(rowActions).current;
  Object.assign(actions, rowActions);
  // Must match `compact-items.css`.
  const isNarrow = !useMediaQuery('(min-width: 481px)');
  const { selectedIds } = selection;
  const hasSelection = selectedIds.size > 0;
  useEffect(() => {
    if (!hasSelection) setOpen(null);
  }, [hasSelection]);
  const runAction = (action: string, bulkAction: () => void) => () =>
    hasSelection ? bulkAction() : focus.clickInRow(`[data-action="${action}"]`);
  const openPicker = (shelf: Shelf) => () => {
    const id = focus.getFocusedId();
    if (hasSelection) setOpen(shelf);
    else if (id !== null) setRowShelf({ id, shelf });
  };
  const details = (): void => {
    const item = props.itemOf(focus.getFocusedId() ?? '');
    if (item !== null) props.onDetails(item.article);
  };
  const extendSelection = (step: 1 | -1) => (): void => {
    const focusedId = focus.getFocusedId();
    if (focusedId !== null && !hasSelection) selection.select(focusedId, 'toggle');
    const id = focus.moveFocus(step);
    if (id !== null) selection.select(id, 'range');
  };
  useShortcuts({
    j: () => focus.moveFocus(1),
    k: () => focus.moveFocus(-1),
    ArrowDown: () => focus.moveFocus(1),
    ArrowUp: () => focus.moveFocus(-1),
    J: extendSelection(1),
    K: extendSelection(-1),
    x: () => {
      const id = focus.getFocusedId();
      if (id !== null) selection.select(id, 'toggle');
    },
    e: runAction('archive', () => bulk.onArchive(!isArchive)),
    f: runAction('favourite', () => bulk.onFavourite(true)),
    '#': runAction('delete', bulk.onDelete),
    Delete: runAction('delete', bulk.onDelete),
    d: () => bulk.onDone(true),
    D: () => bulk.onDone(false),
    p: () => bulk.onPin(true),
    t: openPicker('tags'),
    l: openPicker('lists'),
    i: details,
    // Otherwise the browser handles Escape: it closes dialogs and leaves fields.
    ...(hasSelection ? { Escape: selection.clear } : {}),
    // A click, so that the menu opens the same way as with the mouse.
    '/': () => {
      search.current?.focus();
      search.current?.click();
    },
  });
  useSelectionKeys(() => selection.selectAll(), extendSelection);

  const pickerIds = open !== null ? selection.getOrderedIds() : rowShelf !== null ? [rowShelf.id] : [];
  const hasTagsOpen = open === 'tags' || rowShelf?.shelf === 'tags';
  const suggested =
    useAsyncValue(hasTagsOpen ? pickerIds.join(' ') : null, (asked) => props.suggestTags(asked.split(' '))) ??
    [];
  const picks = props.picksOf(pickerIds);
  return (
    <>
      <LibraryHead
        {...props}
        name={isSearch && source === 'inbox' ? t('librarySearchIn') : props.name}
        countText={ids !== null && props.total > 0 ? countText : ''}
        input={search}
        hints={props.errors.filter(({ isSearchedAsText }) => isSearchedAsText)}
        // Archived articles are never unread.
        readingStates={isArchive ? ['started', 'finished'] : ['unread', 'started', 'finished']}
        canSaveSearch={isSearch && syntaxErrors.length === 0 && props.onChangeSearch === null}
      />
      <div class="scotch" />
      {source === 'links' && !isSearch && props.total > 0 && (
        <DownloadAll
          remaining={props.remainingDownloads}
          isWholeList={props.remainingDownloads >= props.total}
          onStart={props.onDownloadAll}
          onStop={props.onStopDownloads}
        />
      )}
      <div class="list-said">
        <QueryErrors errors={syntaxErrors} query={query} onQuery={props.onQuery} />
      </div>
      {hasSelection && (
        <SelectionBar
          count={selection.selectedIds.size}
          isArchive={isArchive}
          {...picks}
          suggested={suggested}
          open={open}
          onOpen={setOpen}
          onSelectAll={selection.selectAll}
          onClear={selection.clear}
          {...bulk}
        />
      )}
      {rowShelf !== null && (
        <ShelfPicker
          key={`${rowShelf.id} ${rowShelf.shelf}`}
          shelf={rowShelf.shelf}
          {...picks}
          suggested={suggested}
          anchor={findMenuButton(list.current, rowShelf.id)}
          onTag={(tag, isOn) => bulkActions.onTag([rowShelf.id], tag, isOn)}
          onList={(listId, isIn) => bulkActions.onList([rowShelf.id], listId, isIn)}
          onNewList={(name) => bulkActions.onNewList([rowShelf.id], name)}
          onClose={() => setRowShelf(null)}
        />
      )}
      {props.isFailed && (
        <div role="alert">
          <EmptyState title={t('libraryFailedTitle')}>{t('libraryFailedText')}</EmptyState>
        </div>
      )}
      {props.isBuilding && <p class="note library__note">{t('librarySearchBuilding')}</p>}
      {isSearch && props.isApproximate && props.total > 0 && (
        <p class="note library__note">{t('librarySearchForgiving')}</p>
      )}
      {ids !== null && ids.length === 0 && !props.isFailed && syntaxErrors.length === 0 && (
        <LibraryEmpty
          source={source}
          query={props.answeredQuery}
          reading={props.reading}
          onAddLinks={props.onAddLinks}
        />
      )}
      {allIds.length > 0 && (
        <VirtualList
          ids={allIds}
          label={props.name}
          class={props.isCompact ? 'items items--compact' : 'items'}
          estimatedHeight={props.isCompact ? 62 : 148}
          // Remeasures the rows, whose height has changed.
          key={props.isCompact}
          list={list}
          onRangeChange={props.onRange}
          renderRow={(id, index) => {
            const item = props.itemOf(id);
            if (item === null) return <PlaceholderItem key={id} id={id} />;
            return (
              <ArticleItem
                key={id}
                item={item}
                href={props.hrefOf(id)}
                icon={props.iconOf(item.article.host)}
                actions={actions}
                isSelected={selectedIds.has(id)}
                hasSelection={hasSelection}
                download={props.downloadOf(id)}
                group={props.groupOf(id)}
                index={index}
                total={props.total}
                isCompact={props.isCompact}
                isNarrow={isNarrow}
              />
            );
          }}
        />
      )}
    </>
  );
}

function findMenuButton(list: HTMLElement | null, id: string): HTMLElement | null {
  const row = list?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  return row?.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? null;
}

/** Bulk actions that take the ids of several articles. */
type BulkHandlers = {
  [K in keyof BulkActions]: (ids: string[], ...rest: Parameters<BulkActions[K]>) => void;
};

export interface ArticleListProps
  extends Omit<ItemActions, 'onShelf'>,
    Omit<LibraryHeadProps, 'countText' | 'readingStates' | 'input' | 'hints' | 'canSaveSearch'> {
  source: ArticleSource;
  /** The reader's URL for an article. */
  hrefOf: (id: string) => string;
  /** All ids in order; null until loaded. */
  ids: readonly string[] | null;
  /** The row's data, null while not loaded. */
  itemOf: (id: string) => LibraryItem | null;
  onRange: (from: number, to: number) => void;
  /** The number of articles in the list, loaded or not. */
  total: number;
  errors: readonly QueryError[];
  /** The query whose results are shown. */
  answeredQuery: string;
  /** No article contained the words as typed; these are approximate matches. */
  isApproximate: boolean;
  /** The search index is being built. */
  isBuilding: boolean;
  isFailed: boolean;
  bulkActions: BulkHandlers;
  /** The tags and lists, each with how it applies to the given articles. */
  picksOf: (ids: readonly string[]) => { tags: PickOption[]; lists: PickOption[] };
  suggestTags: (ids: string[]) => Promise<string[]>;
  /** `waiting` while an article's text is being downloaded, the reason if that failed, or null. */
  downloadOf: (id: string) => string | null;
  /** Articles still to be downloaded, in all lists. */
  remainingDownloads: number;
  /** Downloads the text of every article that has none. */
  onDownloadAll: () => void;
  onStopDownloads: () => void;
  /** A local URL of the site's icon, or null. */
  iconOf: (host: string) => string | null;
  /** The story under which an article stands, or null. */
  groupOf: (id: string) => StoryGroup | null;
  /** Opens the dialog for adding addresses. */
  onAddLinks: () => void;
}

interface DownloadAllProps {
  /** The number of articles still to be downloaded. */
  remaining: number;
  /** Every article of the list is among them. */
  isWholeList: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Above the list of articles that were not downloaded: downloads all of them, or stops that. */
function DownloadAll({ remaining, isWholeList, onStart, onStop }: DownloadAllProps) {
  const { t, formatNumber } = useStrings();
  return (
    <section class="download-all" aria-label={t('actionDownloadAll')}>
      {!isWholeList && <PrimaryButton onClick={onStart}>{t('actionDownloadAll')}</PrimaryButton>}
      {remaining > 0 && <Button onClick={onStop}>{t('importStopFetching')}</Button>}
      <p class="note" role="status">
        {remaining > 0 ? t('libraryDownloadsLeft', formatNumber(remaining)) : t('addLinksHint')}
      </p>
    </section>
  );
}

const EMPTY_MESSAGES: Partial<Record<FixedSource, readonly [title: MessageKey, text: MessageKey]>> = {
  inbox: ['libraryEmptyInboxTitle', 'libraryEmptyInboxText'],
  archive: ['libraryEmptyArchiveTitle', 'libraryEmptyArchiveText'],
  favourites: ['libraryEmptyFavouritesTitle', 'libraryEmptyFavouritesText'],
};

const READING_MESSAGES: Record<ReadingState, readonly [title: MessageKey, text: MessageKey]> = {
  unread: ['libraryEmptyUnreadTitle', 'libraryEmptyUnreadText'],
  started: ['libraryEmptyStartedTitle', 'libraryEmptyStartedText'],
  finished: ['libraryEmptyFinishedTitle', 'libraryEmptyFinishedText'],
};

function emptyMessage(
  source: ArticleSource,
  reading: ReadingState | null,
): readonly [MessageKey, MessageKey] {
  if (reading !== null) return READING_MESSAGES[reading];
  const words = isFixed(source) ? EMPTY_MESSAGES[source] : undefined;
  if (words !== undefined) return words;
  if (source.startsWith('smart:')) return ['libraryEmptySmartTitle', 'libraryEmptySmartText'];
  return ['libraryEmptyListTitle', 'libraryEmptyListText'];
}

/** Removes quotation marks from a phrase, since the sentence around it has its own. */
function removeQuotationMarks(query: string): string {
  const [, phrase] = /^["“”„«»]([^"“”„«»]+)["“”„«»]$/u.exec(query) ?? [];
  return phrase?.trim() ?? query;
}

/** Shown if a list is empty: why, and what will appear here. */
function LibraryEmpty({
  source,
  query,
  reading,
  onAddLinks,
}: Pick<ArticleListProps, 'source' | 'query' | 'reading' | 'onAddLinks'>) {
  const { t } = useStrings();
  if (query.trim() !== '') {
    const title = t('librarySearchNone', removeQuotationMarks(query.trim()));
    return <EmptyState title={title}>{t('librarySearchNoneHint')}</EmptyState>;
  }
  const [title, text] = emptyMessage(source, reading);
  return (
    <EmptyState title={t(title)}>
      <p>{t(text)}</p>
      {source === 'inbox' && reading === null && (
        <>
          <p class="empty__way">
            <TextButton onClick={onAddLinks}>{t('addLinks')}</TextButton>
          </p>
          <p class="empty__way">
            <a class="text-button" href="transfer.html#import">
              {t('libraryEmptyImport')}
            </a>
          </p>
        </>
      )}
    </EmptyState>
  );
}
