/** The settings where the browser keeps them. Scripts in web pages can't reach them: they ask the background. */
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

/** The user's settings, complete, whatever the storage holds. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Changes the settings and stores them.
 *
 * @param change edits the settings in place
 * @returns the settings as stored
 */
export function updateSettings(change: (settings: Settings) => void): Promise<Settings> {
  // One at a time over all our windows: two that read, change and write at once would lose one change.
  return navigator.locks.request('offprint-settings', async () => {
    const settings = await loadSettings();
    change(settings);
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
}

/**
 * Calls back with every later change of the settings, from any window, until the signal aborts.
 *
 * @param listener gets the settings as they are now, and as they were
 */
export function watchSettings(
  listener: (settings: Settings, before: Settings) => void,
  signal: AbortSignal,
): void {
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change !== undefined) listener(readSettings(change.newValue), readSettings(change.oldValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
}
