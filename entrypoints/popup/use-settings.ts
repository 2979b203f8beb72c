import { useLayoutEffect, useState } from 'preact/hooks';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { readSettings } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';

export type ChangeSettings = (change: (settings: Settings) => void) => Promise<void>;

/** The user's settings as they stand, null until they are there, and the way to change them. */
export function useSettings(): [Settings | null, ChangeSettings] {
  const [settings, setSettings] = useState<Settings | null>(null);
  // Not after the first frame, which waits for them.
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
