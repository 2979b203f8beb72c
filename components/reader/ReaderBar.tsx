import type { ReaderPrefs } from '../../utils/settings/reader-prefs.ts';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
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
}

/** The bar above an article: back, what is left, and the tools. */
export function ReaderBar(props: Props) {
  const { t, count } = useStrings();
  const keyNames = useKeyNames();
  const { article, saved, progress } = props;
  const wordsLeft = article.wordCount * (1 - progress);
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
        {saved !== null && (
          <>
            <button
              type="button"
              class="icon-button"
              data-on={saved.isFavourite}
              aria-label={t(saved.isFavourite ? 'actionUnfavourite' : 'actionFavourite')}
              title={keyNames.title(t(saved.isFavourite ? 'actionUnfavourite' : 'actionFavourite'), 'f')}
              aria-keyshortcuts={keyNames.of('f')}
              onClick={props.onFavourite}
            >
              <Icon name="star" filled={saved.isFavourite} />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={t(saved.isArchived ? 'actionUnarchive' : 'actionArchive')}
              title={keyNames.title(t(saved.isArchived ? 'actionUnarchive' : 'actionArchive'), 'e')}
              aria-keyshortcuts={keyNames.of('e')}
              onClick={props.onArchive}
            >
              <Icon name={saved.isArchived ? 'inbox' : 'archive'} />
            </button>
          </>
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
        {saved !== null && (
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
        {props.outline.length > 0 && <OutlineMenu entries={props.outline} onGo={props.onHeading} />}
        <AppearanceMenu prefs={props.prefs} onPrefs={props.onPrefs} />
        <ActionMenu
          label={t('actionMore')}
          actions={[
            {
              label: t('readerOpenSource'),
              icon: 'external',
              onChoose: () => window.open(article.url, '_blank', 'noreferrer'),
            },
            { label: t('shortcutsOpen'), icon: 'keyboard', onChoose: props.onShortcuts },
          ]}
        >
          <Icon name="more" />
        </ActionMenu>
      </span>
      <span class="reader-bar__progress" style={{ '--share': progress }} aria-hidden="true" />
    </header>
  );
}
