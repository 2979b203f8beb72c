import { requestAutomaticReading } from '../../utils/platform/request-automatic-reading.ts';
import type { PolicySettings } from '../../utils/settings/policy.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isHost, shouldReadAutomatically, siteKey } from '../../utils/settings/site-settings.ts';

/**
 * Creates the action that makes Offprint read a site automatically. It must be called synchronously in a click.
 *
 * @param managed the organisation's policy; null until known
 * @returns null if the site is already read or can't be read, if a policy decides, or until the settings are loaded
 */
export function createEnableSiteAction(
  url: string,
  settings: Settings | null,
  managed: PolicySettings | null,
): (() => void) | null {
  const host = siteKey(url);
  // If a policy decides, the user's choice would have no effect.
  if (managed === null || managed.reading !== undefined || managed.chosenSites !== undefined) return null;
  if (settings === null || !isHost(host) || shouldReadAutomatically(settings, url)) return null;
  return () => {
    requestAutomaticReading(host).catch((error: unknown) =>
      console.error('offprint: site not chosen', error),
    );
  };
}
