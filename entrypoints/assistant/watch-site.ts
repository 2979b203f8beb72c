import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { SiteView } from '../../utils/settings/site-view.ts';

/**
 * Calls back with every later change of the settings that concerns this page's site, until the signal aborts. The
 * background says only that there was one: what a tab may know it is told when it asks.
 *
 * @param place what `site/ask` is asked with
 */
export function watchSite(
  place: () => BackgroundMessages['site/ask']['request'],
  listener: (settings: SiteView) => void,
  signal: AbortSignal,
): void {
  const ask = async (): Promise<void> => {
    try {
      const { settings } = await askBackground('site/ask', place());
      if (!signal.aborted) listener(settings);
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
}
