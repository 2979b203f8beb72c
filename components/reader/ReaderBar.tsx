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

type Shown = 'article' | 'saved' | 'prefs' | 'libraryHref';
type Actions = 'onPrefs' | 'onFavourite' | 'onArchive' | 'onEditDetails' | 'onExport' | 'onDelete';

interface ReaderBarProps extends Pick<ReaderProps, Shown | Actions> {
  /** 0–1. */
  progress: number;
  hasQuotes: boolean;
  isSpeakersOpen: boolean;
  outline: readonly OutlineEntry[];
  onHeading: (entry: OutlineEntry) => void;
  isReadingAloud: boolean;
  onToggleReadAloud: () => void;
  onToggleSpeakers: () => void;
  highlightCount: number;
  highlightsOpen: boolean;
  onHighlights: () => void;
  onShortcuts: () => void;
  /** Receives the element of the “More” menu. */
  menuRef: RefObject<HTMLSpanElement | null>;
  onOpenPicker: (kind: PickerKind) => void;
}

/** From this width on every tool has a labelled button; below, rare ones are in a menu. Must match `reader.css`. */
const WIDE_QUERY = '(min-width: 1100px)';

/** The bar above an article: back, reading time left, and the tools. */
export function ReaderBar(props: ReaderBarProps) {
  const { t, count } = useStrings();
  const { article, saved, progress } = props;
  // A local PDF has no source URL.
  const hasSource = /^https?:/i.test(article.url);
  const remainingWords = article.wordCount * (1 - progress);
  const isWide = useMediaQuery(WIDE_QUERY);
  const isPhone = useContext(PhoneContext);
  const favourite = t(saved?.isFavourite ? 'actionUnfavourite' : 'actionFavourite');
  const archive = t(saved?.isArchived ? 'actionUnarchive' : 'actionArchive');
  const isSaved = saved !== null;
  const openSource = (): unknown => window.open(article.url, '_blank', 'noreferrer');
  const menuActions: readonly (MenuAction | false)[] = [
    !isWide && { label: t('readAloud'), icon: 'speaker', onChoose: props.onToggleReadAloud },
    !isWide && isSaved && { label: t('highlightsTitle'), icon: 'marker', onChoose: props.onHighlights },
    !isWide && isSaved && { label: favourite, icon: 'star', onChoose: props.onFavourite },
    isSaved && { label: t('actionTagsOf'), icon: 'tag', onChoose: () => props.onOpenPicker('tags') },
    isSaved && { label: t('actionListsOf'), icon: 'list', onChoose: () => props.onOpenPicker('lists') },
    isSaved && { label: t('detailsEdit'), icon: 'info', onChoose: props.onEditDetails },
    isSaved && { label: t('actionExport'), icon: 'transfer', onChoose: props.onExport },
    hasSource && { label: t('readerOpenSource'), icon: 'external', onChoose: openSource },
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
            aria-expanded={props.highlightsOpen}
            data-some={props.highlightCount > 0}
            onClick={props.onHighlights}
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
        {props.outline.length > 0 && <OutlineMenu entries={props.outline} onGo={props.onHeading} />}
        <AppearanceMenu prefs={props.prefs} onPrefs={props.onPrefs} />
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

/** A tool with its name beside the icon where there is room. */
function BarTool(props: ComponentProps<typeof IconButton>) {
  return (
    <IconButton {...props} class="reader-bar__tool">
      <span class="reader-bar__word">{props.label}</span>
    </IconButton>
  );
}

function AppearanceMenu({ prefs, onPrefs }: ReaderSettingsProps) {
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
          {ReaderSettings !== undefined && <ReaderSettings prefs={prefs} onPrefs={onPrefs} />}
        </div>
      )}
    </div>
  );
}

interface OutlineMenuProps {
  entries: readonly OutlineEntry[];
  onGo: (entry: OutlineEntry) => void;
}

/** The entry of the section being read, or -1 above the first. */
function findCurrentEntry(entries: readonly OutlineEntry[]): number {
  const below = entries.findIndex((entry) => entry.element.getBoundingClientRect().top > 120);
  return (below < 0 ? entries.length : below) - 1;
}

/** A menu of the article's headings. */
function OutlineMenu({ entries, onGo }: OutlineMenuProps) {
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
                onGo(entry);
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
  /** 0 for the article's top-level headings, 1 for those below, and so on. */
  depth: number;
  element: HTMLElement;
}

const MIN_HEADINGS = 2;

/**
 * The headings of a body.
 *
 * @returns an empty list if there are fewer than two, since an outline would not help
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
