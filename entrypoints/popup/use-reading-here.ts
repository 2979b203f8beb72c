import { useEffect, useState } from 'preact/hooks';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { askForSite } from '../../utils/platform/site-access.ts';
import { chooseSite, isHost, readsByItself, siteKey } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';

/**
 * The way to have this site looked at from now on.
 *
 * @returns null where it is already, where that can't be, and until the settings are there; otherwise to be called
 *   inside the click
 */
export function useReadingHere(url: string): (() => void) | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const life = new AbortController();
    loadSettings()
      .then(setSettings)
      .catch((error: unknown) => console.warn('offprint: no settings', error));
    watchSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);
  const host = siteKey(url);
  if (settings === null || !isHost(host) || readsByItself(settings, url)) return null;
  return () => {
    askForSite(host)
      .then(async (isGiven) => {
        if (!isGiven) return;
        await updateSettings((next) => {
          next.reading = 'chosen';
          chooseSite(next, host, true);
        });
      })
      .catch((error: unknown) => console.error('offprint: site not chosen', error));
  };
}
