import { requestAutomaticReading } from '../../utils/platform/request-automatic-reading.ts';
import type { PolicySettings } from '../../utils/settings/policy.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isHost, shouldReadAutomatically, siteKey } from '../../utils/settings/site-settings.ts';

/**
 * The action that makes Offprint read this site automatically.
 *
 * @param managed the organisation's policy; null until known
 * @returns null if the site is read already, can't be read, is decided by policy, or until settings are loaded; otherwise
 *   to be called synchronously in a click
 */
export function readingHere(
  url: string,
  settings: Settings | null,
  managed: PolicySettings | null,
): (() => void) | null {
  const host = siteKey(url);
  // Under a policy the choice would have no effect, and the permission would be requested in vain.
  if (managed === null || managed.reading !== undefined || managed.chosenSites !== undefined) return null;
  if (settings === null || !isHost(host) || shouldReadAutomatically(settings, url)) return null;
  return () => {
    requestAutomaticReading(host).catch((error: unknown) =>
      console.error('offprint: site not chosen', error),
    );
  };
}
