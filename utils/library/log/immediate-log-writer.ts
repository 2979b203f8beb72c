/**
 * Writes committed changes to the log before the write is confirmed to the caller; see `record-writes.ts`. Each
 * transaction gets its own segment, whose number is the id of its first outbox row. The background compacts the
 * segments later.
 */
import type { LibraryDb } from '../schema/library-db.ts';
import type { FileStore } from './file-store.ts';
import { LOG_ERROR_KEY, LOG_ID_KEY } from './log-schema.ts';
import { readRecords } from './read-records.ts';
import type { CommittedChanges } from './record-writes.ts';
import { deleteSegments, type LoggedChanges, type NewSegment, registerSegment } from './segment-index.ts';
import { type ChangeLog, writeSegmentFile } from './write-segment.ts';

/** Segments with fewer characters are not compressed, so that the caller need not wait for the compression. */
const MIN_COMPRESSED_CHARS = 40_000;

/**
 * Segments are registered this long after the last of them was written, in milliseconds, so that registering does not
 * delay the next save.
 */
const REGISTER_DELAY_MS = 500;
/** From this many on, they are registered although more are being written. */
const MAX_UNREGISTERED = 100;

/**
 * Maximum number of unlogged keys from earlier sessions that are written together with a change. If there are more, the
 * log is just being created, which is left to the background.
 */
const MAX_OUTSTANDING_KEYS = 500;

interface UnregisteredSegment {
  log: ChangeLog;
  segment: NewSegment;
  loggedChanges: LoggedChanges;
}

export class ImmediateLogWriter {
  readonly #db: LibraryDb;
  readonly #open: () => Promise<FileStore | null>;
  readonly #registerDelayMs: number;
  #store: Promise<FileStore | null> | undefined;
  /** Whether all earlier changes are in the log, as far as this window knows. */
  #isCaughtUp = false;
  #unregistered: UnregisteredSegment[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param open opens the store; null if there is none
   * @param registerDelayMs replaces `REGISTER_DELAY_MS` in tests
   */
  constructor(db: LibraryDb, open: () => Promise<FileStore | null>, registerDelayMs = REGISTER_DELAY_MS) {
    this.#db = db;
    this.#open = open;
    this.#registerDelayMs = registerDelayMs;
  }

  /**
   * Writes the changes of a transaction to the log. Never throws: changes that can't be logged stay in the outbox, and
   * the background reports the error.
   */
  async write(changes: CommittedChanges): Promise<void> {
    try {
      this.#store ??= this.#open();
      const store = await this.#store;
      if (store !== null) await this.#writeSegment(store, changes);
    } catch (error) {
      this.#isCaughtUp = false;
      console.warn('offprint: could not write the change log', error);
    }
  }

  /**
   * Finds earlier changes that were committed but not logged, because the browser was killed. They are written together
   * with the first change; otherwise, the log might say that an import is finished without containing all of it.
   */
  async #findOutstanding(firstId: number): Promise<{ ids: number[]; keys: string[] }> {
    if (this.#isCaughtUp) return { ids: [], keys: [] };
    const outstanding = await this.#db.outbox
      .where('due')
      .equals('log')
      .limit(MAX_OUTSTANDING_KEYS)
      .toArray();
    const rows = outstanding.filter(({ id }) => id < firstId);
    const keys = rows.flatMap((row) => row.keys);
    return keys.length >= MAX_OUTSTANDING_KEYS
      ? { ids: [], keys: [] }
      : { ids: rows.map(({ id }) => id), keys };
  }

  async #writeSegment(store: FileStore, { ids, keys }: CommittedChanges): Promise<void> {
    const first = Math.min(...ids);
    // Requests that don't depend on each other are made together, because the user waits for them.
    const reading = this.#isCaughtUp ? readRecords(this.#db, [...keys]) : null;
    // Its error is thrown when it is awaited, if it is.
    reading?.catch(() => undefined);
    // Read every time, because the browser may replace a broken database while it is in use.
    const [[id, trouble], outstanding] = await Promise.all([
      this.#db.meta.bulkGet([LOG_ID_KEY, LOG_ERROR_KEY]),
      this.#findOutstanding(first),
    ]);
    if (typeof id?.value !== 'string' || trouble?.value === 'budget') return;
    const log = { db: this.#db, store, id: id.value };
    const allKeys = [...new Set([...outstanding.keys, ...keys])];
    const segment = await writeSegmentFile(
      log,
      first,
      allKeys,
      reading ?? readRecords(this.#db, allKeys),
      MIN_COMPRESSED_CHARS,
    );
    this.#isCaughtUp = true;
    this.#unregistered.push({ log, segment, loggedChanges: { required: ids, optional: outstanding.ids } });
    clearTimeout(this.#timer);
    const delayMs = this.#unregistered.length < MAX_UNREGISTERED ? this.#registerDelayMs : 0;
    this.#timer = setTimeout(() => {
      this.#register().catch((error: unknown) =>
        console.warn('offprint: could not register segments of the change log', error),
      );
    }, delayMs);
  }

  /**
   * Registers the written segments. Not awaited; if it is interrupted, the background finds the unregistered segments
   * and logs their changes again.
   */
  async #register(): Promise<void> {
    const unregistered = this.#unregistered;
    this.#unregistered = [];
    for (const { log, segment, loggedChanges } of unregistered) {
      const obsolete = await registerSegment(log.db, segment, loggedChanges);
      await deleteSegments(log, obsolete);
    }
  }
}
