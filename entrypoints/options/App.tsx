import { useEffect, useState } from 'preact/hooks';
import { type Command, Options } from '../../components/Options.tsx';
import type { Licence } from '../../components/OptionsFacts.tsx';
import { dependencies } from '../../package.json';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { listCommands, shortcutSettings } from '../../utils/platform/shortcuts.ts';
import {
  askForAccess,
  dropAccess,
  hasAccessEverywhere,
  watchAccess,
} from '../../utils/platform/site-access.ts';
import { rememberPage } from '../../utils/settings/overrule.ts';
import type { Settings } from '../../utils/settings/schema.ts';

const LICENCES: readonly Licence[] = [
  { name: 'Literata', version: dependencies['@fontsource-variable/literata'], licence: 'SIL OFL 1.1' },
  { name: 'Preact', version: dependencies.preact, licence: 'MIT' },
  { name: 'Dexie', version: dependencies.dexie, licence: 'Apache 2.0' },
  { name: 'DOMPurify', version: dependencies.dompurify, licence: 'Apache 2.0 / MPL 2.0' },
  { name: 'webextension-polyfill', version: dependencies['webextension-polyfill'], licence: 'MPL 2.0' },
];

/** The options page. */
export function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [everywhere, setEverywhere] = useState(true);
  const manifest = browser.runtime.getManifest();
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };

  useEffect(() => {
    const life = new AbortController();
    const lookAtAccess = (): void => run(hasAccessEverywhere().then(setEverywhere));
    run(loadSettings().then(setSettings));
    run(listCommands().then(setCommands));
    lookAtAccess();
    watchSettings(setSettings, life.signal);
    watchAccess(lookAtAccess, life.signal);
    return () => life.abort();
  }, []);

  if (settings === null) return null;
  const edit = (change: (settings: Settings) => void): void => run(updateSettings(change).then(setSettings));
  const openShortcuts = shortcutSettings();
  return (
    <Options
      settings={settings}
      commands={commands}
      permissions={manifest.permissions ?? []}
      // Chromium keeps what the manifest asks for; Firefox lets the reader take it back anywhere.
      access={{ everywhere, canDrop: browser.runtime.getURL('').startsWith('moz-extension:') }}
      version={manifest.version}
      licences={LICENCES}
      libraryHref="library.html"
      onTheme={(theme) =>
        edit((next) => {
          next.theme = theme;
        })
      }
      onClutter={(kind, on) =>
        edit((next) => {
          next.clutter[kind] = on;
        })
      }
      onSite={(host, site) =>
        edit((next) => {
          if (site === null || Object.keys(site).length === 0) delete next.sites[host];
          else next.sites[host] = site;
        })
      }
      onForgetPage={(url) => edit((next) => rememberPage(next, url, null))}
      onChangeShortcuts={openShortcuts === null ? null : () => run(openShortcuts())}
      onAccess={(give) => run(give ? askForAccess(null) : dropAccess())}
    />
  );
}
