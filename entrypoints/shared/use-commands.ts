import { useState } from 'preact/hooks';
import type { CommandsProps } from '../../components/options/SetupChoices.tsx';
import { findShortcutSettings, listCommands } from '../../utils/platform/shortcuts.ts';
import { useLife } from './use-life.ts';

/** The keyboard commands with their current keys, and how to change them; refreshed whenever the user returns. */
export function useCommands(): CommandsProps {
  const [commands, setCommands] = useState<CommandsProps['commands']>([]);
  useLife((signal) => {
    const read = (): void => {
      if (document.hidden) return;
      listCommands()
        .then((now) => signal.aborted || setCommands(now))
        .catch((error: unknown) => console.error('offprint: shortcuts not read', error));
    };
    read();
    // The browser's own page for shortcuts is in another tab or window.
    document.addEventListener('visibilitychange', read, { signal });
    window.addEventListener('focus', read, { signal });
  });
  const openSettings = findShortcutSettings();
  return {
    commands,
    onConfigureShortcuts:
      openSettings &&
      (() => {
        openSettings().catch((error: unknown) => console.error('offprint: shortcuts not opened', error));
      }),
  };
}
