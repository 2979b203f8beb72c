import { useEffect, useRef, useState } from 'preact/hooks';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { type ReaderPrefs, readPrefs } from '../../utils/settings/reader-prefs.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { showTheme } from './mount.tsx';

/** The preferences of the last time, read at once: the settings come too late for the first paint. */
const KEY = 'reader';
/** The theme of all other screens; see `mount.tsx`. */
const THEME_KEY = 'theme';

/** @returns null where this browser has never had any */
function lastPrefs(): ReaderPrefs | null {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return null;
  try {
    return readPrefs(JSON.parse(stored));
  } catch {
    // Written by hand, or by a version that is gone.
    return null;
  }
}

/**
 * How the user wants articles set: kept in the settings, and so the same in every open reader and in a backup.
 *
 * @param showsTheme false on a screen that has the theme of all others, and only changes what the reader has
 */
export function usePrefs({ showsTheme = true } = {}): [ReaderPrefs, (prefs: ReaderPrefs) => void] {
  const [prefs, setPrefs] = useState(() => lastPrefs() ?? readPrefs(null));
  /** What this page is writing: until that is done, the settings are older than what it shows. */
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
  useEffect(() => {
    const life = new AbortController();
    const follow = ({ reader }: Settings): void => {
      if (life.signal.aborted || writing.current > 0 || reader === null) return;
      const stored = JSON.stringify(reader);
      // Chosen elsewhere. The same again would have the page drawn for nothing.
      if (stored === localStorage.getItem(KEY)) return;
      localStorage.setItem(KEY, stored);
      setPrefs(reader);
    };
    loadSettings()
      .then((settings) => {
        // Of a version whose settings did not know them.
        const last = lastPrefs();
        if (settings.reader === null && last !== null) write(last);
        else follow(settings);
      })
      .catch((error: unknown) => console.warn('offprint: no settings', error));
    watchSettings(follow, life.signal);
    return () => life.abort();
  }, []);
  return [
    prefs,
    (next) => {
      localStorage.setItem(KEY, JSON.stringify(next));
      setPrefs(next);
      write(next);
    },
  ];
}
