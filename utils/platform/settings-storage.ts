/** Reads and writes the settings in the browser's storage. Content scripts have no access and ask the background. */
import { applyPolicy } from '../settings/policy.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { browser } from './browser.ts';
import { loadPolicy, watchPolicy } from './managed-storage.ts';

const KEY = 'settings';

/** The effective settings: the user's, with the policy applied. */
export async function loadSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([loadOwnSettings(), loadPolicy()]);
  return applyPolicy(own, managed);
}

/** The user's own settings without the policy, as needed for sync and backups. */
export async function loadOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Changes and stores the user's settings. The policy is not stored with them.
 *
 * @param change edits the settings in place
 * @returns the effective settings
 */
export function updateSettings(change: (settings: Settings) => void): Promise<Settings> {
  // A lock across all windows: of two concurrent read-modify-write cycles, one change would be lost.
  return navigator.locks.request('offprint-settings', async () => {
    const settings = await loadOwnSettings();
    change(settings);
    await browser.storage.local.set({ [KEY]: settings });
    return applyPolicy(settings, await loadPolicy());
  });
}

/**
 * Calls back with every change of the settings, by any window or by policy, until the signal aborts.
 *
 * @param listener receives the new and the old settings
 */
export function watchSettings(
  listener: (settings: Settings, before: Settings) => void,
  signal: AbortSignal,
): void {
  const logError = (error: unknown): void => console.error('offprint: settings not read', error);
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change === undefined) return;
    loadPolicy()
      .then((managed) => {
        const [now, before] = [change.newValue, change.oldValue].map(readSettings);
        if (now !== undefined && before !== undefined && !signal.aborted)
          listener(applyPolicy(now, managed), applyPolicy(before, managed));
      })
      .catch(logError);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  watchPolicy((managed, before) => {
    loadOwnSettings()
      .then((own) => listener(applyPolicy(own, managed), applyPolicy(own, before)))
      .catch(logError);
  }, signal);
}

/**
 * Calls back with the current settings and with every later change, until the signal aborts. If a change arrives while
 * the settings are being read, the outdated ones are dropped; otherwise a screen would keep showing them.
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
