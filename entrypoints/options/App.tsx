import { useEffect, useState } from 'preact/hooks';
import { Options, type OptionsProps } from '../../components/options/Options.tsx';
import { browser } from '../../utils/platform/browser.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { overridePage, removeRule, setKindForSite, setSite } from '../../utils/settings/site-settings.ts';
import { useCommands } from '../shared/use-commands.ts';
import { usePrefs } from '../shared/use-prefs.ts';
import { useSettings } from '../shared/use-settings.ts';
import { useSiteAccess } from '../shared/use-site-access.ts';

async function measureStorage(): Promise<OptionsProps['storage']> {
  const [{ usage }, isPersistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return usage === undefined ? null : { used: usage, isPersistent };
}

/** The options page. */
export function App() {
  const [settings, changeSettings] = useSettings();
  const shortcuts = useCommands();
  const reading = useSiteAccess(settings);
  const [storage, setStorage] = useState<OptionsProps['storage']>(null);
  const [prefs, setPrefs] = usePrefs({ showsTheme: false });
  const manifest = browser.runtime.getManifest();
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };

  useEffect(() => {
    run(measureStorage().then(setStorage));
  }, []);

  if (settings === null) return null;
  const edit = (change: (settings: Settings) => void): void => run(changeSettings(change));
  const set = (choice: Partial<Settings>): void => edit((next) => Object.assign(next, choice));
  return (
    <Options
      settings={settings}
      commandList={shortcuts}
      permissions={manifest.permissions ?? []}
      siteAccess={reading}
      version={manifest.version}
      licences={__LICENCES__}
      libraryHref="library.html"
      onThemeChange={(theme) => set({ theme })}
      reader={{ prefs, onPrefsChange: setPrefs }}
      storage={storage}
      onHighlightButtonChange={(showHighlightButton) => set({ showHighlightButton })}
      onSingleKeysChange={(singleKeys) => set({ singleKeys })}
      onUnderlineChange={(underlineQuotes) => set({ underlineQuotes })}
      onPersist={() => run(navigator.storage.persist().then(measureStorage).then(setStorage))}
      onClutterKindChange={(kind, on) =>
        edit((next) => {
          next.clutter[kind] = on;
        })
      }
      rules={{
        onDeleteRule: (host, id) => edit((next) => removeRule(next, host, id)),
        onResetKind: (host, kind) =>
          edit((next) => setKindForSite(next, `https://${host}`, kind, next.clutter[kind])),
      }}
      onSiteChange={(host, site) => edit((next) => setSite(next, host, site))}
      onRemovePage={(url) => edit((next) => overridePage(next, url, null))}
    />
  );
}
