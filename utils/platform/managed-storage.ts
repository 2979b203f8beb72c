/** What an organisation has decided by policy, as the browser hands it over. */
import { type ManagedSettings, readManaged } from '../settings/managed.ts';
import { browser } from './browser.ts';
import { managedHere } from './optional-apis.ts';

const NOTHING: ManagedSettings = {};

/** @throws what the browser says where it can't be read, which is not known to mean that there is none */
async function load(): Promise<ManagedSettings> {
  let stored: unknown;
  try {
    stored = await managedHere()?.get(null);
  } catch (error) {
    // Firefox refuses where there is no policy, which is how nearly everybody has it.
    if (!/manifest not found/i.test(String(error))) throw error;
    return NOTHING;
  }
  if (stored === undefined) return NOTHING;
  const { managed, problems } = readManaged(stored);
  for (const problem of problems) console.warn('offprint: policy:', problem);
  return managed;
}

let known: Promise<ManagedSettings> | null = null;

/** @returns null where it could not be read, which is tried again the next time */
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
 * What is decided by policy; nothing where there is none, or where it can't be read: pages are shown all the same. Read
 * once, and again when the browser says it changed.
 */
export const loadManaged = async (): Promise<ManagedSettings> => (await loadIfReadable()) ?? NOTHING;

/**
 * The same for what must not be done against a policy.
 *
 * @throws Error where it can't be read
 */
export async function requireManaged(): Promise<ManagedSettings> {
  const managed = await loadIfReadable();
  if (managed === null) throw new Error('the policy could not be read');
  return managed;
}

/**
 * Calls back when a policy was changed, until the signal aborts. Firefox reads policies when it starts.
 *
 * @param listener gets what holds now, and what did before
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
