/**
 * Size limits, memory limits and retries for files in the remote store. Anybody may have put files there, so files
 * larger than this extension would ever write are rejected.
 */
import { paddedSize } from '../format/padding.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { Engine, EngineStore } from './engine.ts';
import { type RetryState, readState, writeState } from './sync-state.ts';

const MB = 2 ** 20;

/** Maximum size by kind of file, in bytes. */
export const MAX_BYTES = { manifest: 64 * 1024, identity: 64 * 1024, segment: 16 * MB, text: 32 * MB };

/** Maximum number of names in one listing. A device has some hundreds of segments. */
export const MAX_LISTED_FILES = 200_000;

/** Overhead of age encryption: a header, and 16 bytes per chunk of 64 kB (https://age-encryption.org/v1). */
const AGE_HEADER_BYTES = 1024;
const AGE_CHUNK_BYTES = 64 * 1024;

/** Maximum size of a picture's encrypted file. @param bytes size of the picture */
export function maxPictureFileBytes(bytes: number): number {
  const padded = paddedSize(bytes);
  return padded + 16 * Math.ceil(padded / AGE_CHUNK_BYTES) + AGE_HEADER_BYTES;
}

/**
 * Reads a file from the remote store.
 *
 * @param maxBytes maximum size
 * @returns null if the file does not exist
 * @throws UnreadableFileError if it is larger; the remote store's errors
 */
export async function getFile(
  remote: EngineStore,
  name: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let file: Blob | null;
  try {
    file = await remote.get(name, maxBytes);
  } catch (error) {
    // For a single file, this code means that it is too large.
    if ((error as { code?: unknown }).code !== 'badAnswer') throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
  if (file === null) return null;
  if (file.size > maxBytes) throw new UnreadableFileError(name);
  return new Uint8Array(await file.arrayBuffer());
}

/**
 * Answers of servers that can't deliver one file but may deliver all others. Nextcloud answers 403, 423 or 503 for a
 * file that it can't open.
 */
const UNAVAILABLE_CODES: ReadonlySet<unknown> = new Set(['serverFault', 'refused', 'locked', 'forbidden']);

export function isFileUnavailable(error: unknown): boolean {
  const { code, wait } = (error ?? {}) as { code?: unknown; wait?: unknown };
  // A server that is too busy for any request says how long to wait.
  return UNAVAILABLE_CODES.has(code) || (code === 'busy' && wait === null);
}

/**
 * After this many failed deletions, or consecutive failed reads of a kind, a run leaves the rest to the next one: the
 * server is assumed to be at fault, not the single file. `content` are texts and pictures.
 */
const MAX_FAILURES = { segment: 3, content: 10, deletion: 3 };

/** Whether this run reads or deletes no more files of that kind. */
export const hasStopped = ({ failures }: Engine, kind: keyof Engine['failures']): boolean =>
  failures[kind] >= MAX_FAILURES[kind];

/**
 * Like `getFile`, for a file that the run can do without.
 *
 * @throws UnreadableFileError also if the server can't deliver the file; its cause is the remote store's error
 */
export async function getOptionalFile(
  { remote, failures }: Engine,
  kind: 'segment' | 'content',
  name: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const file = await getFile(remote, name, maxBytes);
    failures[kind] = 0;
    return file;
  } catch (error) {
    if (!isFileUnavailable(error)) throw error;
    failures[kind] += 1;
    throw new UnreadableFileError(name, { cause: error });
  }
}

/**
 * Deletes a file that does no harm if it stays.
 *
 * @returns false if the server refuses, or refused an earlier run within the hour; the caller tries again in its next
 *   run
 * @throws the remote store's errors that concern more than this file
 */
export async function deleteOptionalFile(engine: Engine, name: string): Promise<boolean> {
  const { db, remote, failures, ignoresRetryDelays, now } = engine;
  if (hasStopped(engine, 'deletion')) return false;
  const refusedAt = failures.deletion > 0 || ignoresRetryDelays ? null : await readState(db, 'refusedAt');
  if (refusedAt !== null && Math.abs(now() - refusedAt) < HOUR_MS) return false;
  try {
    await remote.delete(name);
  } catch (error) {
    if (!isFileUnavailable(error)) throw error;
    failures.deletion += 1;
    await writeState(db, 'refusedAt', now());
    console.warn('offprint: a file in the remote store can’t be deleted', error);
    return false;
  }
  return true;
}

/** An unreadable file may still be uploading. During this time, each run retries it. */
const UPLOAD_GRACE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Whether a file is left for a later run: failed reads are retried with exponentially growing delays, from an hour to a
 * day. If the user requested this run, none is left.
 */
export function mustWaitForRetry(
  { now, ignoresRetryDelays }: Pick<Engine, 'now' | 'ignoresRetryDelays'>,
  tried: RetryState | undefined,
): boolean {
  if (tried === undefined || ignoresRetryDelays) return false;
  const age = tried.triedAt - tried.since;
  const pause = Math.min(Math.max(age, HOUR_MS), DAY_MS);
  return age >= UPLOAD_GRACE_MS && Math.abs(now() - tried.triedAt) < pause;
}
