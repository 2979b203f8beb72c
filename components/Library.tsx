import './base.css';
import { useRef, useState } from 'preact/hooks';
import type { ArticleRow } from '../utils/library/types.ts';
import { ArticleItem, type ItemActions, type LibraryItem } from './ArticleItem.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { LibraryRail, type LibraryView, TITLE_OF } from './LibraryRail.tsx';
import { LoadMore } from './LoadMore.tsx';
import { SearchField } from './SearchField.tsx';
import { type ShortcutLine, ShortcutSheet } from './ShortcutSheet.tsx';
import { useStrings } from './strings.ts';
import { UndoBar } from './UndoBar.tsx';
import { useListFocus } from './use-list-focus.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSpokenCount } from './use-spoken-count.ts';
import './quotes.css';
import './library.css';
import './empty.css';

export interface LibraryProps extends ItemActions {
  view: LibraryView;
  counts: Record<LibraryView, number> | null;
  /** Null until the library has answered for the first time. */
  items: readonly LibraryItem[] | null;
  /** How many there are in all, loaded or not. */
  total: number;
  query: string;
  /** Nothing held the words as typed; these are likenesses. */
  isForgiving: boolean;
  /** The library could not be opened. */
  isFailed: boolean;
  undo: { sentence: string; onUndo: (() => void) | null } | null;
  onView: (view: LibraryView) => void;
  onQuery: (query: string) => void;
  onMore: () => void;
  onDismissUndo: () => void;
  onOpenOptions: () => void;
}

const LINES: readonly ShortcutLine[] = [
  [['j', '↓'], 'shortcutNext'],
  [['k', '↑'], 'shortcutPrevious'],
  [['↵'], 'shortcutOpen'],
  [['e'], 'shortcutArchive'],
  [['f'], 'shortcutFavourite'],
  [['#', 'Del'], 'shortcutDelete'],
  [['u'], 'shortcutUndo'],
  [['/'], 'shortcutSearch'],
  [['g i'], 'shortcutGoInbox'],
  [['g a'], 'shortcutGoArchive'],
  [['g f'], 'shortcutGoFavourites'],
  [['?'], 'shortcutHelp'],
];

/** The library: lists at the side, articles beside them. */
export function Library(props: LibraryProps) {
  const { t, count } = useStrings();
  const { items, query, view } = props;
  const [sheet, setSheet] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useListFocus(list, items);
  const isSearch = query.trim() !== '';
  const heading = isSearch ? t('librarySearchIn') : t(TITLE_OF[view]);
  const amount = count(isSearch ? 'librarySearchCount' : 'libraryCount', props.total);
  useSpokenCount(query, items === null ? '' : amount);

  // What leaves the list takes its row along: the next row gets the focus then.
  const leaving: ItemActions = {
    hrefOf: props.hrefOf,
    loadImage: props.loadImage,
    onFavourite: props.onFavourite,
    onArchive: (article: ArticleRow, archived: boolean) => {
      focus.keepPlace(article.id);
      props.onArchive(article, archived);
    },
    onDelete: (article: ArticleRow) => {
      focus.keepPlace(article.id);
      props.onDelete(article);
    },
  };
  const press = (action: string) => () => focus.press(`[data-action="${action}"]`);
  useShortcuts({
    j: () => focus.move(1),
    k: () => focus.move(-1),
    ArrowDown: () => focus.move(1),
    ArrowUp: () => focus.move(-1),
    e: press('archive'),
    f: press('favourite'),
    '#': press('delete'),
    Delete: press('delete'),
    u: () => props.undo?.onUndo?.(),
    '/': () => search.current?.focus(),
    '?': () => setSheet(true),
    'g i': () => props.onView('inbox'),
    'g a': () => props.onView('archive'),
    'g f': () => props.onView('favourites'),
  });

  return (
    <div class="library">
      <LibraryRail
        view={isSearch ? null : view}
        counts={props.counts}
        onView={props.onView}
        onShortcuts={() => setSheet(true)}
        onOpenOptions={props.onOpenOptions}
      />
      <main class="library__main">
        <header class="library__head">
          <h1>{heading}</h1>
          {items !== null && props.total > 0 && <p class="library__amount">{amount}</p>}
          <SearchField query={query} label={t('librarySearch')} onQuery={props.onQuery} input={search} />
        </header>
        <div class="scotch" />
        {props.isFailed && (
          <section class="empty" role="alert">
            <h2>{t('libraryFailedTitle')}</h2>
            <p>{t('libraryFailedText')}</p>
          </section>
        )}
        {isSearch && props.isForgiving && props.total > 0 && (
          <p class="note library__note">{t('librarySearchForgiving')}</p>
        )}
        {items !== null && items.length === 0 && !props.isFailed && (
          <LibraryEmpty view={view} query={query} />
        )}
        {items !== null && items.length > 0 && (
          <ol class="items" ref={list} aria-label={heading}>
            {items.map((item) => (
              <ArticleItem key={item.article.id} item={item} actions={leaving} />
            ))}
          </ol>
        )}
        {items !== null && items.length < props.total && (
          <LoadMore onMore={props.onMore} shown={items.length} />
        )}
      </main>
      {props.undo !== null && <UndoBar {...props.undo} onDismiss={props.onDismissUndo} />}
      {sheet && <ShortcutSheet lines={LINES} onClose={() => setSheet(false)} />}
    </div>
  );
}
