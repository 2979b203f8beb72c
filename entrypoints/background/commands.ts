import { browser } from '../../utils/platform/browser.ts';
import { openLibrary } from '../../utils/platform/open-page.ts';
import { togglePanel } from '../../utils/platform/open-panel.ts';
import { saveChosenAndTell, saveWindowAndTell } from './save/save-window.ts';
import { putPicker } from './user-rules.ts';

/** The keyboard commands of the manifest. */
export function setUpCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    // First of all and without waiting: the browser opens a panel only inside the key press itself.
    if (command === 'toggle-panel' && tab?.windowId !== undefined) return togglePanel(tab.windowId);
    if (command === 'save-page' && tab !== undefined) return saveChosenAndTell(tab);
    if (command === 'hide-something' && tab?.id !== undefined) return putPicker(tab.id);
    if (command === 'save-window' && tab?.windowId !== undefined) return saveWindowAndTell(tab.windowId);
    if (command === 'open-library') return openLibrary();
    return undefined;
  });
}
