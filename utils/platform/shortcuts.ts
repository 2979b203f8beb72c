import { browser } from './browser.ts';
import { commandsHere } from './optional-apis.ts';

/** Firefox has a call for it (137 and later), which the polyfill's types don't know. */
interface WithSettings {
  openShortcutSettings?: () => Promise<void>;
}

/** The keyboard commands, with the keys the user gave them, `''` where there is none. No commands on a phone. */
export async function listCommands(): Promise<{ name: string; description: string; keys: string }[]> {
  const commands = (await commandsHere()?.getAll()) ?? [];
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description:
      description || (name === '_execute_action' ? browser.i18n.getMessage('commandOpenPopup') : name),
    keys: shortcut,
  }));
}

/** The way to the browser's own page for shortcuts; null on a phone, which has no commands. */
export function shortcutSettings(): (() => Promise<unknown>) | null {
  const commands = commandsHere() as WithSettings | undefined;
  const open = commands?.openShortcutSettings;
  if (open !== undefined) return () => open.call(commands);
  if (commands === undefined) return null;
  return () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
