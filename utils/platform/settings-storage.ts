/** The settings where the browser keeps them. Scripts in web pages can't reach them: they ask the background. */
import { applyManaged } from '../settings/apply-managed.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { browser } from './browser.ts';
import { loadManaged, watchManaged } from './managed-storage.ts';

const KEY = 'settings';

/** The settings that hold: the user's, complete, whatever the storage holds, with what a policy decides in its place. */
export async function loadSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([loadOwnSettings(), loadManaged()]);
  return applyManaged(own, managed);
}

/** The user's own settings, as if there were no policy: what goes to their other devices and into backups. */
export async function loadOwnSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Changes the user's settings and stores them. What a policy decides is not stored: it goes when the policy does.
 *
 * @param change edits the settings in place
 * @returns the settings that hold
 */
export function updateSettings(change: (settings: Settings) => void): Promise<Settings> {
  // One at a time over all our windows: two that read, change and write at once would lose one change.
  return navigator.locks.request('offprint-settings', async () => {
    const settings = await loadOwnSettings();
    change(settings);
    await browser.storage.local.set({ [KEY]: settings });
    return applyManaged(settings, await loadManaged());
  });
}

/**
 * Calls back with every later change of the settings, from any window or by policy, until the signal aborts.
 *
 * @param listener gets the settings as they are now, and as they were
 */
export function watchSettings(
  listener: (settings: Settings, before: Settings) => void,
  signal: AbortSignal,
): void {
  const complain = (error: unknown): void => console.error('offprint: settings not read', error);
  const onChanged = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change === undefined) return;
    loadManaged()
      .then((managed) => {
        const [now, before] = [change.newValue, change.oldValue].map(readSettings);
        if (now !== undefined && before !== undefined && !signal.aborted)
          listener(applyManaged(now, managed), applyManaged(before, managed));
      })
      .catch(complain);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  watchManaged((managed, before) => {
    loadOwnSettings()
      .then((own) => listener(applyManaged(own, managed), applyManaged(own, before)))
      .catch(complain);
  }, signal);
}

/**
 * Tells of the settings as they are, and of every later change, until the signal aborts. What was read before a change
 * and arrives after it is not told: a screen that opens in that moment would show it for good.
 *
 * @throws what the storage threw; later changes are told all the same
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
