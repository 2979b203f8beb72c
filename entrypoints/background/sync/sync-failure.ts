import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import { SyncError } from '../../../utils/sync/format/sync-errors.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import type { SyncFailure } from '../../../utils/sync/sync-types.ts';

const HOUR_MS = 60 * 60_000;

/** Delays before the next tries; after the last one the hourly alarm tries. */
const RETRY_DELAYS_MS = [60_000, 5 * 60_000, 15 * 60_000, HOUR_MS];

/**
 * Failures that persist until the user acts in this browser. All others may end without that, for instance when space is
 * freed on the server or the user signs in to a train's network.
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
 */
export function describeFailure(error: unknown, failures: number, now: number): SyncFailure {
  const pause = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length) - 1] ?? 0;
  const again = (mayRetry: boolean, wait = 0): number | null =>
    mayRetry ? now + Math.max(pause, wait) : null;
  if (error instanceof RemoteError) {
    const wait = error.mayRetry ? (error.wait ?? 0) : HOUR_MS;
    const nextTryAt = again(!NEEDS_USER.has(error.code), wait);
    return { from: 'place', code: error.code, at: now, nextTryAt };
  }
  if (error instanceof SyncError)
    return { from: 'sync', code: error.code, at: now, nextTryAt: again(error.code === 'cutShort') };
  const isFull = error instanceof LibraryFullError || (error as Error | null)?.name === 'QuotaExceededError';
  return { from: 'sync', code: isFull ? 'diskFull' : 'failed', at: now, nextTryAt: again(!isFull) };
}

/** Failures that cost no server anything and end when the network or the disk is back. */
const LOCAL_CAUSES: ReadonlySet<string> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'noAccess',
  'noFolders',
  'byPolicy',
]);

/**
 * Whether a remote must be left alone unless the user requests a run: it asked for a delay, or refused the password and
 * might lock the account after more tries.
 *
 * @param now milliseconds since 1970
 */
export function mustWait(trouble: SyncFailure | null, now: number): boolean {
  if (trouble === null || trouble.from === 'sync' || LOCAL_CAUSES.has(trouble.code)) return false;
  return trouble.nextTryAt === null || trouble.nextTryAt > now;
}
