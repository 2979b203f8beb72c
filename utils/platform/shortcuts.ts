import { browser } from './browser.ts';
import { commandsApi } from './optional-apis.ts';

/** A Firefox API (since version 137) that the polyfill's types lack. */
interface FirefoxCommands {
  openShortcutSettings?: () => Promise<void>;
}

/** Lists the keyboard commands with their current keys, `''` if none are assigned. Phones have no commands. */
export async function listCommands(): Promise<{ name: string; description: string; keys: string }[]> {
  const commands = (await commandsApi()?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description:
      description || (name === '_execute_action' ? browser.i18n.getMessage('commandOpenPopup') : name),
    keys: shortcut,
  }));
}

/** Returns a function that opens the browser's shortcut settings; null on phones, which have no commands. */
export function findShortcutSettings(): (() => Promise<unknown>) | null {
  const commands = commandsApi() as FirefoxCommands | undefined;
  const open = commands?.openShortcutSettings;
  if (open !== undefined) return () => open.call(commands);
  if (commands === undefined) return null;
  return () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
