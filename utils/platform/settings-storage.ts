/** Reads and writes the settings in the browser's storage. Content scripts have no access, and ask the background. */
import { applyPolicy } from '../settings/policy.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { browser } from './browser.ts';
import { loadPolicy, watchPolicy } from './managed-storage.ts';

const KEY = 'settings';

/** Loads the effective settings: the user's, with the policy applied. */
export async function loadSettings(): Promise<Settings> {
  const [own, policy] = await Promise.all([loadOwnSettings(), loadPolicy()]);
  return applyPolicy(own, policy);
}

/** Loads the user's own settings without the policy, for sync and backups. */
export async function loadOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Edits and stores the user's own settings. Settings from the policy are not stored.
 *
 * @param change edits the settings in place
 * @returns the effective settings
 */
export function updateSettings(change: (settings: Settings) => void): Promise<Settings> {
  // The lock applies to all windows. Without it, one of two concurrent read-modify-write cycles would be lost.
  return navigator.locks.request('offprint-settings', async () => {
    const settings = await loadOwnSettings();
    change(settings);
    await browser.storage.local.set({ [KEY]: settings });
    return applyPolicy(settings, await loadPolicy());
  });
}

/**
 * Calls `listener` at every change of the settings, in any window or by policy.
 *
 * @param listener receives the new and the previous effective settings
 * @param signal ends the watch; if not given, it lasts as long as its context, such as the background
 */
export function watchSettings(
  listener: (settings: Settings, previous: Settings) => void,
  signal?: AbortSignal,
): void {
  const logError = (error: unknown): void => console.error('offprint: settings not read', error);
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change === undefined) return;
    loadPolicy()
      .then((policy) => {
        const [current, previous] = [change.newValue, change.oldValue].map(readSettings);
        if (current !== undefined && previous !== undefined && !signal?.aborted)
          listener(applyPolicy(current, policy), applyPolicy(previous, policy));
      })
      .catch(logError);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  watchPolicy((policy, previous) => {
    loadOwnSettings()
      .then((own) => {
        if (!signal?.aborted) listener(applyPolicy(own, policy), applyPolicy(own, previous));
      })
      .catch(logError);
  }, signal);
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
