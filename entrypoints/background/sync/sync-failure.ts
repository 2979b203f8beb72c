import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import { SyncError } from '../../../utils/sync/format/sync-errors.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import type { SyncFailure } from '../../../utils/sync/sync-types.ts';

const HOUR_MS = 60 * 60_000;

/** Retry delays, by the number of consecutive failures. After that, the hourly alarm retries. */
const RETRY_DELAYS_MS = [60_000, 5 * 60_000, 15 * 60_000, HOUR_MS];

/**
 * Failures that persist until the user acts in this browser. All others may resolve themselves, for instance when space is
 * freed on the server or the user signs in to a Wi-Fi network.
 */
const NEEDS_USER: ReadonlySet<string> = new Set([
  'signIn',
  'badAddress',
  'needsHttps',
  'noFolders',
  'noAccess',
]);

/**
 * Describes a failure for the screen.
 *
 * @param failures number of consecutive failures, including this one
 * @param now Unix timestamp in ms
 */
export function describeFailure(error: unknown, failures: number, now: number): SyncFailure {
  const delayMs = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length) - 1] ?? 0;
  const nextTry = (mayRetry: boolean, wait = 0): number | null =>
    mayRetry ? now + Math.max(delayMs, wait) : null;
  if (error instanceof RemoteError) {
    const wait = error.mayRetry ? (error.wait ?? 0) : HOUR_MS;
    const nextTryAt = nextTry(!NEEDS_USER.has(error.code), wait);
    return { from: 'place', code: error.code, at: now, nextTryAt };
  }
  if (error instanceof SyncError)
    return { from: 'sync', code: error.code, at: now, nextTryAt: nextTry(error.code === 'cutShort') };
  const isFull = error instanceof LibraryFullError || (error as Error | null)?.name === 'QuotaExceededError';
  return { from: 'sync', code: isFull ? 'diskFull' : 'failed', at: now, nextTryAt: nextTry(!isFull) };
}

/** Failures that cause no load on a server, and end when the network or the folder is available again. */
const LOCAL_CAUSES: ReadonlySet<string> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'noAccess',
  'noFolders',
]);

/**
 * Whether the remote must not be contacted unless the user requests it, because it asked for a delay, or rejected the
 * password and might lock the account after more tries.
 *
 * @param now Unix timestamp in ms
 */
export function mustWait(failure: SyncFailure | null, now: number): boolean {
  if (failure === null || failure.from === 'sync' || LOCAL_CAUSES.has(failure.code)) return false;
  return failure.nextTryAt === null || failure.nextTryAt > now;
}
