import { askForSite } from '../../utils/platform/site-access.ts';
import { chooseSite, isHost, readsByItself, siteKey } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import type { ChangeSettings } from './use-settings.ts';

/**
 * The way to have this site looked at from now on.
 *
 * @returns null where it is already, where that can't be, and until the settings are there; otherwise to be called
 *   inside the click
 */
export function readingHere(
  url: string,
  settings: Settings | null,
  changeSettings: ChangeSettings,
): (() => void) | null {
  const host = siteKey(url);
  if (settings === null || !isHost(host) || readsByItself(settings, url)) return null;
  return () => {
    askForSite(host)
      .then(async (isGiven) => {
        if (!isGiven) return;
        await changeSettings((next) => {
          next.reading = 'chosen';
          chooseSite(next, host, true);
        });
      })
      .catch((error: unknown) => console.error('offprint: site not chosen', error));
  };
}
