/** What an organisation has decided by policy, as the browser hands it over. */
import { type ManagedSettings, readManaged } from '../settings/managed.ts';
import { browser } from './browser.ts';
import { managedHere } from './optional-apis.ts';

const NOTHING: ManagedSettings = {};

async function load(): Promise<ManagedSettings> {
  let stored: unknown;
  try {
    stored = await managedHere()?.get(null);
  } catch (error) {
    // Firefox refuses where there is no policy, which is how nearly everybody has it.
    if (!/manifest not found/i.test(String(error))) console.warn('offprint: policy not read', error);
    return NOTHING;
  }
  if (stored === undefined) return NOTHING;
  const { managed, problems } = readManaged(stored);
  for (const problem of problems) console.warn('offprint: policy:', problem);
  return managed;
}

let known: Promise<ManagedSettings> | null = null;

/** What is decided by policy; nothing where there is none. Read once, and again when the browser says it changed. */
export function loadManaged(): Promise<ManagedSettings> {
  known ??= load();
  return known;
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
    held = load();
    known = held;
    Promise.all([held, before])
      .then(([now, then]) => {
        if (!signal.aborted) listener(now, then);
      })
      .catch((error: unknown) => console.error('offprint: policy not read', error));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
