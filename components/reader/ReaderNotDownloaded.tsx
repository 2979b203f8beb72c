import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import '../library/library.css';
import '../ui/empty.css';
import type { ReaderArticle } from './ReaderHead.tsx';
import './reader-not-downloaded.css';

interface Props {
  article: Pick<ReaderArticle, 'title' | 'siteName' | 'host' | 'lang' | 'dir'>;
  /** The address of its page. */
  url: string;
  /** `waiting` while it is being downloaded, why that failed (`importWhy_…`), or null. */
  state: string | null;
  onDownload: () => void;
  libraryHref: string;
}

/** Only the address of this article is saved: there is nothing to read before it is downloaded. */
export function ReaderNotDownloaded({ article, url, state, onDownload, libraryHref }: Props) {
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
            <button type="button" class="button button--primary" onClick={onDownload}>
              <Icon name="download" />
              {t('actionDownload')}
            </button>
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
