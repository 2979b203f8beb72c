import { type ComponentChildren, type FunctionComponent, render } from 'preact';
import { useState } from 'preact/hooks';
import { Announcer } from '../../components/ui/announcer.tsx';
import { keepFocusInView } from '../../components/ui/base/focus.ts';
import { PhoneContext } from '../../components/ui/base/phone.ts';
import { createStrings, type MessageKey, StringsContext } from '../../components/ui/base/strings.ts';
import { SingleKeysContext } from '../../components/ui/hooks/use-shortcuts.ts';
import { isPhone } from '../../utils/platform/phone.ts';
import { followSettings } from '../../utils/platform/settings-storage.ts';
import { readMessage, uiLocale } from '../../utils/platform/strings.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { directionOfLanguage } from '../../utils/text/text-direction.ts';
import { useLife } from './use-life.ts';

/** The last theme, read synchronously because the settings arrive after the first paint. */
const THEME_KEY = 'theme';

/** Applies a theme to this page. */
export function showTheme(theme: string): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** The last setting of single-key shortcuts, until the settings arrive. */
const KEYS_KEY = 'keys';

/** Follows the settings of theme and keys. */
function Following({ ownTheme, children }: { ownTheme: boolean; children: ComponentChildren }) {
  const [hasSingleKeys, setSingleKeys] = useState(localStorage.getItem(KEYS_KEY) !== 'off');
  useLife((signal) => {
    const obey = ({ singleKeys, theme }: Settings): void => {
      localStorage.setItem(KEYS_KEY, singleKeys ? 'on' : 'off');
      setSingleKeys(singleKeys);
      localStorage.setItem(THEME_KEY, theme);
      if (!ownTheme) showTheme(theme);
    };
    followSettings(obey, signal).catch((error: unknown) => console.warn('offprint: no settings', error));
  });
  return <SingleKeysContext.Provider value={hasSingleKeys}>{children}</SingleKeysContext.Provider>;
}

interface MountOptions {
  /** Message of the tab's title, with the product's name as its substitution. */
  title?: MessageKey;
  /** Whether the screen sets its theme itself, as the reader does. */
  ownTheme?: boolean;
}

/** Mounts a screen with its language, direction, theme, strings and live region. */
export function mount(Screen: FunctionComponent, { title, ownTheme = false }: MountOptions = {}): void {
  const root = document.documentElement;
  root.lang = readMessage('localeTag') || 'en';
  root.dir = directionOfLanguage(root.lang);
  if (title !== undefined) document.title = readMessage(title, [readMessage('appName')]);
  if (!ownTheme) showTheme(localStorage.getItem(THEME_KEY) ?? 'system');
  keepFocusInView(new AbortController().signal);
  const place = document.querySelector('#root');
  if (place === null) throw new Error('the page has no #root');
  render(
    <StringsContext.Provider value={createStrings(readMessage, uiLocale())}>
      <PhoneContext.Provider value={isPhone()}>
        <Announcer>
          <Following ownTheme={ownTheme}>
            <Screen />
          </Following>
        </Announcer>
      </PhoneContext.Provider>
    </StringsContext.Provider>,
    place,
  );
}
