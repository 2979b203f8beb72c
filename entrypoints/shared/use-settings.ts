import { useLayoutEffect, useState } from 'preact/hooks';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { readSettings } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';

export type ChangeSettings = (change: (settings: Settings) => void) => Promise<void>;

/** The user's current settings, null until loaded, and a function to change them. */
export function useSettings(): [Settings | null, ChangeSettings] {
  const [settings, setSettings] = useState<Settings | null>(null);
  // A layout effect, because the first frame waits for the settings.
  useLayoutEffect(() => {
    const controller = new AbortController();
    followSettings(setSettings, controller.signal).catch((error: unknown) => {
      console.warn('offprint: no settings', error);
      setSettings(readSettings(undefined));
    });
    return () => controller.abort();
  }, []);
  return [settings, (change) => updateSettings(change).then(setSettings)];
}
