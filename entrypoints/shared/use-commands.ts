import { useState } from 'preact/hooks';
import type { CommandsProps } from '../../components/options/SetupChoices.tsx';
import { findShortcutSettings, listCommands } from '../../utils/platform/shortcuts.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

/** The keyboard commands with their current shortcuts, and how to change them. Refreshed when the page gets the focus. */
export function useCommands(): CommandsProps {
  const [commands, setCommands] = useState<CommandsProps['commands']>([]);
  useAbortableEffect((signal) => {
    const read = (): void => {
      if (document.hidden) return;
      listCommands()
        .then((current) => signal.aborted || setCommands(current))
        .catch((error: unknown) => console.error('offprint: shortcuts not read', error));
    };
    read();
    // Shortcuts are changed on a page of the browser, in another tab or window.
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
