import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';

/**
 * Calls back with every change of the settings that concerns this page's site, until the signal aborts. The background
 * says only that there was one: what a tab may know it is told when it asks.
 *
 * @param place what `site/ask` is asked with
 * @returns begins to call back; of what changed before, only how it is by then is told
 */
export function watchSite(
  place: () => BackgroundMessages['site/ask']['request'],
  listener: (settings: SiteView) => void,
  signal: AbortSignal,
): () => void {
  let asked = 0;
  /** The latest question that has an answer. */
  let answered = 0;
  let hasBegun = false;
  /** Came before the beginning. */
  let early: SiteView | null = null;
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const { settings } = await askBackground('site/ask', place());
      // What was asked for later has been answered.
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
  // Nobody told a page that lay in the browser's history.
  addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { signal });
  return () => {
    hasBegun = true;
    if (early !== null) listener(early);
    early = null;
  };
}
