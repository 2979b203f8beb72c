import { startDownloads } from '../../../utils/library/jobs/downloads.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import { askForAccess } from '../../../utils/platform/site-access.ts';

/**
 * Downloads the missing texts of articles. Call it synchronously in a user action, because the browser may have to ask for
 * access to the site.
 *
 * @param ids of the articles; null for all without a text
 * @param url of the only article; null if there may be several, for which no access is requested
 */
export async function downloadTexts(ids: readonly string[] | null, url: string | null): Promise<void> {
  // Without access the download fails with a reason.
  if (url !== null)
    await askForAccess(url).catch((error: unknown) => console.warn('offprint: access', error));
  await startDownloads(ids);
  await sendToBackground('transfer/wake', null);
}
