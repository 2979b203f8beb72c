import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ArticleSource,
  type FixedSource,
  isFixed,
  type ReadingState,
} from '../../utils/library/lists/library-location.ts';
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
  type ItemActions,
  type LibraryItem,
  PlaceholderItem,
  type StoryGroup,
  setDragData,
} from './ArticleItem.tsx';
import { LibraryHead, type LibraryHeadProps } from './LibraryHead.tsx';
import { type BulkActions, SelectionBar } from './SelectionBar.tsx';
import { QueryErrors } from './search/QueryField.tsx';
import { type PickerKind, TagListPicker } from './TagListPicker.tsx';
import './list-head.css';

/** A list of articles with its head, the selection bar and the rows. */
export function ArticleList(props: ArticleListProps) {
  const { t, count } = useStrings();
  const { ids, query, source, bulkActions } = props;
  const allIds = ids ?? [];
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useListFocus(list, ids);
  const selection = useRowSelection(`${source} ${query} ${props.reading}`, allIds);
  const [bulkPicker, setBulkPicker] = useState<PickerKind | null>(null);
  /** The row whose tag or list picker is open. */
  const [rowPicker, setRowPicker] = useState<{ id: string; kind: PickerKind } | null>(null);
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
  // If an action removes the row from the list, the focus moves to the next row.
  const rowActions = {
    ...props,
    onOpenPicker: ({ id }: ArticleRow, kind: PickerKind) => setRowPicker({ id, kind }),
    onSelect: selection.select,
    onDrag: ({ id, canonicalUrl }: ArticleRow, data: DataTransfer) =>
      setDragData(data, selection.selectedIds.has(id) ? selection.getOrderedIds() : [id], [canonicalUrl]),
    onArchive: (article: ArticleRow, archived: boolean) => {
      focus.keepFocusOnRemoval([article.id]);
      props.onArchive(article, archived);
    },
    onDelete: (article: ArticleRow) => {
      focus.keepFocusOnRemoval([article.id]);
      props.onDelete(article);
    },
  };
  // One object that always holds the latest actions, so that rows are not rendered again when handlers change.
  const actions = useRef(rowActions).current;
  Object.assign(actions, rowActions);
  // Must match `compact-items.css`.
  const isNarrow = !useMediaQuery('(min-width: 481px)');
  const { selectedIds } = selection;
  const hasSelection = selectedIds.size > 0;
  useEffect(() => {
    if (!hasSelection) setBulkPicker(null);
  }, [hasSelection]);
  const runAction = (action: string, bulkAction: () => void) => () =>
    hasSelection ? bulkAction() : focus.clickInRow(`[data-action="${action}"]`);
  const openPicker = (kind: PickerKind) => () => {
    const id = focus.getFocusedId();
    if (hasSelection) setBulkPicker(kind);
    else if (id !== null) setRowPicker({ id, kind });
  };
  const showDetails = (): void => {
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
    i: showDetails,
    // Without a selection, Escape is left to the browser, which closes dialogs.
    ...(hasSelection ? { Escape: selection.clear } : {}),
    // The click opens the suggestions, as with the mouse.
    '/': () => {
      searchField.current?.focus();
      searchField.current?.click();
    },
  });
  useSelectionKeys(() => selection.selectAll(), extendSelection);

  const pickerIds =
    bulkPicker !== null ? selection.getOrderedIds() : rowPicker !== null ? [rowPicker.id] : [];
  const isTagPickerOpen = bulkPicker === 'tags' || rowPicker?.kind === 'tags';
  const suggested =
    useAsyncValue(isTagPickerOpen ? pickerIds.join(' ') : null, (key) => props.suggestTags(key.split(' '))) ??
    [];
  const pickOptions = props.pickOptionsOf(pickerIds);
  return (
    <>
      <LibraryHead
        {...props}
        name={isSearch && source === 'inbox' ? t('librarySearchIn') : props.name}
        countText={ids !== null && props.total > 0 ? countText : ''}
        input={searchField}
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
        <QueryErrors errors={syntaxErrors} query={query} onQueryChange={props.onQueryChange} />
      </div>
      {hasSelection && (
        <SelectionBar
          count={selection.selectedIds.size}
          isArchive={isArchive}
          {...pickOptions}
          suggested={suggested}
          openPicker={bulkPicker}
          onOpenPicker={setBulkPicker}
          onSelectAll={selection.selectAll}
          onClear={selection.clear}
          {...bulk}
        />
      )}
      {rowPicker !== null && (
        <TagListPicker
          key={`${rowPicker.id} ${rowPicker.kind}`}
          kind={rowPicker.kind}
          {...pickOptions}
          suggested={suggested}
          anchor={findMenuButton(list.current, rowPicker.id)}
          onTag={(tag, isOn) => bulkActions.onTag([rowPicker.id], tag, isOn)}
          onList={(listId, isIn) => bulkActions.onList([rowPicker.id], listId, isIn)}
          onNewList={(name) => bulkActions.onNewList([rowPicker.id], name)}
          onClose={() => setRowPicker(null)}
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
        <EmptyList
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
          // Remounts the list, so that the rows are measured again in their new height.
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
                download={props.downloadStateOf(id)}
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

/** `BulkActions` with the ids of the articles as an additional first argument. */
type BulkHandlers = {
  [K in keyof BulkActions]: (ids: string[], ...rest: Parameters<BulkActions[K]>) => void;
};

export interface ArticleListProps
  extends Omit<ItemActions, 'onOpenPicker'>,
    Omit<LibraryHeadProps, 'countText' | 'readingStates' | 'input' | 'hints' | 'canSaveSearch'> {
  source: ArticleSource;
  /** Returns the URL of an article in the reader. */
  hrefOf: (id: string) => string;
  /** The ids of the list's articles in display order; null until loaded. */
  ids: readonly string[] | null;
  /** Returns the data of a row; null until loaded. */
  itemOf: (id: string) => LibraryItem | null;
  /** Called with the rendered range of indices; `to` is exclusive. */
  onRange: (from: number, to: number) => void;
  /** The number of articles in the list, loaded or not. */
  total: number;
  errors: readonly QueryError[];
  /** The query whose results are shown; `query` may be newer. */
  answeredQuery: string;
  /** No article contains the words as typed, so approximate matches are shown. */
  isApproximate: boolean;
  /** The search index is being built. */
  isBuilding: boolean;
  /** The list could not be loaded. */
  isFailed: boolean;
  bulkActions: BulkHandlers;
  /** Returns the options of the pickers: all tags and lists, and how many of the given articles have each. */
  pickOptionsOf: (ids: readonly string[]) => { tags: PickOption[]; lists: PickOption[] };
  suggestTags: (ids: string[]) => Promise<string[]>;
  /** Returns `waiting` during an article's download, an error code (see `importWhy_…`) if it failed, or null. */
  downloadStateOf: (id: string) => string | null;
  /** The number of articles still to be downloaded, in all lists. */
  remainingDownloads: number;
  /** Downloads the text of every article that has none. */
  onDownloadAll: () => void;
  onStopDownloads: () => void;
  /** Returns a local URL of a site's icon, or null. */
  iconOf: (host: string) => string | null;
  /** Returns the story that an article is grouped under, or null. */
  groupOf: (id: string) => StoryGroup | null;
  /** Opens the dialog for adding links. */
  onAddLinks: () => void;
}

interface DownloadAllProps {
  /** The number of articles still to be downloaded, in all lists. */
  remaining: number;
  /** All articles of the list are already being downloaded. */
  isWholeList: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Starts or stops downloading all articles without text. Shown above the list of these articles. */
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

function chooseEmptyMessage(
  source: ArticleSource,
  reading: ReadingState | null,
): readonly [MessageKey, MessageKey] {
  if (reading !== null) return READING_MESSAGES[reading];
  const messages = isFixed(source) ? EMPTY_MESSAGES[source] : undefined;
  if (messages !== undefined) return messages;
  if (source.startsWith('smart:')) return ['libraryEmptySmartTitle', 'libraryEmptySmartText'];
  return ['libraryEmptyListTitle', 'libraryEmptyListText'];
}

/** Strips the quotation marks from a query that is one phrase, because the message has its own. */
function stripQuotationMarks(query: string): string {
  const [, phrase] = /^["“”„«»]([^"“”„«»]+)["“”„«»]$/u.exec(query) ?? [];
  return phrase?.trim() ?? query;
}

/** The empty state of a list: says why it is empty, or what will appear here. */
function EmptyList({
  source,
  query,
  reading,
  onAddLinks,
}: Pick<ArticleListProps, 'source' | 'query' | 'reading' | 'onAddLinks'>) {
  const { t } = useStrings();
  if (query.trim() !== '') {
    const title = t('librarySearchNone', stripQuotationMarks(query.trim()));
    return <EmptyState title={title}>{t('librarySearchNoneHint')}</EmptyState>;
  }
  const [title, text] = chooseEmptyMessage(source, reading);
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
