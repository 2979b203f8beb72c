/** Reads an organisation's policy from the browser's managed storage. */
import { type PolicySettings, parsePolicy } from '../settings/policy.ts';
import { browser } from './browser.ts';
import { managedStorageApi } from './optional-apis.ts';

const EMPTY_POLICY: PolicySettings = {};

/** @throws the browser's error if the policy can't be read, because there may be one */
async function readManagedStorage(): Promise<PolicySettings> {
  let stored: unknown;
  try {
    stored = await managedStorageApi()?.get(null);
  } catch (error) {
    // Firefox rejects if there is no policy, as on most devices.
    if (!/manifest not found/i.test(String(error))) throw error;
    return EMPTY_POLICY;
  }
  if (stored === undefined) return EMPTY_POLICY;
  const { policy, problems } = parsePolicy(stored);
  for (const problem of problems) console.warn('offprint: policy:', problem);
  return policy;
}

let cached: Promise<PolicySettings> | null = null;

/** @returns null if the policy could not be read; the next call retries */
async function loadPolicyOrNull(): Promise<PolicySettings | null> {
  cached ??= readManagedStorage();
  const pending = cached;
  try {
    return await pending;
  } catch (error) {
    if (cached === pending) cached = null;
    console.warn('offprint: could not read the policy', error);
    return null;
  }
}

/**
 * Loads the policy. Empty if there is none or it can't be read, so that pages can be shown in any case. Cached until
 * the browser reports a change.
 */
export const loadPolicy = async (): Promise<PolicySettings> => (await loadPolicyOrNull()) ?? EMPTY_POLICY;

/**
 * Loads the policy for actions that must never violate it.
 *
 * @throws Error if it can't be read
 */
export async function requirePolicy(): Promise<PolicySettings> {
  const policy = await loadPolicyOrNull();
  if (policy === null) throw new Error('the policy could not be read');
  return policy;
}

/**
 * Calls `listener` when the policy changes. Firefox reads policies only at startup.
 *
 * @param listener receives the new and the old policy
 * @param signal ends the watch; if not given, it lasts as long as its context, such as the background
 */
export function watchPolicy(
  listener: (policy: PolicySettings, previous: PolicySettings) => void,
  signal?: AbortSignal,
): void {
  let current = loadPolicy();
  const onChanged = (_: unknown, area: string): void => {
    if (area !== 'managed') return;
    const previous = current;
    cached = null;
    current = loadPolicy();
    Promise.all([current, previous])
      .then(([policy, previous]) => {
        if (!signal?.aborted) listener(policy, previous);
      })
      .catch((error: unknown) => console.error('offprint: could not read the policy', error));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
