/**
 * Size limits and retries for files in the remote store. Others may be able to put files there, so files that are larger
 * than any that this extension writes are rejected.
 */
import { paddedSize } from '../format/padding.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { Engine, EngineStore } from './engine.ts';
import { type RetryState, readState, writeState } from './sync-state.ts';

const MB = 2 ** 20;

/** Maximum size in bytes, by kind of file. */
export const MAX_BYTES = { manifest: 64 * 1024, identity: 64 * 1024, segment: 16 * MB, text: 32 * MB };

/** Maximum number of files in a listing. A device has up to a few hundred segments. */
export const MAX_LISTED_FILES = 200_000;

/** The overhead of age encryption is a header, and 16 bytes per chunk of 64 kB (https://age-encryption.org/v1). */
const AGE_HEADER_BYTES = 1024;
const AGE_CHUNK_BYTES = 64 * 1024;

/** Returns the maximum size in bytes of a picture's encrypted file. @param bytes size of the picture */
export function getMaxPictureFileBytes(bytes: number): number {
  const padded = paddedSize(bytes);
  return padded + 16 * Math.ceil(padded / AGE_CHUNK_BYTES) + AGE_HEADER_BYTES;
}

/**
 * Reads a file from the remote store.
 *
 * @returns null if the file does not exist
 * @throws UnreadableFileError if it is larger than `maxBytes`; the remote store's errors
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
    // For a single file, this code means that the file is too large.
    if ((error as { code?: unknown }).code !== 'badAnswer') throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
  if (file === null) return null;
  if (file.size > maxBytes) throw new UnreadableFileError(name);
  return new Uint8Array(await file.arrayBuffer());
}

/**
 * Errors that may concern a single file, while the server delivers all others. For example, Nextcloud responds with 403,
 * 423 or 503 for a file that it can't open.
 */
const UNAVAILABLE_CODES: ReadonlySet<unknown> = new Set(['serverFault', 'refused', 'locked', 'forbidden']);

/** Whether an error from the remote store concerns a single file that the server can't deliver or delete. */
export function isFileUnavailable(error: unknown): boolean {
  const { code, wait } = (error ?? {}) as { code?: unknown; wait?: unknown };
  // A server that is too busy for any request specifies how long to wait.
  return UNAVAILABLE_CODES.has(code) || (code === 'busy' && wait === null);
}

/**
 * After this many failed deletions, or consecutive failed reads of one kind, the problem is assumed to be the server, not
 * the single files, and a run leaves the rest to the next one. `content` means texts and pictures.
 */
const MAX_FAILURES = { segment: 3, content: 10, deletion: 3 };

/** Whether this run has failed too often to read or delete more files of a kind. */
export const hasTooManyFailures = ({ failures }: Engine, kind: keyof Engine['failures']): boolean =>
  failures[kind] >= MAX_FAILURES[kind];

/**
 * Like `getFile`, for files that the run does not depend on.
 *
 * @throws UnreadableFileError also if the server can't deliver the file, with the remote store's error as its cause;
 *   the remote store's errors that concern more than this file
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
 * Deletes a file that can stay without harm.
 *
 * @returns false if the server refused to delete this file, or any file within the last hour, in which case the caller
 *   must retry in a later run
 * @throws the remote store's errors that concern more than this file
 */
export async function deleteOptionalFile(engine: Engine, name: string): Promise<boolean> {
  const { db, remote, failures, ignoresRetryDelays, now } = engine;
  if (hasTooManyFailures(engine, 'deletion')) return false;
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

/** During this time, each run retries an unreadable file, because it may still be uploading. */
const UPLOAD_GRACE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Whether the retry of a failed read is left to a later run. Retry delays grow exponentially, from an hour to a day. If
 * the user has requested this run, they are ignored.
 */
export function mustWaitForRetry(
  { now, ignoresRetryDelays }: Pick<Engine, 'now' | 'ignoresRetryDelays'>,
  lastTry: RetryState | undefined,
): boolean {
  if (lastTry === undefined || ignoresRetryDelays) return false;
  const failingFor = lastTry.triedAt - lastTry.since;
  const delay = Math.min(Math.max(failingFor, HOUR_MS), DAY_MS);
  return failingFor >= UPLOAD_GRACE_MS && Math.abs(now() - lastTry.triedAt) < delay;
}
