import { requestAutomaticReading } from '../../utils/platform/request-automatic-reading.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isHost, shouldReadAutomatically, siteKey } from '../../utils/settings/site-settings.ts';

/**
 * Creates the action that makes Offprint read a site automatically. It must be called synchronously in a click.
 *
 * @returns null if the site is already read or can't be read, or until the settings are loaded
 */
export function createEnableSiteAction(url: string, settings: Settings | null): (() => void) | null {
  const host = siteKey(url);
  if (settings === null || !isHost(host) || shouldReadAutomatically(settings, url)) return null;
  return () => {
    requestAutomaticReading(host).catch((error: unknown) =>
      console.error('offprint: site not chosen', error),
    );
  };
}
