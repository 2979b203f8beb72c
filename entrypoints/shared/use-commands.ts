import { useEffect, useState } from 'preact/hooks';
import type { CommandsProps } from '../../components/options/SetupChoices.tsx';
import { listCommands, shortcutSettings } from '../../utils/platform/shortcuts.ts';

/** The keyboard commands with their current keys, and how to change them; refreshed whenever the user returns. */
export function useCommands(): CommandsProps {
  const [commands, setCommands] = useState<CommandsProps['commands']>([]);
  useEffect(() => {
    const life = new AbortController();
    const read = (): void => {
      if (document.hidden) return;
      listCommands()
        .then((now) => life.signal.aborted || setCommands(now))
        .catch((error: unknown) => console.error('offprint: shortcuts not read', error));
    };
    read();
    // The browser's own page for shortcuts is in another tab or window.
    document.addEventListener('visibilitychange', read, { signal: life.signal });
    window.addEventListener('focus', read, { signal: life.signal });
    return () => life.abort();
  }, []);
  const openSettings = shortcutSettings();
  return {
    commands,
    onChangeShortcuts:
      openSettings &&
      (() => {
        openSettings().catch((error: unknown) => console.error('offprint: shortcuts not opened', error));
      }),
  };
}
