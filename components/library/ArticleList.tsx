import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleRow } from '../../utils/library/types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useChoice } from '../ui/hooks/use-choice.ts';
import { useChooseAll } from '../ui/hooks/use-choose-all.ts';
import { useListFocus } from '../ui/hooks/use-list-focus.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { useSpokenCount } from '../ui/hooks/use-spoken-count.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ArticleItem, BlankItem } from './ArticleItem.tsx';
import type { ArticleListProps } from './article-list-props.ts';
import { DownloadAll } from './DownloadAll.tsx';
import { dragArticles } from './drag-articles.ts';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { LibraryHead } from './LibraryHead.tsx';
import type { ItemActions } from './RowActions.tsx';
import { type BulkActions, SelectionBar } from './SelectionBar.tsx';
import { type Shelf, ShelfPicker } from './ShelfPicker.tsx';
import { StillRow, useLatestActions } from './StillRow.tsx';
import { QueryErrors } from './search/QueryErrors.tsx';
import { useSuggestedTags } from './use-suggested-tags.ts';

/** A list of articles: its head, what is chosen, the rows. */
export function ArticleList(props: ArticleListProps) {
  const { t, count } = useStrings();
  const { ids, query, source, many } = props;
  const all = ids ?? [];
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useListFocus(list, ids);
  const choice = useChoice(`${source} ${query} ${props.reading}`, all);
  const [open, setOpen] = useState<Shelf | null>(null);
  /** The row whose tags or lists are open. */
  const [rowShelf, setRowShelf] = useState<{ id: string; shelf: Shelf } | null>(null);
  const isSearch = query.trim() !== '';
  const isArchive = source === 'archive';
  const faults = props.errors.filter(({ isText }) => !isText);
  const amount = count(isSearch ? 'librarySearchCount' : 'libraryCount', props.total);
  useSpokenCount(query, ids === null ? '' : amount);

  /** What the keys act on: all that is chosen, else the row that has the focus. */
  const meant = (): string[] => {
    if (choice.chosen.size > 0) return choice.ids();
    const id = focus.focusedId();
    return id === null ? [] : [id];
  };
  const bulk =
    <K extends keyof BulkActions>(name: K, leaves = false) =>
    (...rest: Parameters<BulkActions[K]>): void => {
      const chosen = meant();
      if (chosen.length === 0) return;
      if (leaves) {
        focus.keepPlace(chosen);
        choice.clear();
      }
      many[name](chosen, ...rest);
    };
  // What leaves the list takes its row along: the next row gets the focus then.
  const leaving: ItemActions = {
    hrefOf: props.hrefOf,
    loadImage: props.loadImage,
    onFavourite: props.onFavourite,
    onDone: props.onDone,
    onPin: props.onPin,
    onShelf: ({ id }, shelf) => setRowShelf({ id, shelf }),
    onDetails: props.onDetails,
    onDownload: props.onDownload,
    onArchive: (article, archived) => {
      focus.keepPlace([article.id]);
      props.onArchive(article, archived);
    },
    onDelete: (article) => {
      focus.keepPlace([article.id]);
      props.onDelete(article);
    },
  };
  const actions = useLatestActions(leaving);
  const { chosen } = choice;
  const hasMany = chosen.size > 0;
  useEffect(() => {
    if (!hasMany) setOpen(null);
  }, [hasMany]);
  const press = (action: string, inBulk: () => void) => () =>
    hasMany ? inBulk() : focus.press(`[data-action="${action}"]`);
  const openPicker = (what: Shelf) => () => {
    const id = focus.focusedId();
    if (hasMany) setOpen(what);
    else if (id !== null) setRowShelf({ id, shelf: what });
  };
  const details = (): void => {
    const item = props.itemOf(focus.focusedId() ?? '');
    if (item !== null) props.onDetails(item.article);
  };
  const extend = (step: 1 | -1) => (): void => {
    const before = focus.focusedId();
    if (before !== null && !hasMany) choice.choose(before, 'toggle');
    const id = focus.move(step);
    if (id !== null) choice.choose(id, 'range');
  };
  useShortcuts({
    j: () => focus.move(1),
    k: () => focus.move(-1),
    ArrowDown: () => focus.move(1),
    ArrowUp: () => focus.move(-1),
    J: extend(1),
    K: extend(-1),
    x: () => {
      const id = focus.focusedId();
      if (id !== null) choice.choose(id, 'toggle');
    },
    e: press('archive', () => bulk('onArchive', true)(!isArchive)),
    f: press('favourite', () => bulk('onFavourite')(true)),
    '#': press('delete', bulk('onDelete', true)),
    Delete: press('delete', bulk('onDelete', true)),
    d: () => bulk('onDone')(true),
    D: () => bulk('onDone')(false),
    p: () => bulk('onPin')(true),
    t: openPicker('tags'),
    l: openPicker('lists'),
    i: details,
    // Otherwise it is the browser's: it closes windows and leaves fields.
    ...(hasMany ? { Escape: choice.clear } : {}),
    // A click, so that it opens as it does for the mouse.
    '/': () => {
      search.current?.focus();
      search.current?.click();
    },
  });
  useChooseAll(() => choice.chooseAll(), extend);

  const shelved = open !== null ? choice.ids() : rowShelf !== null ? [rowShelf.id] : [];
  const hasTagsOpen = open === 'tags' || rowShelf?.shelf === 'tags';
  const suggested = useSuggestedTags(hasTagsOpen ? shelved : [], props.suggestTags);
  const picks = props.picksOf(shelved);
  return (
    <>
      <LibraryHead
        name={isSearch && source === 'inbox' ? t('librarySearchIn') : props.name}
        amount={ids !== null && props.total > 0 ? amount : ''}
        query={query}
        sort={props.sort}
        input={search}
        hints={props.errors.filter(({ isText }) => isText)}
        starters={props.starters}
        complete={props.complete}
        onQuery={props.onQuery}
        onLook={props.onLook}
        onSort={props.onSort}
        reading={props.reading}
        // What is in the archive is not unread.
        readingStates={isArchive ? ['started', 'finished'] : ['unread', 'started', 'finished']}
        onReading={props.onReading}
        isCompact={props.isCompact}
        onCompact={props.onCompact}
        canKeep={isSearch && faults.length === 0 && props.onChangeSearch === null}
        onKeepSearch={props.onKeepSearch}
        onChangeSearch={props.onChangeSearch}
      />
      <div class="scotch" />
      {source === 'links' && !isSearch && props.total > 0 && (
        <DownloadAll
          left={props.downloadsLeft}
          isWhole={props.downloadsLeft >= props.total}
          onStart={props.onDownloadAll}
          onStop={props.onStopDownloads}
        />
      )}
      <div class="list-said">
        <QueryErrors errors={faults} query={query} onQuery={props.onQuery} />
      </div>
      {hasMany && (
        <SelectionBar
          count={choice.chosen.size}
          isArchive={isArchive}
          tags={picks.tags}
          suggestedTags={suggested}
          lists={picks.lists}
          open={open}
          onOpen={setOpen}
          onAll={choice.chooseAll}
          onClear={choice.clear}
          onArchive={bulk('onArchive', true)}
          onFavourite={bulk('onFavourite')}
          onDone={bulk('onDone')}
          onPin={bulk('onPin')}
          onTag={bulk('onTag')}
          onList={bulk('onList')}
          onNewList={bulk('onNewList')}
          onRetry={bulk('onRetry')}
          onExport={bulk('onExport')}
          onDelete={bulk('onDelete', true)}
        />
      )}
      {rowShelf !== null && (
        <ShelfPicker
          key={`${rowShelf.id} ${rowShelf.shelf}`}
          shelf={rowShelf.shelf}
          {...picks}
          suggested={suggested}
          anchor={menuButtonOf(list.current, rowShelf.id)}
          onTag={(tag, isOn) => many.onTag([rowShelf.id], tag, isOn)}
          onList={(listId, isIn) => many.onList([rowShelf.id], listId, isIn)}
          onNewList={(name) => many.onNewList([rowShelf.id], name)}
          onClose={() => setRowShelf(null)}
        />
      )}
      {props.isFailed && (
        <section class="empty" role="alert">
          <h2>{t('libraryFailedTitle')}</h2>
          <p>{t('libraryFailedText')}</p>
        </section>
      )}
      {props.isBuilding && <p class="note library__note">{t('librarySearchBuilding')}</p>}
      {isSearch && props.isForgiving && props.total > 0 && (
        <p class="note library__note">{t('librarySearchForgiving')}</p>
      )}
      {ids !== null && ids.length === 0 && !props.isFailed && faults.length === 0 && (
        <LibraryEmpty
          source={source}
          query={props.answered}
          reading={props.reading}
          onAddLinks={props.onAddLinks}
        />
      )}
      {all.length > 0 && (
        <VirtualList
          ids={all}
          label={props.name}
          class={props.isCompact ? 'items items--compact' : 'items'}
          estimate={props.isCompact ? 62 : 148}
          // Rows of another height are measured anew.
          key={props.isCompact}
          list={list}
          onRange={props.onRange}
          row={(id, index) => {
            const item = props.itemOf(id);
            if (item === null) return <BlankItem key={id} id={id} />;
            const icon = props.iconOf(item.article.host);
            const download = props.downloadOf(id);
            return (
              <StillRow
                key={id}
                shows={[
                  item,
                  icon,
                  chosen,
                  all,
                  props.hrefOf(id),
                  index,
                  props.total,
                  props.isCompact,
                  download,
                ]}
                draw={() => (
                  <ArticleItem
                    item={item}
                    icon={icon}
                    actions={actions}
                    download={download}
                    index={index}
                    total={props.total}
                    isCompact={props.isCompact}
                    choice={{
                      isChosen: chosen.has(id),
                      isChoosing: hasMany,
                      onChoose: choice.choose,
                      onDrag: (article: ArticleRow, data: DataTransfer) => {
                        const dragged = chosen.has(id) ? choice.ids() : [id];
                        dragArticles(data, dragged, [article.canonicalUrl]);
                      },
                    }}
                  />
                )}
              />
            );
          }}
        />
      )}
    </>
  );
}

/** Of the row of an article. */
function menuButtonOf(list: HTMLElement | null, id: string): HTMLElement | null {
  const row = list?.querySelector(`[data-id="${CSS.escape(id)}"]`);
  return row?.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? null;
}
