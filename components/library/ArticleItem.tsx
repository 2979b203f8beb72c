import { updatedDate } from '../../utils/article/updated-date.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { cutLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { DONE_AT, readingMinutes } from '../../utils/text/reading-progress.ts';
import { markRanges } from '../quotes/find-in-text.ts';
import { hueColour } from '../quotes/voices.ts';
import { describePages, formatDate, hasAllPages } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { type ItemActions, RowActions } from './RowActions.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import './article-item.css';
import './compact-items.css';

type Ranges = readonly (readonly [start: number, end: number])[];

/** One article of a list; `hits` and `snippet` where it was searched for. */
export interface LibraryItem {
  article: ArticleRow;
  titleHits: Ranges;
  snippet: { text: string; hits: Ranges; cutBefore: boolean; cutAfter: boolean } | null;
}

/** How a row stands to what is chosen. */
export interface RowChoice {
  isChosen: boolean;
  /** Some row is: every row shows its box. */
  isChoosing: boolean;
  /** `range`: from the row chosen before to this one. */
  onChoose: (id: string, how: 'toggle' | 'range') => void;
  onDrag: (article: ArticleRow, data: DataTransfer) => void;
}

const STARTED_AT = 0.02;

interface Props {
  item: LibraryItem;
  /** The site's icon as a local address, or null. */
  icon: string | null;
  actions: ItemActions;
  choice: RowChoice;
  /** `waiting` while its text is being downloaded, why that failed, or null. */
  download: string | null;
  /** Place in the whole list, from 0, and its length. */
  index: number;
  total: number;
  /** Two lines, without a picture and the beginning of the text. */
  isCompact: boolean;
}

/** One saved article in a list. */
export function ArticleItem({ item, icon, actions, choice, download, index, total, isCompact }: Props) {
  const { t, locale } = useStrings();
  const { article, snippet } = item;
  // What was saved before there were limits may be of any length.
  const title = cutLine(article.title, LINE_LIMITS.title) || t('untitled');
  const { isChosen } = choice;
  const updated = updatedDate(article);
  return (
    <li
      class="item"
      data-id={article.id}
      data-done={article.progress >= DONE_AT}
      data-chosen={isChosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      draggable
      onDragStart={(event) => event.dataTransfer !== null && choice.onDrag(article, event.dataTransfer)}
    >
      <label class="item__choose" data-shown={choice.isChoosing}>
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t('selectArticle', title)}
          onClick={(event) => {
            event.stopPropagation();
            choice.onChoose(article.id, event.shiftKey ? 'range' : 'toggle');
          }}
        />
      </label>
      <div class="item__words">
        <DotList
          class="kicker"
          facts={[
            <span key="site">
              {icon !== null && <img class="item__icon" src={icon} alt="" width="14" height="14" />}
              <SourceName siteName={article.siteName} host={article.host} />
            </span>,
            // A date here is that of publication, and no other is put in its place.
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
            href={actions.hrefOf(article.id)}
            draggable={false}
            onClick={(event) => {
              // As in a file manager: with Shift or Ctrl a click chooses and does not open.
              if (!(event.shiftKey || event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              choice.onChoose(article.id, event.shiftKey ? 'range' : 'toggle');
            }}
          >
            {markRanges(title, item.titleHits)}
          </a>
        </h2>
        {isCompact ? null : snippet !== null && snippet.text !== '' ? (
          <p class="item__excerpt" lang={article.lang ?? undefined} dir={article.dir}>
            {snippet.cutBefore && '…'}
            {markRanges(snippet.text, snippet.hits)}
            {snippet.cutAfter && '…'}
          </p>
        ) : (
          article.excerpt !== null && (
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
        <RowActions
          article={article}
          actions={actions}
          isCompact={isCompact}
          isDownloading={download === 'waiting'}
        />
      </div>
    </li>
  );
}

/** Stands where a row is not loaded yet. */
export function BlankItem({ id }: { id: string }) {
  return <li class="item item--blank" data-id={id} aria-hidden="true" />;
}

function Facts({ article, download }: { article: ArticleRow; download: string | null }) {
  const strings = useStrings();
  const { t, count, find, percent } = strings;
  const isDone = article.progress >= DONE_AT;
  return (
    <p class="item__facts">
      {article.wordCount > 0 && <span>{count('readingMinutes', readingMinutes(article.wordCount))}</span>}
      {isDone && (
        <span class="item__done">
          <Icon name="check" />
          {t('libraryFinished')}
        </span>
      )}
      {!isDone && article.progress >= STARTED_AT && (
        <span class="item__progress">
          <span class="progress" style={{ '--share': article.progress }} aria-hidden="true" />
          {t('libraryProgress', percent(article.progress))}
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
