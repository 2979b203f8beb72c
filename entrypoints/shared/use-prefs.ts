import { useEffect, useRef, useState } from 'preact/hooks';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { type ReaderPrefs, readPrefs } from '../../utils/settings/reader-prefs.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { showTheme } from './mount.tsx';
import { useAbortableEffect } from './use-abortable-effect.ts';

/** localStorage key of the last preferences, read synchronously because the settings load after the first paint. */
const PREFS_KEY = 'reader';
/** localStorage key of the theme of all other screens; see `mount.tsx`. */
const THEME_KEY = 'theme';

/** @returns null if none are stored or they can't be read */
function loadLastPrefs(): ReaderPrefs | null {
  const stored = localStorage.getItem(PREFS_KEY);
  if (stored === null) return null;
  try {
    return readPrefs(JSON.parse(stored));
  } catch {
    // Edited by hand or written by another version.
    return null;
  }
}

/**
 * The user's typographic preferences, and a function to change them. They are part of the settings, so that all open readers
 * share them and backups include them.
 *
 * @param showsTheme whether to apply the reader's theme to this page; false on screens that only edit it
 */
export function usePrefs({ showsTheme = true } = {}): [ReaderPrefs, (prefs: ReaderPrefs) => void] {
  const [prefs, setPrefs] = useState(() => loadLastPrefs() ?? readPrefs(null));
  /** Number of pending writes, during which the stored settings are outdated. */
  const pendingWrites = useRef(0);

  const write = (next: ReaderPrefs): void => {
    pendingWrites.current += 1;
    updateSettings((settings) => {
      settings.reader = next;
    })
      .catch((error: unknown) => console.error('offprint: preferences not kept', error))
      .finally(() => {
        pendingWrites.current -= 1;
      });
  };

  useEffect(() => {
    if (!showsTheme) return;
    showTheme(prefs.theme === 'system' ? (localStorage.getItem(THEME_KEY) ?? 'system') : prefs.theme);
  }, [prefs.theme, showsTheme]);
  useAbortableEffect((signal) => {
    const applyStored = ({ reader }: Settings): void => {
      if (pendingWrites.current > 0 || reader === null) return;
      const stored = JSON.stringify(reader);
      // Unchanged preferences need no redraw.
      if (stored === localStorage.getItem(PREFS_KEY)) return;
      localStorage.setItem(PREFS_KEY, stored);
      setPrefs(reader);
    };
    followSettings(applyStored, signal).catch((error: unknown) =>
      console.warn('offprint: no settings', error),
    );
  });
  return [
    prefs,
    (next) => {
      localStorage.setItem(PREFS_KEY, JSON.stringify(next));
      setPrefs(next);
      write(next);
    },
  ];
}
