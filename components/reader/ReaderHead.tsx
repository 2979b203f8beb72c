import type { RefObject } from 'preact';
import { updatedDate } from '../../utils/article/updated-date.ts';
import { readingMinutes } from '../../utils/text/reading-progress.ts';
import { PagesNote, type PagesProps } from '../popup/PagesNote.tsx';
import { SYNCED_WORDS, type Synced } from '../sync/synced-words.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { ReaderShelf, type ReaderShelfProps } from './ReaderShelf.tsx';

/** What the reader says about an article above its text. */
export interface ReaderArticle {
  title: string;
  siteName: string | null;
  host: string;
  url: string;
  byline: string | null;
  publishedAt: string | null;
  modifiedAt?: string | null;
  excerpt: string | null;
  wordCount: number;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  isPreview: boolean;
}

/** What the library knows about it; null where the article is not saved. */
export interface SavedState {
  savedAt: number;
  isFavourite: boolean;
  isArchived: boolean;
  imagesTotal: number;
  imagesSaved: number;
  imagesFailed: number;
  /** Absent or null where sync is not set up. */
  synced?: Synced | null;
}

interface Props {
  article: ReaderArticle;
  saved: SavedState | null;
  /** False where the text begins with the same words. */
  showExcerpt: boolean;
  /** Gets the headline's element, for reading aloud. */
  headline: RefObject<HTMLHeadingElement | null>;
  onRetryImages: () => void;
  /** Getting the pages that are not here. */
  pages?: PagesProps | null;
  shelf: ReaderShelfProps | null;
}

/** Source, headline, standfirst, byline, and how complete the saved copy is. */
export function ReaderHead({ article, saved, showExcerpt, headline, onRetryImages, pages, shelf }: Props) {
  const { t, count, locale } = useStrings();
  const updated = updatedDate(article);
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
      {showExcerpt && article.excerpt !== null && (
        <p class="reader__standfirst" lang={article.lang ?? undefined}>
          {article.excerpt}
        </p>
      )}
      <DotList
        class="reader__facts"
        facts={[article.byline === null ? null : <b class="reader__byline">{article.byline}</b>, ...facts]}
      />
      {saved !== null && (
        <Completeness saved={saved} onRetryImages={onRetryImages} isPreview={article.isPreview} />
      )}
      {saved?.synced && <p class="reader__complete">{t(SYNCED_WORDS[saved.synced])}</p>}
      {shelf !== null && <ReaderShelf {...shelf} />}
      {pages && <PagesNote {...pages} />}
    </header>
  );
}

interface CompletenessProps {
  saved: SavedState;
  isPreview: boolean;
  onRetryImages: () => void;
}

function Completeness({ saved, isPreview, onRetryImages }: CompletenessProps) {
  const { t, count, number, locale } = useStrings();
  const { imagesTotal: total, imagesSaved: kept, imagesFailed: failed } = saved;
  const isPending = kept + failed < total;
  let images = '';
  if (total > 0 && kept === total) images = count('readerImagesComplete', total);
  else if (isPending) images = t('readerImagesPending', number(kept), number(total));
  else if (total > 0) images = count('imagesMissing', total - kept);
  const facts = [
    t('readerSavedOn', formatDate(saved.savedAt, locale)),
    images,
    isPreview ? t('readerPreview') : '',
  ];
  return (
    <DotList
      class="reader__complete"
      facts={[
        ...facts,
        failed > 0 && !isPending && (
          <button type="button" class="text-button" onClick={onRetryImages}>
            {t('readerImagesRetry')}
          </button>
        ),
      ]}
    />
  );
}
