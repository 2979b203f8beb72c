import type { ComponentProps, RefObject } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import type { PickerKind } from '../library/TagListPicker.tsx';
import { IconButton } from '../ui/Button.tsx';
import { PhoneContext } from '../ui/base/phone.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { useMediaQuery } from '../ui/hooks/use-media-query.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu, type MenuAction } from '../ui/menus/ActionMenu.tsx';
import { useMenu } from '../ui/menus/use-menu.ts';
import type { ReaderSettingsProps } from './ReaderSettings.tsx';
import type { ReaderProps } from './reader-props.ts';
import '../ui/menus/menu.css';

type DataProps = 'article' | 'saved' | 'prefs' | 'libraryHref';
type ActionProps = 'onPrefsChange' | 'onFavourite' | 'onArchive' | 'onEditDetails' | 'onExport' | 'onDelete';

interface ReaderBarProps extends Pick<ReaderProps, DataProps | ActionProps> {
  /** The reading progress, 0–1. */
  progress: number;
  hasQuotes: boolean;
  isSpeakersOpen: boolean;
  outline: readonly OutlineEntry[];
  onJumpToHeading: (entry: OutlineEntry) => void;
  isReadingAloud: boolean;
  onToggleReadAloud: () => void;
  onToggleSpeakers: () => void;
  highlightCount: number;
  isHighlightsOpen: boolean;
  onToggleHighlights: () => void;
  onShortcuts: () => void;
  /** Receives the element of the “More” menu. */
  menuRef: RefObject<HTMLSpanElement | null>;
  onOpenPicker: (kind: PickerKind) => void;
}

/** In windows that match this, every tool has a button; in others, rarely used tools are in the menu. */
const WIDE_QUERY = '(min-width: 1100px)';

/** The bar above an article: a link to the library, the reading time left, and the tools. */
export function ReaderBar(props: ReaderBarProps) {
  const { t, count } = useStrings();
  const { article, saved, progress } = props;
  // The URL of a local PDF cannot be opened.
  const hasWebSource = /^https?:/i.test(article.url);
  const remainingWords = article.wordCount * (1 - progress);
  const isWide = useMediaQuery(WIDE_QUERY);
  const isPhone = useContext(PhoneContext);
  const favourite = t(saved?.isFavourite ? 'actionUnfavourite' : 'actionFavourite');
  const archive = t(saved?.isArchived ? 'actionUnarchive' : 'actionArchive');
  const isSaved = saved !== null;
  const openSource = (): unknown => window.open(article.url, '_blank', 'noreferrer');
  const menuActions: readonly (MenuAction | false)[] = [
    !isWide && { label: t('readAloud'), icon: 'speaker', onChoose: props.onToggleReadAloud },
    !isWide && isSaved && { label: t('highlightsTitle'), icon: 'marker', onChoose: props.onToggleHighlights },
    !isWide && isSaved && { label: favourite, icon: 'star', onChoose: props.onFavourite },
    isSaved && { label: t('actionTagsOf'), icon: 'tag', onChoose: () => props.onOpenPicker('tags') },
    isSaved && { label: t('actionListsOf'), icon: 'list', onChoose: () => props.onOpenPicker('lists') },
    isSaved && { label: t('detailsEdit'), icon: 'pencil', onChoose: props.onEditDetails },
    isSaved && { label: t('actionExport'), icon: 'transfer', onChoose: props.onExport },
    hasWebSource && { label: t('readerOpenSource'), icon: 'external', onChoose: openSource },
    !isPhone && { label: t('shortcutsOpen'), icon: 'keyboard', onChoose: props.onShortcuts },
    isSaved && { label: t('actionDelete'), icon: 'trash', isDestructive: true, onChoose: props.onDelete },
  ];
  return (
    <header class="reader-bar">
      <a
        class="icon-button"
        href={props.libraryHref}
        aria-label={t('shortcutBack')}
        title={t('shortcutBack')}
      >
        <Icon name="back" />
      </a>
      <span class="reader-bar__left">
        {progress >= 0.99 ? t('libraryFinished') : count('readerMinutesLeft', readingMinutes(remainingWords))}
      </span>
      <span class="reader-bar__tools">
        {saved !== null && isWide && (
          <IconButton
            icon="star"
            filled={saved.isFavourite}
            label={favourite}
            shortcutKey="f"
            data-on={saved.isFavourite}
            onClick={props.onFavourite}
          />
        )}
        {saved !== null && (
          <BarTool
            icon={saved.isArchived ? 'inbox' : 'archive'}
            label={archive}
            shortcutKey="e"
            onClick={props.onArchive}
          />
        )}
        {props.hasQuotes && (
          <BarTool
            icon="speakers"
            label={t('readerVoices')}
            shortcutKey="v"
            aria-expanded={props.isSpeakersOpen}
            onClick={props.onToggleSpeakers}
          />
        )}
        {saved !== null && isWide && (
          <BarTool
            icon="marker"
            label={t('highlightsTitle')}
            shortcutKey="m"
            aria-expanded={props.isHighlightsOpen}
            data-some={props.highlightCount > 0}
            onClick={props.onToggleHighlights}
          />
        )}
        {isWide && (
          <BarTool
            icon="speaker"
            label={t('readAloud')}
            shortcutKey="a"
            aria-pressed={props.isReadingAloud}
            onClick={props.onToggleReadAloud}
          />
        )}
        {props.outline.length > 0 && <OutlineMenu entries={props.outline} onJump={props.onJumpToHeading} />}
        <AppearanceMenu prefs={props.prefs} onPrefsChange={props.onPrefsChange} />
        <span ref={props.menuRef}>
          <ActionMenu label={t('actionMore')} class="icon-button reader-bar__tool" actions={menuActions}>
            <Icon name="more" />
            <span class="reader-bar__word">{t('actionMore')}</span>
          </ActionMenu>
        </span>
      </span>
      <span class="reader-bar__progress" style={{ '--share': progress }} aria-hidden="true" />
    </header>
  );
}

/** A button of the bar; its label is shown beside the icon if the window is wide enough. */
function BarTool(props: ComponentProps<typeof IconButton>) {
  return (
    <IconButton {...props} class="reader-bar__tool">
      <span class="reader-bar__word">{props.label}</span>
    </IconButton>
  );
}

function AppearanceMenu({ prefs, onPrefsChange }: ReaderSettingsProps) {
  const { t } = useStrings();
  const menu = useMenu();
  const ReaderSettings = useLazyModule(menu.isOpen, () => import('./ReaderSettings.tsx'))?.ReaderSettings;
  return (
    <div class="menu-frame" ref={menu.container}>
      <BarTool
        icon="text"
        label={t('readerAppearance')}
        ref={menu.button}
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      />
      {menu.isOpen && (
        <div class="menu">
          {ReaderSettings !== undefined && <ReaderSettings prefs={prefs} onPrefsChange={onPrefsChange} />}
        </div>
      )}
    </div>
  );
}

interface OutlineMenuProps {
  entries: readonly OutlineEntry[];
  onJump: (entry: OutlineEntry) => void;
}

/** Returns the index of the section being read, or -1 above the first heading. */
function findCurrentEntry(entries: readonly OutlineEntry[]): number {
  const next = entries.findIndex((entry) => entry.element.getBoundingClientRect().top > 120);
  return (next < 0 ? entries.length : next) - 1;
}

/** A menu of the article's headings. */
function OutlineMenu({ entries, onJump }: OutlineMenuProps) {
  const { t } = useStrings();
  const menu = useMenu();
  const [current, setCurrent] = useState(-1);
  const list = useRef<HTMLElement>(null);
  useShortcuts({ c: menu.toggle });
  useEffect(() => {
    if (!menu.isOpen) return;
    setCurrent(findCurrentEntry(entries));
    list.current?.querySelector<HTMLElement>('.outline__entry')?.focus({ preventScroll: true });
  }, [menu.isOpen, entries]);
  return (
    <div class="menu-frame" ref={menu.container}>
      <BarTool
        icon="outline"
        label={t('readerOutline')}
        shortcutKey="c"
        ref={menu.button}
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      />
      {menu.isOpen && (
        <nav class="menu outline" ref={list} aria-label={t('readerOutline')}>
          {entries.map((entry, index) => (
            <button
              type="button"
              key={index}
              class="outline__entry"
              style={{ '--depth': entry.depth }}
              aria-current={index === current ? 'location' : undefined}
              dir="auto"
              onClick={() => {
                menu.close();
                onJump(entry);
              }}
            >
              {entry.text}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}

/** A heading in an article's outline. */
export interface OutlineEntry {
  text: string;
  /** 0 for the headings of the highest level in the article, 1 for the next level, and so on. */
  depth: number;
  element: HTMLElement;
}

const MIN_HEADINGS = 2;

/**
 * Lists the headings of an article.
 *
 * @returns an empty list if there are fewer than two, because an outline would be useless
 */
export function readOutline(body: HTMLElement): OutlineEntry[] {
  const headings = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
    (heading) => (heading.textContent ?? '').trim() !== '',
  );
  if (headings.length < MIN_HEADINGS) return [];
  const levels = [...new Set(headings.map((heading) => Number(heading.tagName.charAt(1))))].sort();
  return headings.map((element) => ({
    text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
    depth: levels.indexOf(Number(element.tagName.charAt(1))),
    element,
  }));
}
