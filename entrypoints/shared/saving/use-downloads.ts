import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { useStrings } from '../../../components/ui/base/strings.ts';
import {
  NO_DOWNLOADS,
  readDownloads,
  startDownloads,
  stopDownloads,
} from '../../../utils/library/jobs/downloads.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import { requestAccess } from '../../../utils/platform/site-access.ts';
import { explainError } from '../explain-error.ts';
import { useLibrary } from '../use-library.ts';

async function download(ids: readonly string[] | null, url: string | null): Promise<void> {
  // If access is refused, the download itself fails and reports the reason.
  if (url !== null)
    await requestAccess(url).catch((error: unknown) => console.warn('offprint: access', error));
  await startDownloads(ids);
  await sendToBackground('transfer/wake', null);
}

/**
 * Downloads missing texts of articles.
 *
 * @param isNeeded whether to observe the progress
 */
export function useDownloads(isNeeded: boolean) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const read = async () => (isNeeded ? readDownloads() : NO_DOWNLOADS);
  const { waiting, failed } = useLibrary(read, [isNeeded], true) ?? NO_DOWNLOADS;
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      console.error('offprint: not downloaded', error);
      announce(explainError(error, t));
    });
  };
  return {
    /** `waiting` while an article's text is being downloaded, the reason if that failed, or null. */
    stateOf: (id: string): string | null => (waiting.has(id) ? 'waiting' : (failed.get(id) ?? null)),
    remaining: waiting.size,
    /**
     * Must be called synchronously in a user action, because the browser may have to ask for access to the site.
     *
     * @param ids ids of the articles; null for all that have no text
     * @param url address of the article if there is only one; access is requested for it
     */
    start: (ids: readonly string[] | null, url: string | null): void => run(download(ids, url)),
    stop: (): void => run(stopDownloads()),
  };
}
