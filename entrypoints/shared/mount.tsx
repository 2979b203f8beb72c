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
import { useAbortableEffect } from './use-abortable-effect.ts';

/** localStorage key of the last theme, which is read synchronously because the settings load after the first paint. */
const THEME_KEY = 'theme';

export function showTheme(theme: string): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** localStorage key of the last setting of single-key shortcuts, used until the settings are loaded. */
const KEYS_KEY = 'keys';

/** The root of a screen. Applies the settings of the theme and of single-key shortcuts, and keeps the focus in view. */
function ScreenRoot({ ownTheme, children }: { ownTheme: boolean; children: ComponentChildren }) {
  const [hasSingleKeys, setSingleKeys] = useState(localStorage.getItem(KEYS_KEY) !== 'off');
  useAbortableEffect(keepFocusInView);
  useAbortableEffect((signal) => {
    const applySettings = ({ singleKeys, theme }: Settings): void => {
      localStorage.setItem(KEYS_KEY, singleKeys ? 'on' : 'off');
      setSingleKeys(singleKeys);
      localStorage.setItem(THEME_KEY, theme);
      if (!ownTheme) showTheme(theme);
    };
    followSettings(applySettings, signal).catch((error: unknown) =>
      console.warn('offprint: no settings', error),
    );
  });
  return <SingleKeysContext.Provider value={hasSingleKeys}>{children}</SingleKeysContext.Provider>;
}

interface MountOptions {
  /** Message key of the tab's title, whose placeholder is the product name. */
  title?: MessageKey;
  /** Whether the screen sets its theme itself, as the reader does. */
  ownTheme?: boolean;
}

/** Mounts a screen, with language, text direction, theme, strings and live region set up. */
export function mount(Screen: FunctionComponent, { title, ownTheme = false }: MountOptions = {}): void {
  const root = document.documentElement;
  root.lang = readMessage('localeTag') || 'en';
  root.dir = directionOfLanguage(root.lang);
  if (title !== undefined) document.title = readMessage(title, [readMessage('appName')]);
  if (!ownTheme) showTheme(localStorage.getItem(THEME_KEY) ?? 'system');
  const container = document.querySelector('#root');
  if (container === null) throw new Error('the page has no #root');
  render(
    <StringsContext.Provider value={createStrings(readMessage, uiLocale())}>
      <PhoneContext.Provider value={isPhone()}>
        <Announcer>
          <ScreenRoot ownTheme={ownTheme}>
            <Screen />
          </ScreenRoot>
        </Announcer>
      </PhoneContext.Provider>
    </StringsContext.Provider>,
    container,
  );
}
