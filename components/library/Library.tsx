import '../ui/base/base.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DEFAULT_HIGHLIGHT_FILTER, locationOfSource } from '../../utils/library/lists/library-location.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import type { ShortcutRow } from '../ui/ShortcutSheet.tsx';
import { UndoBar, type UndoBarProps } from '../ui/UndoBar.tsx';
import { LibraryRail, type LibraryRailProps } from './LibraryRail.tsx';
import '../quotes/quotes.css';
import './library.css';
import '../ui/empty.css';

export interface LibraryProps extends Omit<LibraryRailProps, 'onShortcuts'> {
  undo: Omit<UndoBarProps, 'onDismiss'> | null;
  /** Undoes the last action, even if its undo bar is no longer shown. */
  onUndo: () => void;
  onDismissUndo: () => void;
  /** Whether links are being dragged over the window. */
  isDraggingLinks: boolean;
  /** An urgent message, such as that the browser has lost the library. */
  notice?: ComponentChildren;
  children: ComponentChildren;
}

const SHORTCUTS: readonly ShortcutRow[] = [
  [['j', '↓'], 'shortcutNext'],
  [['k', '↑'], 'shortcutPrevious'],
  [['↵'], 'shortcutOpen'],
  [['e'], 'shortcutArchive'],
  [['f'], 'shortcutFavourite'],
  [['d'], 'shortcutFinished'],
  [['p'], 'shortcutPin'],
  [['t'], 'shortcutTags'],
  [['l'], 'shortcutLists'],
  [['i'], 'shortcutDetails'],
  [['#', 'Del'], 'shortcutDelete'],
  [['u', 'Ctrl z'], 'shortcutUndo'],
  [['x'], 'shortcutChoose'],
  [['⇧ j', '⇧ k'], 'shortcutChooseOn'],
  [['Ctrl a'], 'shortcutChooseAll'],
  [['a', 'Ctrl v'], 'addLinks'],
  [['/'], 'shortcutSearch'],
  [['g i'], 'shortcutGoInbox'],
  [['g a'], 'shortcutGoArchive'],
  [['g f'], 'shortcutGoFavourites'],
  [['g h'], 'shortcutGoHighlights'],
  [['g p'], 'shortcutGoPeople'],
  [['g s'], 'shortcutGoStories'],
  [['?'], 'shortcutHelp'],
];

/** The frame of the library: the navigation with the current screen beside it. */
export function Library(props: LibraryProps) {
  const { undo, children, onGo } = props;
  const { t } = useStrings();
  const [isShortcutSheetOpen, setShortcutSheetOpen] = useState(false);
  const ShortcutSheet = useLazyModule(
    isShortcutSheetOpen,
    () => import('../ui/ShortcutSheet.tsx'),
  )?.ShortcutSheet;
  useShortcuts({
    u: props.onUndo,
    a: props.onAddLinks,
    '?': () => setShortcutSheetOpen(true),
    'g i': () => onGo(locationOfSource('inbox')),
    'g a': () => onGo(locationOfSource('archive')),
    'g f': () => onGo(locationOfSource('favourites')),
    'g h': () => onGo({ screen: 'highlights', filter: DEFAULT_HIGHLIGHT_FILTER }),
    'g p': () => onGo({ screen: 'people', person: null, filter: '' }),
    'g s': () => onGo({ screen: 'stories', story: null }),
  });
  return (
    <div class="library">
      <LibraryRail {...props} onShortcuts={() => setShortcutSheetOpen(true)} />
      <main class="library__main">
        {props.notice}
        {children}
      </main>
      {props.isDraggingLinks && <p class="library__drop">{t('addLinksDrop')}</p>}
      {undo !== null && <UndoBar {...undo} onDismiss={props.onDismissUndo} />}
      {isShortcutSheetOpen && ShortcutSheet !== undefined && (
        <ShortcutSheet rows={SHORTCUTS} onClose={() => setShortcutSheetOpen(false)} />
      )}
    </div>
  );
}
