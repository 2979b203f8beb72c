import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { findUpdateDate } from '../../utils/article/updated-date.ts';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import { type PickerKind, TagListPicker } from '../library/TagListPicker.tsx';
import { PagesNote } from '../popup/PagesNote.tsx';
import { StoryLine, type StoryLineProps } from '../stories/OnThisStory.tsx';
import { SYNCED_MESSAGES } from '../sync/sync-view-types.ts';
import { Button, PrimaryButton, TextButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import type { ReaderProps, SavedState, TagsAndListsProps } from './reader-props.ts';
import './reader-tags.css';

interface ReaderHeadProps
  extends Pick<ReaderProps, 'article' | 'saved' | 'onRetryImages' | 'pages' | 'tagsAndLists' | 'storyLink'> {
  story: Pick<StoryLineProps, 'found' | 'marksParagraphs'> | null;
  /** False if the text begins with the excerpt. */
  showsExcerpt: boolean;
  /** Receives the headline's element, which is read aloud, too. */
  headline: RefObject<HTMLHeadingElement | null>;
}

/** The head of an article: source, headline, excerpt, byline, story, and how complete the saved copy is. */
export function ReaderHead({
  article,
  saved,
  showsExcerpt,
  headline,
  onRetryImages,
  pages,
  tagsAndLists,
  storyLink,
  story,
}: ReaderHeadProps) {
  const { t, count, locale } = useStrings();
  const updated = findUpdateDate(article);
  const facts = [
    formatDate(article.publishedAt, locale),
    updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
    article.wordCount > 0 ? count('readingMinutes', readingMinutes(article.wordCount)) : '',
  ];
  return (
    <header class="reader__head" dir={article.dir}>
      <div class="scotch" />
      <p class="reader__source">
        <SourceName siteName={article.siteName} host={article.host} href={article.url} />
      </p>
      <h1 lang={article.lang ?? undefined} ref={headline}>
        {article.title || t('untitled')}
      </h1>
      {showsExcerpt && article.excerpt !== null && (
        <p class="reader__standfirst" lang={article.lang ?? undefined}>
          {article.excerpt}
        </p>
      )}
      <DotList
        class="reader__facts"
        items={[article.byline === null ? null : <b class="reader__byline">{article.byline}</b>, ...facts]}
      />
      {storyLink !== null && <StoryLine {...storyLink} {...story} />}
      {saved !== null && (
        <Completeness saved={saved} onRetryImages={onRetryImages} isPreview={article.isPreview} />
      )}
      {saved?.synced && <p class="reader__complete">{t(SYNCED_MESSAGES[saved.synced])}</p>}
      {tagsAndLists !== null && <TagsAndLists {...tagsAndLists} />}
      {pages && <PagesNote {...pages} />}
    </header>
  );
}

interface CompletenessProps extends Pick<ReaderProps, 'onRetryImages'> {
  saved: SavedState;
  isPreview: boolean;
}

function Completeness({ saved, isPreview, onRetryImages }: CompletenessProps) {
  const { t, count, formatNumber, locale } = useStrings();
  const { imagesTotal: total, imagesSaved: loaded, imagesFailed: failed } = saved;
  const isPending = loaded + failed < total;
  let images = '';
  if (total > 0 && loaded === total) images = count('readerImagesComplete', total);
  else if (isPending) images = t('readerImagesPending', formatNumber(loaded), formatNumber(total));
  else if (total > 0) images = count('imagesMissing', total - loaded);
  const facts = [
    t('readerSavedOn', formatDate(saved.savedAt, locale)),
    images,
    isPreview ? t('readerPreview') : '',
  ];
  return (
    <DotList
      class="reader__complete"
      items={[
        ...facts,
        failed > 0 && !isPending && <TextButton onClick={onRetryImages}>{t('readerImagesRetry')}</TextButton>,
      ]}
    />
  );
}

/** Two buttons with the article's tags and its lists; each opens the picker. */
function TagsAndLists({ tags, lists, open, onOpen }: TagsAndListsProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const renderButton = (kind: PickerKind, names: readonly string[], label: string, key: string) => (
    <button
      type="button"
      class="reader-tags__button"
      aria-label={names.length === 0 ? undefined : `${label}: ${names.join(', ')}`}
      aria-keyshortcuts={shortcutHints.ariaShortcut(key)}
      aria-haspopup="dialog"
      aria-expanded={open?.kind === kind}
      title={shortcutHints.tooltip(label, key)}
      onClick={({ currentTarget }) => onOpen(open?.kind === kind ? null : { kind, anchor: currentTarget })}
    >
      <Icon name={kind === 'tags' ? 'tag' : 'list'} />
      <span>
        {names.length === 0
          ? label
          : // Each name in its own direction, because tags can be in different scripts.
            names.map((name, index) => [index > 0 && ' · ', <bdi key={name}>{name}</bdi>])}
      </span>
    </button>
  );
  return (
    <div class="reader-tags">
      {renderButton('tags', tags, t('actionTags'), 't')}
      {renderButton('lists', lists, t('actionLists'), 'l')}
    </div>
  );
}

/** The open picker, whether opened from the head, the end, the menu or a shortcut. */
export function ReaderPicker({ options, open, onOpen, ...actions }: TagsAndListsProps) {
  if (open === null) return null;
  return <TagListPicker key={open.kind} {...actions} {...options} {...open} onClose={() => onOpen(null)} />;
}

/** The end of an article: its actions, and a link to the next article. */
export function ReaderEnd({
  saved,
  next,
  tagsAndLists,
  onArchive,
}: Pick<ReaderProps, 'saved' | 'next' | 'tagsAndLists' | 'onArchive'>) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  if (saved === null && next === null) return null;
  return (
    <div class="reader__end">
      {saved !== null && (
        <Button aria-keyshortcuts={shortcutHints.ariaShortcut('e')} onClick={onArchive}>
          <Icon name={saved.isArchived ? 'inbox' : 'archive'} />
          {t(saved.isArchived ? 'actionUnarchive' : 'actionArchive')}
        </Button>
      )}
      {tagsAndLists !== null && <TagsAndLists {...tagsAndLists} />}
      {next !== null && (
        <p class="reader__next">
          <span class="kicker">{t('readerNext')}</span>
          <a href={next.href} dir="auto" aria-keyshortcuts={shortcutHints.ariaShortcut('j')}>
            {next.title || t('untitled')}
          </a>
        </p>
      )}
    </div>
  );
}

/** Tells the user that the article is not saved, and offers to save it. */
export function ReaderUnsaved({ saveError, onSave }: Pick<ReaderProps, 'saveError' | 'onSave'>) {
  const { t } = useStrings();
  return (
    <section class="reader__unsaved" aria-label={t('actionSave')}>
      <span>
        {t('readerNotSaved')} {t('readerPictureUnsaved')}
      </span>
      <PrimaryButton onClick={onSave}>
        <Icon name="bookmark" />
        {t('actionSave')}
      </PrimaryButton>
      {saveError !== null && (
        <span class="note--bad" role="alert">
          {t('readerSavingFailed', saveError)}
        </span>
      )}
    </section>
  );
}

interface LeadImageProps {
  url: string;
  onZoomImage: (image: HTMLImageElement) => void;
}

/** The lead image above the text, which can be enlarged. */
export function LeadImage({ url, onZoomImage }: LeadImageProps) {
  const { t } = useStrings();
  const image = useRef<HTMLImageElement>(null);
  return (
    <figure class="reader__lead">
      <button
        type="button"
        class="reader__lead-zoom"
        aria-label={t('readerZoom')}
        onClick={() => image.current !== null && onZoomImage(image.current)}
      >
        <img src={url} alt="" ref={image} />
      </button>
    </figure>
  );
}
