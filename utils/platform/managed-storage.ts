/** Reads an organisation's policy from the browser's managed storage. */
import { type ManagedSettings, readManaged } from '../settings/managed.ts';
import { browser } from './browser.ts';
import { managedStorageApi } from './optional-apis.ts';

const NOTHING: ManagedSettings = {};

/** @throws the browser's error if the policy can't be read, since there may be one */
async function load(): Promise<ManagedSettings> {
  let stored: unknown;
  try {
    stored = await managedStorageApi()?.get(null);
  } catch (error) {
    // Firefox rejects if there is no policy, which is the usual case.
    if (!/manifest not found/i.test(String(error))) throw error;
    return NOTHING;
  }
  if (stored === undefined) return NOTHING;
  const { managed, problems } = readManaged(stored);
  for (const problem of problems) console.warn('offprint: policy:', problem);
  return managed;
}

let known: Promise<ManagedSettings> | null = null;

/** @returns null if the policy could not be read; the next call tries again */
async function loadIfReadable(): Promise<ManagedSettings | null> {
  known ??= load();
  const loading = known;
  try {
    return await loading;
  } catch (error) {
    if (known === loading) known = null;
    console.warn('offprint: policy not read', error);
    return null;
  }
}

/**
 * The policy; empty if there is none or it can't be read, so that pages can be shown in any case. Cached until the
 * browser reports a change.
 */
export const loadManaged = async (): Promise<ManagedSettings> => (await loadIfReadable()) ?? NOTHING;

/**
 * The policy, for actions that must never violate it.
 *
 * @throws Error if it can't be read
 */
export async function requireManaged(): Promise<ManagedSettings> {
  const managed = await loadIfReadable();
  if (managed === null) throw new Error('the policy could not be read');
  return managed;
}

/**
 * Calls back when the policy changes, until the signal aborts. Firefox reads policies only when it starts.
 *
 * @param listener receives the new and the old policy
 */
export function watchManaged(
  listener: (managed: ManagedSettings, before: ManagedSettings) => void,
  signal: AbortSignal,
): void {
  let held = loadManaged();
  const onChanged = (_: unknown, area: string): void => {
    if (area !== 'managed') return;
    const before = held;
    known = null;
    held = loadManaged();
    Promise.all([held, before])
      .then(([now, then]) => {
        if (!signal.aborted) listener(now, then);
      })
      .catch((error: unknown) => console.error('offprint: policy not read', error));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
