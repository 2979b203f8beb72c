import { openLibrary } from '../../utils/platform/open-page.ts';
import { togglePanel } from '../../utils/platform/open-panel.ts';
import { commandsApi } from '../../utils/platform/optional-apis.ts';
import { highlightSelection } from './highlights/make-highlight.ts';
import { saveChosenAndTell, saveWindowAndTell } from './save/save-window.ts';
import { putPicker } from './user-rules.ts';

/** The keyboard commands of the manifest, where there are keys. */
export function setUpCommands(): void {
  commandsApi()?.onCommand.addListener((command, tab) => {
    // First of all and without waiting: the browser opens a panel only inside the key press itself.
    if (command === 'toggle-panel' && tab?.windowId !== undefined) return togglePanel(tab.windowId);
    if (command === 'save-page' && tab !== undefined) return saveChosenAndTell(tab);
    if (command === 'highlight' && tab?.id !== undefined) return highlightSelection(tab.id);
    if (command === 'hide-something' && tab?.id !== undefined) return putPicker(tab.id);
    if (command === 'save-window' && tab?.windowId !== undefined) return saveWindowAndTell(tab.windowId);
    if (command === 'open-library') return openLibrary();
    return undefined;
  });
}
