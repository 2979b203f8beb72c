/** Reads an organisation's policy from the browser's managed storage. */
import { type PolicySettings, parsePolicy } from '../settings/policy.ts';
import { browser } from './browser.ts';
import { managedStorageApi } from './optional-apis.ts';

const NOTHING: PolicySettings = {};

/** @throws the browser's error if the policy can't be read, since there may be one */
async function load(): Promise<PolicySettings> {
  let stored: unknown;
  try {
    stored = await managedStorageApi()?.get(null);
  } catch (error) {
    // Firefox rejects if there is no policy, which is the usual case.
    if (!/manifest not found/i.test(String(error))) throw error;
    return NOTHING;
  }
  if (stored === undefined) return NOTHING;
  const { managed, problems } = parsePolicy(stored);
  for (const problem of problems) console.warn('offprint: policy:', problem);
  return managed;
}

let known: Promise<PolicySettings> | null = null;

/** @returns null if the policy could not be read; the next call tries again */
async function loadIfReadable(): Promise<PolicySettings | null> {
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
export const loadPolicy = async (): Promise<PolicySettings> => (await loadIfReadable()) ?? NOTHING;

/**
 * The policy, for actions that must never violate it.
 *
 * @throws Error if it can't be read
 */
export async function requirePolicy(): Promise<PolicySettings> {
  const managed = await loadIfReadable();
  if (managed === null) throw new Error('the policy could not be read');
  return managed;
}

/**
 * Calls back when the policy changes, until the signal aborts. Firefox reads policies only when it starts.
 *
 * @param listener receives the new and the old policy
 */
export function watchPolicy(
  listener: (managed: PolicySettings, before: PolicySettings) => void,
  signal: AbortSignal,
): void {
  let held = loadPolicy();
  const onChanged = (_: unknown, area: string): void => {
    if (area !== 'managed') return;
    const before = held;
    known = null;
    held = loadPolicy();
    Promise.all([held, before])
      .then(([now, then]) => {
        if (!signal.aborted) listener(now, then);
      })
      .catch((error: unknown) => console.error('offprint: policy not read', error));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
