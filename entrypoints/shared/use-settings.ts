import { useLayoutEffect, useState } from 'preact/hooks';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { readSettings } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';

export type ChangeSettings = (change: (settings: Settings) => void) => Promise<void>;

/** The user's current settings, null until loaded, and a function to change them. */
export function useSettings(): [Settings | null, ChangeSettings] {
  const [settings, setSettings] = useState<Settings | null>(null);
  // Before the first frame, which waits for them.
  useLayoutEffect(() => {
    const life = new AbortController();
    followSettings(setSettings, life.signal).catch((error: unknown) => {
      console.warn('offprint: no settings', error);
      setSettings(readSettings(undefined));
    });
    return () => life.abort();
  }, []);
  return [settings, (change) => updateSettings(change).then(setSettings)];
}
