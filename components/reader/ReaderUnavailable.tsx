import { PrimaryButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyState } from '../ui/PageHead.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import type { ReaderArticle } from './reader-props.ts';
import '../library/library.css';
import './reader-not-downloaded.css';

interface ReaderNotDownloadedProps {
  article: Pick<ReaderArticle, 'title' | 'siteName' | 'host' | 'lang' | 'dir'>;
  /** The URL of the article's page. */
  url: string;
  /** `waiting` during the download, an error code (see `importWhy_…`) if it failed, or null. */
  state: string | null;
  onDownload: () => void;
  libraryHref: string;
}

/** Shown if only the article's link is saved and its text has not been downloaded. */
export function ReaderNotDownloaded({
  article,
  url,
  state,
  onDownload,
  libraryHref,
}: ReaderNotDownloadedProps) {
  const { t, find } = useStrings();
  const isWaiting = state === 'waiting';
  return (
    <main class="library__main">
      <article class="empty not-downloaded">
        <p class="kicker">
          <SourceName siteName={article.siteName} host={article.host} />
        </p>
        <h1 lang={article.lang ?? undefined} dir={article.dir}>
          {article.title || t('untitled')}
        </h1>
        <p role="status">
          <b>{t(isWaiting ? 'readerDownloading' : 'readerNotDownloadedTitle')}</b>{' '}
          {!isWaiting && t('readerNotDownloadedText')}
        </p>
        {state !== null && !isWaiting && (
          <p class="note--bad" role="alert">
            {t('readerDownloadFailed', find(`importWhy_${state}`) ?? '')}
          </p>
        )}
        <div class="not-downloaded__ways">
          {!isWaiting && (
            <PrimaryButton onClick={onDownload}>
              <Icon name="download" />
              {t('actionDownload')}
            </PrimaryButton>
          )}
          <a class="button" href={url} rel="noreferrer">
            {t('actionOpenPage')}
          </a>
        </div>
        <p class="empty__way">
          <a class="text-button" href={libraryHref}>
            {t('shortcutBack')}
          </a>
        </p>
      </article>
    </main>
  );
}

/** Shown if the library has no article with the requested id. */
export function ReaderNotFound({ libraryHref, message }: { libraryHref: string; message: string | null }) {
  const { t } = useStrings();
  return (
    <main class="library__main">
      <EmptyState title={t('readerNotFoundTitle')}>
        <p>{message ?? t('readerNotFoundText')}</p>
        <p>
          <a href={libraryHref}>{t('shortcutBack')}</a>
        </p>
      </EmptyState>
    </main>
  );
}
