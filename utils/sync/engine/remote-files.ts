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

/** Maximum total size of the pictures that are held in memory at the same time. */
const MAX_PICTURE_BYTES_IN_MEMORY = 64 * MB;

/** Limits memory use: work waits until there is room for its data. */
export class ByteBudget {
  readonly #maxBytes: number;
  #held = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(maxBytes = MAX_PICTURE_BYTES_IN_MEMORY) {
    this.#maxBytes = maxBytes;
  }

  /** @param bytes size of the work's data. A single piece of work may exceed the limit */
  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    while (this.#held > 0 && this.#held + bytes > this.#maxBytes)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held += bytes;
    try {
      return await work();
    } finally {
      this.#held -= bytes;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
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

/** After this many consecutive failures, the server is assumed to be at fault, not the single file. */
const MAX_CONSECUTIVE_FAILURES = { segment: 3, again: 3, content: 10, deleted: 3 };
type FailureKind = keyof typeof MAX_CONSECUTIVE_FAILURES;

/** Consecutive failed reads and deletions. Counted per engine, since each run opens its own. */
const consecutiveFailures = new WeakMap<Engine, Record<FailureKind, number>>();

function failureCounts(engine: Engine): Record<FailureKind, number> {
  const counts = consecutiveFailures.get(engine) ?? { segment: 0, again: 0, content: 0, deleted: 0 };
  consecutiveFailures.set(engine, counts);
  return counts;
}

/**
 * Like `getFile`, for a file that the run can do without.
 *
 * @param kind `segment`: repeated failures end the run. `content` (texts and pictures) and `again` (segments that are
 *   retried only because the user asked): failures never end it; see `hasStoppedReads`
 * @throws UnreadableFileError also if the server can't deliver the file; its cause is the remote store's error
 */
export async function getOptionalFile(
  engine: Engine,
  kind: Exclude<FailureKind, 'deleted'>,
  name: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const counts = failureCounts(engine);
  try {
    const file = await getFile(engine.remote, name, maxBytes);
    if (kind === 'content') counts.content = 0;
    else Object.assign(counts, { segment: 0, again: 0 });
    return file;
  } catch (error) {
    if (!isFileUnavailable(error)) throw error;
    counts[kind] += 1;
    if (kind === 'segment' && counts.segment >= MAX_CONSECUTIVE_FAILURES.segment) throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
}

/**
 * Records when deleting a file failed.
 *
 * @param triedAt null clears the record, because the file need not be deleted any more
 */
export async function recordFailedDelete(
  { db }: Engine,
  name: string,
  triedAt: number | null,
): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const { [name]: before, ...rest } = (await readState(db, 'undeleted')) ?? {};
    if (triedAt === null && before === undefined) return;
    const tried = triedAt === null ? null : { since: before?.since ?? triedAt, triedAt };
    const all = { ...rest, ...(tried && { [name]: { ...tried, isUngiven: true as const } }) };
    if (Object.keys(all).length === 0) await db.syncState.delete('undeleted');
    else await writeState(db, 'undeleted', all);
  });
}

/**
 * Clears the records of failed deletions whose files no longer exist or are needed again.
 *
 * @param isOver whether that is so for a file
 */
export async function clearFailedDeletes(engine: Engine, isOver: (name: string) => boolean): Promise<void> {
  for (const name of Object.keys((await readState(engine.db, 'undeleted')) ?? {}))
    if (isOver(name)) await recordFailedDelete(engine, name, null);
}

/** Whether this run stops deleting: the server has refused the last few files, and the rest is left to the next run. */
export const hasStoppedDeletes = (engine: Engine): boolean =>
  failureCounts(engine).deleted >= MAX_CONSECUTIVE_FAILURES.deleted;

/**
 * Returns a test for files that this run should not delete, because deleting them failed recently or the run has
 * stopped deleting.
 */
export async function readDelayedDeletes(engine: Engine): Promise<(name: string) => boolean> {
  const undeleted = (await readState(engine.db, 'undeleted')) ?? {};
  return (name) => hasStoppedDeletes(engine) || mustWaitForRetry(engine, undeleted[name]);
}

/**
 * Sorts files to be deleted: those in a retry delay, which are tried only because the user asked, come last, so that
 * their failures don't use up the failures that a run tolerates.
 */
export async function sortDueFirst<T>(
  engine: Engine,
  files: readonly T[],
  nameOf: (file: T) => string,
): Promise<T[]> {
  const undeleted = (await readState(engine.db, 'undeleted')) ?? {};
  const rests = (file: T): boolean => isInRetryDelay(engine, undeleted[nameOf(file)]);
  return [...files.filter((file) => !rests(file)), ...files.filter(rests)];
}

/**
 * Deletes a file that does no harm if it stays.
 *
 * @returns false if the server refuses, or refused recently; the caller tries again in its next run
 * @throws the remote store's errors that concern more than this file
 */
export async function deleteOptionalFile(engine: Engine, name: string): Promise<boolean> {
  if ((await readDelayedDeletes(engine))(name)) return false;
  const counts = failureCounts(engine);
  try {
    await engine.remote.delete(name);
  } catch (error) {
    if (!isFileUnavailable(error)) throw error;
    counts.deleted += 1;
    await recordFailedDelete(engine, name, engine.now());
    console.warn('offprint: a file in the remote store can’t be deleted', error);
    return false;
  }
  counts.deleted = 0;
  await recordFailedDelete(engine, name, null);
  return true;
}

/**
 * Whether this run stops reading files of that kind: the last few requests have all failed, and the rest is left to the
 * next run.
 */
export const hasStoppedReads = (engine: Engine, kind: 'content' | 'again' = 'content'): boolean =>
  failureCounts(engine)[kind] >= MAX_CONSECUTIVE_FAILURES[kind];

/** An unreadable file may still be uploading. During this time, each run retries it. */
const UPLOAD_GRACE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Whether it is too early to retry a file. Unreadable files are retried with exponentially growing delays, at least
 * once a day; files that the server can't deliver or delete, at most once an hour.
 */
export function isInRetryDelay({ now }: Pick<Engine, 'now'>, tried: RetryState | undefined): boolean {
  if (tried === undefined) return false;
  const age = tried.triedAt - tried.since;
  const pause = Math.min(tried.isUngiven ? Math.max(age, HOUR_MS) : age, DAY_MS);
  return age >= UPLOAD_GRACE_MS && Math.abs(now() - tried.triedAt) < pause;
}

/** Whether a file is left for a later run. If the user requested this run, none is. */
export const mustWaitForRetry = (
  engine: Pick<Engine, 'now' | 'ignoresRetryDelays'>,
  tried: RetryState | undefined,
): boolean => !engine.ignoresRetryDelays && isInRetryDelay(engine, tried);
