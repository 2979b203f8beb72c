import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';

/**
 * Reports every change of the settings for this page's site until the signal aborts. The background only says that there
 * was a change; the tab then asks for what it may know.
 *
 * @param place returns the request for `site/ask`
 * @returns starts the reports; of earlier changes only the latest is reported
 */
export function watchSite(
  place: () => BackgroundMessages['site/ask']['request'],
  listener: (settings: SiteView) => void,
  signal: AbortSignal,
): () => void {
  let asked = 0;
  /** Number of the latest answered question. */
  let answered = 0;
  let hasBegun = false;
  /** The latest settings before reporting starts. */
  let early: SiteView | null = null;
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const { settings } = await askBackground('site/ask', place());
      // A later question has been answered already.
      if (signal.aborted || turn < answered) return;
      answered = turn;
      if (hasBegun) listener(settings);
      else early = settings;
    } catch (error) {
      console.warn('offprint: the settings can’t be read', error);
    }
  };
  const answer = async (): Promise<null> => {
    await ask();
    return null;
  };
  receiveInTab({ 'site/changed': answer }, signal);
  // A page in the back/forward cache receives no messages.
  addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { signal });
  return () => {
    hasBegun = true;
    if (early !== null) listener(early);
    early = null;
  };
}
