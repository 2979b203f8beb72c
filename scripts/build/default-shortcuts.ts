/** A command of the manifest. */
interface Command {
  description: string;
  suggested_key?: { default: string };
}

/**
 * The keyboard commands of a browser's manifest. The keys are digits, because Firefox on Linux and Windows treats
 * Alt+Shift and a letter as the access key of a menu: in the supported languages menus use nearly all letters, and
 * Chromium uses some of the others. Chromium accepts suggested keys for four commands; users can assign the others.
 * The library, one of them, is a click away in the popup.
 *
 * @param browser a target of WXT
 */
export function defaultCommands(browser: string): Record<string, Command> {
  const command = (description: string, digit?: number): Command => ({
    ...(digit === undefined ? {} : { suggested_key: { default: `Alt+Shift+${digit}` } }),
    description,
  });
  return {
    _execute_action: command('__MSG_commandOpenPopup__', 1),
    'save-page': command('__MSG_commandSavePage__', 2),
    'read-page': command('__MSG_commandReadPage__', 4),
    'save-window': command('__MSG_commandSaveWindow__'),
    'toggle-panel': command('__MSG_commandTogglePanel__', 3),
    'open-library': command('__MSG_commandOpenLibrary__', browser === 'firefox' ? 6 : undefined),
    highlight: command('__MSG_commandHighlight__', browser === 'firefox' ? 5 : undefined),
    'hide-something': command('__MSG_commandHide__'),
  };
}
