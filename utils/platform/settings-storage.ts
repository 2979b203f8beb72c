/** Reads and writes the settings in the browser's storage. Content scripts have no access, and ask the background. */
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Edits and stores the settings.
 *
 * @param change edits the settings in place
 * @returns the edited settings
 */
export function updateSettings(change: (settings: Settings) => void): Promise<Settings> {
  // The lock applies to all windows. Without it, one of two concurrent read-modify-write cycles would be lost.
  return navigator.locks.request('offprint-settings', async () => {
    const settings = await loadSettings();
    change(settings);
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
}

/**
 * Calls `listener` at every change of the settings, in any window.
 *
 * @param listener receives the new and the previous settings
 * @param signal ends the watch; if not given, it lasts as long as its context, such as the background
 */
export function watchSettings(
  listener: (settings: Settings, previous: Settings) => void,
  signal?: AbortSignal,
): void {
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change === undefined) return;
    listener(readSettings(change.newValue), readSettings(change.oldValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
}

/**
 * Calls `listener` with the current settings and at every later change, until the signal aborts. If a change arrives
 * while the settings are being read, the outdated ones are dropped, so that they never replace newer ones.
 *
 * @throws the storage's error; later changes are still reported
 */
export async function followSettings(
  listener: (settings: Settings) => void,
  signal: AbortSignal,
): Promise<void> {
  let isChanged = false;
  watchSettings((settings) => {
    isChanged = true;
    listener(settings);
  }, signal);
  const settings = await loadSettings();
  if (!isChanged && !signal.aborted) listener(settings);
}
