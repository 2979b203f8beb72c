import { Component, type ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { findUpdateDate } from '../../utils/article/updated-date.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { cutLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { READ_THRESHOLD, readingMinutes } from '../../utils/text/reading-progress.ts';
import { markRanges } from '../quotes/find-in-text.ts';
import { speakerColour } from '../quotes/speaker-colours.ts';
import { IconButton } from '../ui/Button.tsx';
import { describePages, formatDate, hasAllPages } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu, type MenuAction } from '../ui/menus/ActionMenu.tsx';
import { isWebAddress, SourceName } from '../ui/SourceName.tsx';
import type { PickerKind } from './TagListPicker.tsx';
import './article-item.css';
import './compact-items.css';

/** Ranges of words that match the search, as UTF-16 offsets. */
type Ranges = readonly (readonly [start: number, end: number])[];

/** An article of a list. `titleHits` is empty and `snippet` null unless it is a search result. */
export interface LibraryItem {
  article: ArticleRow;
  titleHits: Ranges;
  snippet: { text: string; hits: Ranges; cutBefore: boolean; cutAfter: boolean } | null;
}

/** Progress (0–1) from which an article is shown as started. */
const MIN_STARTED_PROGRESS = 0.02;

/** The story that an article is grouped under in a list. */
export interface StoryGroup {
  title: string;
  /** URL of the story's page. */
  href: string;
  /** Whether the article is the first of its group, with the story's title above it. */
  isFirst: boolean;
}

interface ArticleItemProps {
  item: LibraryItem;
  /** The URL of the article in the reader. */
  href: string;
  /** A local URL of the site's icon, or null. */
  icon: string | null;
  /** Must be the same object at every render; see `ArticleItem`. */
  actions: ItemActions & RowActions;
  isSelected: boolean;
  /** Whether any row is selected; then all rows show their checkboxes. */
  hasSelection: boolean;
  /** `waiting` while the text is being downloaded, an error code (see `importWhy_…`) if that failed, or null. */
  download: string | null;
  group: StoryGroup | null;
  /** 0-based position in the whole list. */
  index: number;
  total: number;
  /** Two lines, without image and excerpt. */
  isCompact: boolean;
  /** Whether the window is narrow; see `compact-items.css`. */
  isNarrow: boolean;
}

/** Selecting and dragging rows. */
interface RowActions {
  /** `range` selects from the last selected row to this one. */
  onSelect: (id: string, mode: 'toggle' | 'range') => void;
  onDrag: (article: ArticleRow, data: DataTransfer) => void;
}

/**
 * A row of the list. Renders only if a prop has changed, because the list renders often while scrolling and most of
 * its rows stay the same.
 *
 * Preact's `memo` would require `preact/compat`, which changes how events and attributes are set.
 */
export class ArticleItem extends Component<ArticleItemProps> {
  override shouldComponentUpdate(next: ArticleItemProps): boolean {
    return (Object.keys(next) as (keyof ArticleItemProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render(props: ArticleItemProps): ComponentChildren {
    return <Row {...props} />;
  }
}

function Row({
  item,
  href,
  icon,
  actions,
  isSelected,
  hasSelection,
  download,
  group,
  index,
  total,
  isCompact,
  isNarrow,
}: ArticleItemProps) {
  const { t, locale, direction } = useStrings();
  const { article, snippet } = item;
  // Articles saved before the limits existed may have longer titles.
  const title = cutLine(article.title, LINE_LIMITS.title) || t('untitled');
  const updated = findUpdateDate(article);
  return (
    <li
      class="item"
      data-id={article.id}
      data-done={article.progress >= READ_THRESHOLD}
      data-chosen={isSelected}
      data-grouped={group === null ? undefined : group.isFirst ? 'first' : 'next'}
      aria-posinset={index + 1}
      aria-setsize={total}
      draggable
      onDragStart={(event) => event.dataTransfer !== null && actions.onDrag(article, event.dataTransfer)}
    >
      {group?.isFirst === true && (
        <p class="item__story">
          <Icon name="story" />
          <a href={group.href} dir="auto">
            {group.title || t('untitled')}
          </a>
        </p>
      )}
      <label class="item__choose" data-shown={hasSelection}>
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={t('selectArticle', title)}
          onClick={(event) => {
            event.stopPropagation();
            actions.onSelect(article.id, event.shiftKey ? 'range' : 'toggle');
          }}
        />
      </label>
      <div class="item__words">
        <DotList
          class="kicker"
          items={[
            // The icon precedes the name in the interface's direction, whatever the name's own direction.
            <span key="site" dir={direction}>
              {icon === null ? (
                <span class="item__icon item__icon--letter" aria-hidden="true">
                  {[...(article.siteName ?? article.host).trim()][0]}
                </span>
              ) : (
                <img class="item__icon" src={icon} alt="" width="14" height="14" />
              )}
              <SourceName siteName={article.siteName} host={article.host} />
            </span>,
            // If the publication date is unknown, no other date replaces it.
            formatDate(article.publishedAt, locale),
            updated === null ? '' : t('updatedOn', formatDate(updated, locale)),
          ]}
        />
        <h2 class="item__title" id={`title-${article.id}`} lang={article.lang ?? undefined} dir={article.dir}>
          {article.pinnedAt !== null && (
            <span class="item__pin" title={t('libraryPinned')}>
              <Icon name="pin" />
              <span class="visually-hidden">{t('libraryPinned')}</span>
            </span>
          )}
          <a
            class="item__link"
            href={href}
            draggable={false}
            onClick={(event) => {
              // As in a file manager, a click with Shift or Ctrl selects instead of opening.
              if (!(event.shiftKey || event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              actions.onSelect(article.id, event.shiftKey ? 'range' : 'toggle');
            }}
          >
            {markRanges(title, item.titleHits)}
          </a>
        </h2>
        {snippet !== null && snippet.text !== '' ? (
          <p class="item__excerpt" lang={article.lang ?? undefined} dir={article.dir}>
            {snippet.cutBefore && '…'}
            {markRanges(snippet.text, snippet.hits)}
            {snippet.cutAfter && '…'}
          </p>
        ) : (
          article.excerpt !== null &&
          !isCompact && (
            <p class="item__excerpt" lang={article.lang ?? undefined} dir={article.dir}>
              {cutLine(article.excerpt, LINE_LIMITS.excerpt)}
            </p>
          )
        )}
      </div>
      {article.leadImageId !== null && !isCompact && (
        <Thumbnail imageId={article.leadImageId} version={article.imagesSaved} load={actions.loadImage} />
      )}
      <div class="item__foot">
        <ItemFacts article={article} download={download} />
        <ActionButtons
          article={article}
          actions={actions}
          isCompact={isCompact}
          isNarrow={isNarrow}
          isInStory={group !== null}
          isDownloading={download === 'waiting'}
        />
      </div>
    </li>
  );
}

/** Placeholder for a row that is not loaded yet. */
export function PlaceholderItem({ id }: { id: string }) {
  return <li class="item item--blank" data-id={id} aria-hidden="true" />;
}

function ItemFacts({ article, download }: { article: ArticleRow; download: string | null }) {
  const strings = useStrings();
  const { t, count, find, formatPercent } = strings;
  const isDone = article.progress >= READ_THRESHOLD;
  return (
    <p class="item__facts">
      {article.wordCount > 0 && <span>{count('readingMinutes', readingMinutes(article.wordCount))}</span>}
      {isDone && (
        <span class="item__done">
          <Icon name="check" />
          {t('libraryFinished')}
        </span>
      )}
      {!isDone && article.progress >= MIN_STARTED_PROGRESS && (
        <span class="item__progress">
          <span class="progress" style={{ '--share': article.progress }} aria-hidden="true" />
          {t('libraryProgress', formatPercent(article.progress))}
        </span>
      )}
      {article.quoteCount > 0 && (
        <span class="item__voices">
          {count('quoteCount', article.quoteCount)}
          {article.voices.map((voice, index) => (
            <span key={voice.name} class="item__voice" style={{ '--hue': speakerColour(index + 1) }}>
              <bdi>{cutLine(voice.name, LINE_LIMITS.speaker)}</bdi>
            </span>
          ))}
        </span>
      )}
      {article.tags.map((tag) => (
        <bdi key={tag} class="item__tag">
          {cutLine(tag, LINE_LIMITS.tag)}
        </bdi>
      ))}
      {article.imagesFailed > 0 && (
        <span class="item__missing">{count('imagesMissing', article.imagesTotal - article.imagesSaved)}</span>
      )}
      {!article.hasText && (
        <span class="item__missing">
          {t(download === 'waiting' ? 'libraryDownloading' : 'libraryLinkOnly')}
        </span>
      )}
      {!article.hasText && download !== null && download !== 'waiting' && (
        <span class="item__why">{find(`importWhy_${download}`)}</span>
      )}
      {article.isPreview && <span class="item__missing">{t('libraryPreview')}</span>}
      {article.pages !== undefined && !hasAllPages(article.pages) && (
        <span class="item__missing">{describePages(strings, article.pages)}</span>
      )}
    </p>
  );
}

/** Distance from the viewport at which an image starts loading. */
const PRELOAD_MARGIN = '400px';

interface ThumbnailProps {
  imageId: string;
  /** A new value loads the image again, in case it has been downloaded meanwhile. */
  version: number;
  load: (imageId: string) => Promise<Blob | null>;
}

/** An article's lead image. Loaded shortly before it scrolls into view, in space reserved for it. */
function Thumbnail({ imageId, version, load }: ThumbnailProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    // A hidden element would never intersect.
    setMissing(false);
    let objectUrl: string | null = null;
    let isCancelled = false;
    const show = async (): Promise<void> => {
      const blob = await load(imageId);
      if (isCancelled) return;
      setMissing(blob === null);
      if (blob === null) return;
      objectUrl = URL.createObjectURL(blob);
      setUrl(objectUrl);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        show().catch((error: unknown) => console.warn('offprint: thumbnail not loaded', error));
      },
      { rootMargin: PRELOAD_MARGIN },
    );
    observer.observe(current);
    return () => {
      isCancelled = true;
      observer.disconnect();
      if (objectUrl !== null) URL.revokeObjectURL(objectUrl);
    };
  }, [imageId, version, load]);
  return (
    <div class="thumbnail" ref={frame} hidden={isMissing}>
      {url !== null && <img src={url} alt="" decoding="async" />}
    </div>
  );
}

export interface ItemActions {
  loadImage: (imageId: string) => Promise<Blob | null>;
  onArchive: (article: ArticleRow, archived: boolean) => void;
  onFavourite: (article: ArticleRow, favourite: boolean) => void;
  onDelete: (article: ArticleRow) => void;
  onDone: (article: ArticleRow, done: boolean) => void;
  onPin: (article: ArticleRow, pinned: boolean) => void;
  /** Opens the picker for the article's tags or lists. */
  onOpenPicker: (article: ArticleRow, kind: PickerKind) => void;
  /** Opens the details of the saved copy: what is missing, whether it is synced, earlier versions. */
  onDetails: (article: ArticleRow) => void;
  /** Removes an article from its story. */
  onNotThisStory: (article: ArticleRow) => void;
  onEdit: (article: ArticleRow) => void;
  onOpenPage: (article: ArticleRow) => void;
  onCopyLink: (article: ArticleRow) => void;
  onExport: (article: ArticleRow) => void;
  /** Downloads the text of an article that has none. */
  onDownload: (article: ArticleRow) => void;
}

/** The actions of a row: buttons for the most common ones, a menu for the rest. */
function ActionButtons({
  article,
  actions,
  isCompact,
  isNarrow,
  isInStory,
  isDownloading,
}: Pick<ArticleItemProps, 'actions' | 'isCompact' | 'isNarrow'> & {
  article: ArticleRow;
  /** Whether the article is grouped under a story. */
  isInStory: boolean;
  isDownloading: boolean;
}) {
  const { t } = useStrings();
  const favouriteLabel = t(article.favourite ? 'actionUnfavourite' : 'actionFavourite');
  const isArchived = article.archivedAt !== null;
  const renderButton = (
    action: string,
    icon: IconName,
    label: string,
    shortcutKey: string | undefined,
    onClick: () => void,
  ) => (
    <IconButton
      icon={icon}
      filled={action === 'favourite' && article.favourite}
      label={label}
      shortcutKey={shortcutKey}
      data-action={action}
      data-on={action === 'favourite' && article.favourite}
      // Lets screen readers tell apart the buttons of different rows.
      aria-describedby={`title-${article.id}`}
      onClick={onClick}
    />
  );
  const toggleFavourite = (): void => actions.onFavourite(article, !article.favourite);
  const toggleArchived = (): void => actions.onArchive(article, !isArchived);
  const remove = (): void => actions.onDelete(article);
  const isDone = article.progress >= READ_THRESHOLD;
  // The URL of a local PDF cannot be opened.
  const hasWebAddress = isWebAddress(article.canonicalUrl);
  // These rows hide two buttons, whose actions are in the menu instead; see `compact-items.css`.
  const hasFewButtons = isCompact && isNarrow;
  const menu: readonly (MenuAction | false)[] = [
    { label: t('actionTagsOf'), icon: 'tag', onChoose: () => actions.onOpenPicker(article, 'tags') },
    { label: t('actionListsOf'), icon: 'list', onChoose: () => actions.onOpenPicker(article, 'lists') },
    {
      label: t(isDone ? 'actionMarkUnread' : 'actionMarkFinished'),
      icon: isDone ? 'bookmark' : 'done',
      onChoose: () => actions.onDone(article, !isDone),
    },
    {
      label: t(article.pinnedAt === null ? 'actionPin' : 'actionUnpin'),
      icon: 'pin',
      onChoose: () => actions.onPin(article, article.pinnedAt === null),
    },
    isInStory && { label: t('storyNot'), icon: 'story', onChoose: () => actions.onNotThisStory(article) },
    { label: t('actionDetails'), icon: 'info', onChoose: () => actions.onDetails(article) },
    { label: t('detailsEdit'), icon: 'pencil', onChoose: () => actions.onEdit(article) },
    hasWebAddress && {
      label: t('actionOpenPage'),
      icon: 'external',
      onChoose: () => actions.onOpenPage(article),
    },
    hasWebAddress && {
      label: t('actionCopyLink'),
      icon: 'link',
      onChoose: () => actions.onCopyLink(article),
    },
    { label: t('actionExport'), icon: 'transfer', onChoose: () => actions.onExport(article) },
    hasFewButtons && { label: favouriteLabel, icon: 'star', onChoose: toggleFavourite },
    hasFewButtons && { label: t('actionDelete'), icon: 'trash', isDestructive: true, onChoose: remove },
  ];
  return (
    <div class="item__actions">
      {!article.hasText &&
        !isDownloading &&
        renderButton('download', 'download', t('actionDownload'), undefined, () =>
          actions.onDownload(article),
        )}
      {renderButton('favourite', 'star', favouriteLabel, 'f', toggleFavourite)}
      {renderButton(
        'archive',
        isArchived ? 'inbox' : 'archive',
        t(isArchived ? 'actionUnarchive' : 'actionArchive'),
        'e',
        toggleArchived,
      )}
      {renderButton('delete', 'trash', t('actionDelete'), '#', remove)}
      <ActionMenu label={t('actionMoreFor', article.title || t('untitled'))} actions={menu} />
    </div>
  );
}

/** The MIME type of dragged article ids (JSON), private to Offprint. */
export const DRAG_TYPE = 'application/x-offprint-articles';

/** Sets the data of a drag: article ids for the library, and URLs for other programs. */
export function setDragData(data: DataTransfer, ids: readonly string[], urls: readonly string[]): void {
  data.setData(DRAG_TYPE, JSON.stringify(ids));
  data.setData('text/uri-list', urls.join('\r\n'));
  data.effectAllowed = 'copyLink';
}

/** Returns the ids of the dropped articles; empty if something else was dropped. */
export function readDragData(data: DataTransfer): string[] {
  const text = data.getData(DRAG_TYPE);
  if (text === '') return [];
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
