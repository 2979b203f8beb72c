import { browser } from './browser.ts';
import { commandsApi } from './optional-apis.ts';

/** An API of Firefox (since 137) that the polyfill's types lack. */
interface WithSettings {
  openShortcutSettings?: () => Promise<void>;
}

/** The keyboard commands with their current keys, `''` if none is assigned. There are no commands on a phone. */
export async function listCommands(): Promise<{ name: string; description: string; keys: string }[]> {
  const commands = (await commandsApi()?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description:
      description || (name === '_execute_action' ? browser.i18n.getMessage('commandOpenPopup') : name),
    keys: shortcut,
  }));
}

/** A function that opens the browser's page for shortcuts; null on a phone, which has no commands. */
export function findShortcutSettings(): (() => Promise<unknown>) | null {
  const commands = commandsApi() as WithSettings | undefined;
  const open = commands?.openShortcutSettings;
  if (open !== undefined) return () => open.call(commands);
  if (commands === undefined) return null;
  return () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
