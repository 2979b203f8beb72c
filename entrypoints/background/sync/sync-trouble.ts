import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import { SyncError } from '../../../utils/sync/format/sync-errors.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import type { SyncFailure } from '../../../utils/sync/sync-types.ts';

const HOUR = 60 * 60_000;

/** Pauses before the next tries, in ms; after the last one it is the hourly alarm that tries. */
const PAUSES = [60_000, 5 * 60_000, 15 * 60_000, HOUR];

/**
 * These stay as they are until the user does something here. All else may end by what is done elsewhere, such as making
 * room at the place or signing in to the network of a train, and nobody comes here to say so.
 */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'signIn',
  'badAddress',
  'needsHttps',
  'noFolders',
  'noAccess',
]);

/**
 * What went wrong, as the screen says it.
 *
 * @param failures in a row, this one among them
 */
export function troubleOf(error: unknown, failures: number, now: number): SyncFailure {
  const pause = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0;
  const again = (mayRetry: boolean, wait = 0): number | null =>
    mayRetry ? now + Math.max(pause, wait) : null;
  if (error instanceof RemoteError) {
    const wait = error.mayRetry ? (error.wait ?? 0) : HOUR;
    const nextTryAt = again(!FOR_GOOD.has(error.code), wait);
    return { from: 'place', code: error.code, at: now, nextTryAt };
  }
  if (error instanceof SyncError)
    return { from: 'sync', code: error.code, at: now, nextTryAt: again(error.code === 'cutShort') };
  const isFull = error instanceof LibraryFullError || (error as Error | null)?.name === 'QuotaExceededError';
  return { from: 'sync', code: isFull ? 'diskFull' : 'failed', at: now, nextTryAt: again(!isFull) };
}

/** These cost no server anything, and are over when the network or the disk is back. */
const OWN: ReadonlySet<string> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'noAccess',
  'noFolders',
  'byPolicy',
]);

/**
 * Whether a place is to be left alone unless the user asks: it wants a rest, or has refused the password, and would lock
 * its user out for trying it again and again.
 *
 * @param now milliseconds since 1970
 */
export function mustRest(trouble: SyncFailure | null, now: number): boolean {
  if (trouble === null || trouble.from === 'sync' || OWN.has(trouble.code)) return false;
  return trouble.nextTryAt === null || trouble.nextTryAt > now;
}
