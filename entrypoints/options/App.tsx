import { useEffect, useState } from 'preact/hooks';
import { type Command, Options } from '../../components/Options.tsx';
import type { Licence } from '../../components/OptionsFacts.tsx';
import { dependencies } from '../../package.json';
import { browser } from '../../utils/platform/browser.ts';
import { clearMemory, measureMemory } from '../../utils/platform/memory-storage.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { listCommands, shortcutSettings } from '../../utils/platform/shortcuts.ts';
import { rememberPage } from '../../utils/settings/overrule.ts';
import { setKindHere } from '../../utils/settings/read-settings.ts';
import { addRules, dropRule, readRuleFile, writeRuleFile } from '../../utils/settings/rule-file.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { saveFile } from '../shared/save-file.ts';
import { useReading } from '../shared/use-reading.ts';

const LICENCES: readonly Licence[] = [
  { name: 'Literata', version: dependencies['@fontsource-variable/literata'], licence: 'SIL OFL 1.1' },
  { name: 'Preact', version: dependencies.preact, licence: 'MIT' },
  { name: 'Dexie', version: dependencies.dexie, licence: 'Apache 2.0' },
  { name: 'DOMPurify', version: dependencies.dompurify, licence: 'Apache 2.0 / MPL 2.0' },
  { name: 'webextension-polyfill', version: dependencies['webextension-polyfill'], licence: 'MPL 2.0' },
];

const RULES_FILE = 'offprint-rules.json';

async function importRules(file: Blob): Promise<number> {
  const rules = readRuleFile(await file.text());
  let added = 0;
  await updateSettings((next) => {
    added = addRules(next, rules);
  });
  return added;
}

/** The options page. */
export function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const reading = useReading(settings);
  const [memory, setMemory] = useState<{ sites: number; bytes: number } | null>(null);
  const manifest = browser.runtime.getManifest();
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };

  useEffect(() => {
    const life = new AbortController();
    run(loadSettings().then(setSettings));
    run(listCommands().then(setCommands));
    run(measureMemory().then(setMemory));
    watchSettings(setSettings, life.signal);
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
      reading={reading}
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
      rules={{
        onDropRule: (host, id) => edit((next) => dropRule(next, host, id)),
        onForgetKind: (host, kind) =>
          edit((next) => setKindHere(next, `https://${host}`, kind, next.clutter[kind])),
        onExport: () =>
          saveFile(new Blob([writeRuleFile(settings)], { type: 'application/json' }), RULES_FILE),
        onImport: importRules,
      }}
      memory={{
        size: memory,
        onSwitch: (on) =>
          edit((next) => {
            next.siteMemory = on;
          }),
        onClear: () => run(clearMemory().then(measureMemory).then(setMemory)),
      }}
      onSite={(host, site) =>
        edit((next) => {
          if (site === null || Object.keys(site).length === 0) delete next.sites[host];
          else next.sites[host] = site;
        })
      }
      onForgetPage={(url) => edit((next) => rememberPage(next, url, null))}
      onChangeShortcuts={openShortcuts === null ? null : () => run(openShortcuts())}
    />
  );
}
