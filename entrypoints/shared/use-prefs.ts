import { useEffect, useState } from 'preact/hooks';
import { type ReaderPrefs, readPrefs } from '../../components/reader/reader-prefs.ts';
import { showTheme } from './mount.tsx';

/** In the page's own storage, which answers at once: no flash of another size or theme. */
const KEY = 'reader';
/** The theme of all other screens; see `mount.tsx`. */
const THEME_KEY = 'theme';

/**
 * How the reader wants articles set, kept for the next one, and the same in every open reader.
 *
 * @param showsTheme false on a screen that has the theme of all others, and only changes what the reader has
 */
export function usePrefs({ showsTheme = true } = {}): [ReaderPrefs, (prefs: ReaderPrefs) => void] {
  const [prefs, setPrefs] = useState(() => readPrefs(localStorage.getItem(KEY)));
  useEffect(() => {
    if (!showsTheme) return;
    showTheme(prefs.theme === 'system' ? (localStorage.getItem(THEME_KEY) ?? 'system') : prefs.theme);
  }, [prefs.theme, showsTheme]);
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === KEY) setPrefs(readPrefs(event.newValue));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, []);
  return [
    prefs,
    (next) => {
      localStorage.setItem(KEY, JSON.stringify(next));
      setPrefs(next);
    },
  ];
}
