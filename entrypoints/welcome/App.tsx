import { useEffect, useState } from 'preact/hooks';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { browser } from '../../utils/platform/browser.ts';
import { openLibrary } from '../../utils/platform/open-page.ts';
import { followSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { isOffByPolicy } from '../../utils/settings/managed.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { useCommands } from '../shared/use-commands.ts';
import { useManaged } from '../shared/use-managed.ts';
import { useReading } from '../shared/use-reading.ts';
import { useExample } from './use-example.ts';

/** The page that opens once, after the installation. */
export function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const shortcuts = useCommands();
  const managed = useManaged();
  const reading = useReading(settings, managed);
  const example = useExample();
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };
  useEffect(() => {
    const life = new AbortController();
    run(followSettings(setSettings, life.signal));
    return () => life.abort();
  }, []);
  return (
    <Welcome
      example={example}
      reading={reading}
      underline={
        settings &&
        managed && {
          value: settings.underlineQuotes,
          isManaged: isOffByPolicy(managed, 'underlineQuotes'),
          onChange: (choice) =>
            run(
              updateSettings((next) => {
                next.underlineQuotes = choice;
              }).then(setSettings),
            ),
        }
      }
      shortcuts={shortcuts}
      onOpenLibrary={() => run(openLibrary())}
      onOpenOptions={() => run(browser.runtime.openOptionsPage())}
    />
  );
}
