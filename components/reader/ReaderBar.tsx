import type { RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import type { Shelf } from '../library/ShelfPicker.tsx';
import { PhoneContext } from '../ui/base/phone.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useMedia } from '../ui/hooks/use-media.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu, type MenuAction } from '../ui/menus/ActionMenu.tsx';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { OutlineMenu } from './OutlineMenu.tsx';
import type { OutlineEntry } from './outline.ts';
import type { ReaderArticle, SavedState } from './ReaderHead.tsx';

interface Props {
  article: ReaderArticle;
  saved: SavedState | null;
  prefs: ReaderPrefs;
  /** 0–1. */
  progress: number;
  hasQuotes: boolean;
  voicesOpen: boolean;
  libraryHref: string;
  outline: readonly OutlineEntry[];
  onHeading: (entry: OutlineEntry) => void;
  isAloud: boolean;
  onAloud: () => void;
  onPrefs: (prefs: ReaderPrefs) => void;
  onVoices: () => void;
  highlightCount: number;
  highlightsOpen: boolean;
  onHighlights: () => void;
  onFavourite: () => void;
  onArchive: () => void;
  onShortcuts: () => void;
  /** Gets what the menu of what is rare hangs in. */
  more: RefObject<HTMLSpanElement | null>;
  onShelf: (shelf: Shelf) => void;
  onEditDetails: () => void;
  onDelete: () => void;
}

/** From here on every tool has a button with its word; below, the rare ones are in a menu. As `reader.css` has it. */
const WIDE = '(min-width: 1100px)';

/** The bar above an article: back, what is left, and the tools. */
export function ReaderBar(props: Props) {
  const { t, count } = useStrings();
  const keyNames = useKeyNames();
  const { article, saved, progress } = props;
  // A PDF from the user's disk has none.
  const hasSource = /^https?:/i.test(article.url);
  const wordsLeft = article.wordCount * (1 - progress);
  const isWide = useMedia(WIDE);
  const isPhone = useContext(PhoneContext);
  const favourite = t(saved?.isFavourite ? 'actionUnfavourite' : 'actionFavourite');
  const archive = t(saved?.isArchived ? 'actionUnarchive' : 'actionArchive');
  const rare: MenuAction[] = [
    ...(isWide ? [] : [{ label: t('readAloud'), icon: 'speaker' as const, onChoose: props.onAloud }]),
    ...(isWide || saved === null
      ? []
      : [
          { label: t('highlightsTitle'), icon: 'marker' as const, onChoose: props.onHighlights },
          { label: favourite, icon: 'star' as const, onChoose: props.onFavourite },
        ]),
    ...(saved === null
      ? []
      : [
          { label: t('actionTagsOf'), icon: 'tag' as const, onChoose: () => props.onShelf('tags') },
          { label: t('actionListsOf'), icon: 'list' as const, onChoose: () => props.onShelf('lists') },
          { label: t('detailsEdit'), icon: 'info' as const, onChoose: props.onEditDetails },
        ]),
    ...(hasSource
      ? [
          {
            label: t('readerOpenSource'),
            icon: 'external' as const,
            onChoose: () => window.open(article.url, '_blank', 'noreferrer'),
          },
        ]
      : []),
    ...(isPhone
      ? []
      : [{ label: t('shortcutsOpen'), icon: 'keyboard' as const, onChoose: props.onShortcuts }]),
    ...(saved === null
      ? []
      : [{ label: t('actionDelete'), icon: 'trash' as const, danger: true, onChoose: props.onDelete }]),
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
        {progress >= 0.99 ? t('libraryFinished') : count('readerMinutesLeft', readingMinutes(wordsLeft))}
      </span>
      <span class="reader-bar__tools">
        {saved !== null && isWide && (
          <button
            type="button"
            class="icon-button"
            data-on={saved.isFavourite}
            aria-label={favourite}
            title={keyNames.title(favourite, 'f')}
            aria-keyshortcuts={keyNames.of('f')}
            onClick={props.onFavourite}
          >
            <Icon name="star" filled={saved.isFavourite} />
          </button>
        )}
        {saved !== null && (
          <button
            type="button"
            class="icon-button reader-bar__tool"
            aria-label={archive}
            title={keyNames.title(archive, 'e')}
            aria-keyshortcuts={keyNames.of('e')}
            onClick={props.onArchive}
          >
            <Icon name={saved.isArchived ? 'inbox' : 'archive'} />
            <span class="reader-bar__word">{archive}</span>
          </button>
        )}
        {props.hasQuotes && (
          <button
            type="button"
            class="icon-button reader-bar__tool"
            aria-expanded={props.voicesOpen}
            aria-label={t('readerVoices')}
            title={keyNames.title(t('readerVoices'), 'v')}
            aria-keyshortcuts={keyNames.of('v')}
            onClick={props.onVoices}
          >
            <Icon name="voices" />
            <span class="reader-bar__word">{t('readerVoices')}</span>
          </button>
        )}
        {saved !== null && isWide && (
          <button
            type="button"
            class="icon-button reader-bar__tool"
            aria-expanded={props.highlightsOpen}
            aria-label={t('highlightsTitle')}
            title={keyNames.title(t('highlightsTitle'), 'm')}
            aria-keyshortcuts={keyNames.of('m')}
            data-some={props.highlightCount > 0}
            onClick={props.onHighlights}
          >
            <Icon name="marker" />
            <span class="reader-bar__word">{t('highlightsTitle')}</span>
          </button>
        )}
        {isWide && (
          <button
            type="button"
            class="icon-button reader-bar__tool"
            aria-pressed={props.isAloud}
            aria-label={t('readAloud')}
            title={keyNames.title(t('readAloud'), 'a')}
            aria-keyshortcuts={keyNames.of('a')}
            onClick={props.onAloud}
          >
            <Icon name="speaker" />
            <span class="reader-bar__word">{t('readAloud')}</span>
          </button>
        )}
        {props.outline.length > 0 && <OutlineMenu entries={props.outline} onGo={props.onHeading} />}
        <AppearanceMenu prefs={props.prefs} onPrefs={props.onPrefs} />
        <span ref={props.more}>
          <ActionMenu label={t('actionMore')} class="icon-button reader-bar__tool" actions={rare}>
            <Icon name="more" />
            <span class="reader-bar__word">{t('actionMore')}</span>
          </ActionMenu>
        </span>
      </span>
      <span class="reader-bar__progress" style={{ '--share': progress }} aria-hidden="true" />
    </header>
  );
}
