import { askToChoose } from '../../utils/platform/choose-site.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isHost, readsAutomatically, siteKey } from '../../utils/settings/site-settings.ts';

/**
 * The way to have this site looked at from now on.
 *
 * @param managed what an organisation decides; null until that is known
 * @returns null where it is already, where that can't be, where an organisation decides what is looked at, and until
 *   the settings are there; otherwise to be called inside the click
 */
export function readingHere(
  url: string,
  settings: Settings | null,
  managed: ManagedSettings | null,
): (() => void) | null {
  const host = siteKey(url);
  // Under a policy the user's choice would not hold, and the access would be asked for in vain.
  if (managed === null || managed.reading !== undefined || managed.chosenSites !== undefined) return null;
  if (settings === null || !isHost(host) || readsAutomatically(settings, url)) return null;
  return () => {
    askToChoose(host).catch((error: unknown) => console.error('offprint: site not chosen', error));
  };
}
