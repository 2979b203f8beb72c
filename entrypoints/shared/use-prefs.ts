import { useEffect, useRef, useState } from 'preact/hooks';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { type ReaderPrefs, readPrefs } from '../../utils/settings/reader-prefs.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { showTheme } from './mount.tsx';
import { useLife } from './use-life.ts';

/** The last preferences, read synchronously because the settings arrive after the first paint. */
const KEY = 'reader';
/** The theme of all other screens; see `mount.tsx`. */
const THEME_KEY = 'theme';

/** @returns null if this browser has none yet */
function lastPrefs(): ReaderPrefs | null {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return null;
  try {
    return readPrefs(JSON.parse(stored));
  } catch {
    // Edited by hand or written by another version.
    return null;
  }
}

/**
 * The user's typographic preferences: stored in the settings, and so shared by all open readers and part of backups.
 *
 * @param showsTheme false on a screen that uses the general theme and only edits the reader's
 */
export function usePrefs({ showsTheme = true } = {}): [ReaderPrefs, (prefs: ReaderPrefs) => void] {
  const [prefs, setPrefs] = useState(() => lastPrefs() ?? readPrefs(null));
  /** Number of pending writes, during which the settings are older than this page. */
  const writing = useRef(0);

  const write = (next: ReaderPrefs): void => {
    writing.current += 1;
    updateSettings((settings) => {
      settings.reader = next;
    })
      .catch((error: unknown) => console.error('offprint: preferences not kept', error))
      .finally(() => {
        writing.current -= 1;
      });
  };

  useEffect(() => {
    if (!showsTheme) return;
    showTheme(prefs.theme === 'system' ? (localStorage.getItem(THEME_KEY) ?? 'system') : prefs.theme);
  }, [prefs.theme, showsTheme]);
  useLife((signal) => {
    const follow = ({ reader }: Settings): void => {
      if (writing.current > 0 || reader === null) return;
      const stored = JSON.stringify(reader);
      // Changed elsewhere. Identical preferences need no redraw.
      if (stored === localStorage.getItem(KEY)) return;
      localStorage.setItem(KEY, stored);
      setPrefs(reader);
    };
    followSettings(follow, signal).catch((error: unknown) => console.warn('offprint: no settings', error));
  });
  return [
    prefs,
    (next) => {
      localStorage.setItem(KEY, JSON.stringify(next));
      setPrefs(next);
      write(next);
    },
  ];
}
