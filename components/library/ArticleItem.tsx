import { Component, type ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { updatedDate } from '../../utils/article/updated-date.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { cutLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { READ_THRESHOLD, readingMinutes } from '../../utils/text/reading-progress.ts';
import { markRanges } from '../quotes/find-in-text.ts';
import { hueColour } from '../quotes/voices.ts';
import { IconButton } from '../ui/Button.tsx';
import { describePages, formatDate, hasAllPages } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu, type MenuAction } from '../ui/menus/ActionMenu.tsx';
import { isWebAddress, SourceName } from '../ui/SourceName.tsx';
import type { Shelf } from './ShelfPicker.tsx';
import './article-item.css';
import './compact-items.css';

type Ranges = readonly (readonly [start: number, end: number])[];

/** One article of a list; `hits` and `snippet` are set in search results. */
export interface LibraryItem {
  article: ArticleRow;
  titleHits: Ranges;
  snippet: { text: string; hits: Ranges; cutBefore: boolean; cutAfter: boolean } | null;
}

const MIN_STARTED_PROGRESS = 0.02;

/** The story under which an article stands in a list that is grouped by story. */
export interface StoryGroup {
  title: string;
  /** Address of the story. */
  href: string;
  /** It is the first article of the story in the list, and has the story's title above it. */
  isFirst: boolean;
}

interface ArticleItemProps {
  item: LibraryItem;
  /** The reader's URL for the article. */
  href: string;
  /** A local URL of the site's icon, or null. */
  icon: string | null;
  /** The same object each time; see `ArticleItem`. */
  actions: ItemActions & RowActions;
  isSelected: boolean;
  /** Some row is selected, so every row shows its checkbox. */
  hasSelection: boolean;
  /** `waiting` while the text is being downloaded, the reason if that failed, or null. */
  download: string | null;
  group: StoryGroup | null;
  /** 0-based position in the whole list. */
  index: number;
  total: number;
  /** Two lines, without image and excerpt. */
  isCompact: boolean;
  /** In a narrow window. */
  isNarrow: boolean;
}

/** What rows do besides the actions for their articles. */
interface RowActions {
  /** `range`: from the last selected row to this one. */
  onSelect: (id: string, mode: 'toggle' | 'range') => void;
  onDrag: (article: ArticleRow, data: DataTransfer) => void;
}

/**
 * A row, which renders only if what it shows has changed. The list renders several times per few rows scrolled, and
 * most of its rows stay the same.
 *
 * Preact's `memo` is not used, because it comes with all of `preact/compat`, which changes how events and attributes
 * are set.
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
  // Rows from before the limits existed may have titles of any length.
  const title = cutLine(article.title, LINE_LIMITS.title) || t('untitled');
  const updated = updatedDate(article);
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
            // The icon comes first in the interface's direction, whatever that of the name is.
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
            // Always the publication date; no other date replaces it.
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
        <Facts article={article} download={download} />
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

function Facts({ article, download }: { article: ArticleRow; download: string | null }) {
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
            <span key={voice.name} class="item__voice" style={{ '--hue': hueColour(index + 1) }}>
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

/** Distance below the window at which an image starts loading. */
const PRELOAD_MARGIN = '400px';

interface ThumbnailProps {
  imageId: string;
  /** Change this to retry, for an image that has arrived meanwhile. */
  version: number;
  load: (imageId: string) => Promise<Blob | null>;
}

/** An article's image in a list, loaded when it comes near; its space is reserved from the start. */
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
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        show().catch((error: unknown) => console.warn('offprint: no picture', error));
      },
      { rootMargin: PRELOAD_MARGIN },
    );
    watch.observe(current);
    return () => {
      isCancelled = true;
      watch.disconnect();
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
  /** Opens the article's tags or lists. */
  onShelf: (article: ArticleRow, shelf: Shelf) => void;
  /** Opens details of the saved copy: what is missing, its tags and lists, earlier versions. */
  onDetails: (article: ArticleRow) => void;
  /** Takes an article out of the story under which it stands. */
  onNotThisStory: (article: ArticleRow) => void;
  onEdit: (article: ArticleRow) => void;
  onOpenPage: (article: ArticleRow) => void;
  onCopyLink: (article: ArticleRow) => void;
  onExport: (article: ArticleRow) => void;
  /** Downloads the text of an article that has none. */
  onDownload: (article: ArticleRow) => void;
}

/** A row's actions: three buttons, and a menu for the rest. */
function ActionButtons({
  article,
  actions,
  isCompact,
  isNarrow,
  isInStory,
  isDownloading,
}: Pick<ArticleItemProps, 'actions' | 'isCompact' | 'isNarrow'> & {
  article: ArticleRow;
  /** It stands under the title of its story. */
  isInStory: boolean;
  isDownloading: boolean;
}) {
  const { t } = useStrings();
  const favouriteLabel = t(article.favourite ? 'actionUnfavourite' : 'actionFavourite');
  const isArchived = article.archivedAt !== null;
  const button = (
    action: string,
    icon: IconName,
    label: string,
    keys: string | undefined,
    onClick: () => void,
  ) => (
    <IconButton
      icon={icon}
      filled={action === 'favourite' && article.favourite}
      label={label}
      shortcutKey={keys}
      data-action={action}
      data-on={action === 'favourite' && article.favourite}
      // So that a screen reader can distinguish the buttons of two rows.
      aria-describedby={`title-${article.id}`}
      onClick={onClick}
    />
  );
  const favour = (): void => actions.onFavourite(article, !article.favourite);
  const archive = (): void => actions.onArchive(article, !isArchived);
  const remove = (): void => actions.onDelete(article);
  const isDone = article.progress >= READ_THRESHOLD;
  // A local PDF has an address that cannot be opened.
  const hasAddress = isWebAddress(article.canonicalUrl);
  // In a narrow window some have no button; see `compact-items.css`.
  const isShort = isCompact && isNarrow;
  const menu: readonly (MenuAction | false)[] = [
    { label: t('actionTagsOf'), icon: 'tag', onChoose: () => actions.onShelf(article, 'tags') },
    { label: t('actionListsOf'), icon: 'list', onChoose: () => actions.onShelf(article, 'lists') },
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
    { label: t('detailsEdit'), icon: 'sliders', onChoose: () => actions.onEdit(article) },
    hasAddress && {
      label: t('actionOpenPage'),
      icon: 'external',
      onChoose: () => actions.onOpenPage(article),
    },
    hasAddress && { label: t('actionCopyLink'), icon: 'link', onChoose: () => actions.onCopyLink(article) },
    { label: t('actionExport'), icon: 'transfer', onChoose: () => actions.onExport(article) },
    isShort && { label: favouriteLabel, icon: 'star', onChoose: favour },
    isShort && { label: t('actionDelete'), icon: 'trash', isDestructive: true, onChoose: remove },
  ];
  return (
    <div class="item__actions">
      {!article.hasText &&
        !isDownloading &&
        button('download', 'download', t('actionDownload'), undefined, () => actions.onDownload(article))}
      {button('favourite', 'star', favouriteLabel, 'f', favour)}
      {button(
        'archive',
        isArchived ? 'inbox' : 'archive',
        t(isArchived ? 'actionUnarchive' : 'actionArchive'),
        'e',
        archive,
      )}
      {button('delete', 'trash', t('actionDelete'), '#', remove)}
      <ActionMenu label={t('actionMoreFor', article.title || t('untitled'))} actions={menu} />
    </div>
  );
}

/** The MIME type of dragged article ids (JSON), private to Offprint. */
export const DRAG_TYPE = 'application/x-offprint-articles';

/** Starts dragging articles; their addresses are added as text for other programs. */
export function dragArticles(data: DataTransfer, ids: readonly string[], urls: readonly string[]): void {
  data.setData(DRAG_TYPE, JSON.stringify(ids));
  data.setData('text/uri-list', urls.join('\r\n'));
  data.effectAllowed = 'copyLink';
}

/** The ids of dropped articles; empty if something else was dropped. */
export function readDragged(data: DataTransfer): string[] {
  const text = data.getData(DRAG_TYPE);
  if (text === '') return [];
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
