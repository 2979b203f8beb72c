/**
 * Writing into the log what was just committed, before that is confirmed; see `note-writes.ts`. Each transaction gets a
 * segment of its own, with the number of its note; the background puts them together later.
 */
import type { LibraryDb } from '../schema/library-db.ts';
import type { FileStore } from './file-store.ts';
import { LOG_ID_KEY, LOG_TROUBLE_KEY } from './log-schema.ts';
import type { Told } from './note-writes.ts';
import { readRecords } from './read-records.ts';
import { dropSegments, type NewSegment, registerSegment, type Settled } from './segment-index.ts';
import { type ChangeLog, putSegment } from './write-segment.ts';

/** Characters of rows below which they are written as they are: nobody has to wait for the packing. */
const PLAIN_CHARS = 40_000;

/** It is waited this long for more changes before segments are registered, in ms: whoever saves next comes first. */
const SETTLED = 500;

/** Keys that may be left over from before. More are a log that is being made, which is the background's business. */
const LEFT_OVER = 500;

interface Unregistered {
  log: ChangeLog;
  segment: NewSegment;
  settled: Settled;
}

export class LogAtOnce {
  readonly #db: LibraryDb;
  readonly #open: () => Promise<FileStore | null>;
  readonly #settled: number;
  #store: Promise<FileStore | null> | undefined;
  /** Is all that was noted before in the log, as far as this window can tell? */
  #isCaughtUp = false;
  #unregistered: Unregistered[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param open the place; null where there is none
   * @param settled instead of `SETTLED`, for tests
   */
  constructor(db: LibraryDb, open: () => Promise<FileStore | null>, settled = SETTLED) {
    this.#db = db;
    this.#open = open;
    this.#settled = settled;
  }

  /** Never fails: what is not in the log stays noted, and the background says why it can't be written. */
  async tell(told: Told): Promise<void> {
    try {
      this.#store ??= this.#open();
      const store = await this.#store;
      if (store !== null) await this.#write(store, told);
    } catch (error) {
      this.#isCaughtUp = false;
      console.warn('offprint: not in the change log yet', error);
    }
  }

  /**
   * What was noted before goes with the first change: committed when the browser was killed, and never logged. Else the
   * log might say that an import is done, and not have all of it.
   */
  async #findLeftOver(first: number): Promise<{ notes: number[]; keys: string[] }> {
    if (this.#isCaughtUp) return { notes: [], keys: [] };
    const rows = await this.#db.logNotes.where('id').below(first).limit(LEFT_OVER).toArray();
    const keys = rows.flatMap((row) => row.keys);
    return keys.length >= LEFT_OVER ? { notes: [], keys: [] } : { notes: rows.map(({ id }) => id), keys };
  }

  async #write(store: FileStore, { notes, keys }: Told): Promise<void> {
    const first = Math.min(...notes);
    // Asked each time: the browser may put another database in the place of a broken one while it is in use.
    const [[id, trouble], leftOver] = await Promise.all([
      this.#db.meta.bulkGet([LOG_ID_KEY, LOG_TROUBLE_KEY]),
      this.#findLeftOver(first),
    ]);
    if (typeof id?.value !== 'string' || trouble?.value === 'budget') return;
    const log = { db: this.#db, store, id: id.value };
    const all = [...new Set([...leftOver.keys, ...keys])];
    const segment = await putSegment(log, first, all, readRecords(this.#db, all), PLAIN_CHARS);
    this.#isCaughtUp = true;
    this.#unregistered.push({ log, segment, settled: { own: notes, others: leftOver.notes } });
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#register().catch((error: unknown) => console.warn('offprint: segments not registered', error));
    }, this.#settled);
  }

  /** Nobody waits for that: a segment that was not registered is found by the background, which writes it anew. */
  async #register(): Promise<void> {
    const unregistered = this.#unregistered;
    this.#unregistered = [];
    for (const { log, segment, settled } of unregistered) {
      const empty = await registerSegment(log.db, segment, settled);
      await dropSegments(log, empty);
    }
  }
}
