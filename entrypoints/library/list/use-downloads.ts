import { useContext } from 'preact/hooks';
import type { ArticleListProps } from '../../../components/library/ArticleList.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { NO_DOWNLOADS, readDownloads, stopDownloads } from '../../../utils/library/jobs/downloads.ts';
import { explainError } from '../../shared/explain-error.ts';
import { downloadTexts } from '../../shared/saving/download-texts.ts';
import { useLibrary } from '../../shared/use-library.ts';

type DownloadProps = Pick<
  ArticleListProps,
  'downloadOf' | 'remainingDownloads' | 'onDownload' | 'onDownloadAll' | 'onStopDownloads'
>;

/** Downloads missing texts of articles, and reports the progress. */
export function useDownloads(): DownloadProps {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const live = useLibrary(() => readDownloads(), [], true);
  const { waiting, failed } = live.state === 'ready' ? live.value : NO_DOWNLOADS;
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      console.error('offprint: not downloaded', error);
      announce(explainError(error, t));
    });
  };
  return {
    downloadOf: (id) => (waiting.has(id) ? 'waiting' : (failed.get(id) ?? null)),
    remainingDownloads: waiting.size,
    onDownload: ({ id, canonicalUrl }) => {
      announce(t('readerDownloading'));
      run(downloadTexts([id], canonicalUrl));
    },
    onDownloadAll: () => run(downloadTexts(null, null)),
    onStopDownloads: () => run(stopDownloads()),
  };
}
