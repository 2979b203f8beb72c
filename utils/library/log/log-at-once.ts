/** Writing into the second copy what was just committed, before that is confirmed; see `journal-marks.ts`. */
import type { LibraryDb } from '../db.ts';
import { SCHEMA_VERSION } from '../schema/schema-versions.ts';
import { JOURNAL_ID_KEY, JOURNAL_TROUBLE_KEY, journalIdOf } from './log-facts.ts';
import type { JournalDisk, JournalFiles } from './log-types.ts';
import type { Told } from './note-writes.ts';
import { dropFiles, keepFiles, readAllRecords } from './read-records.ts';
import { type JournalRecord, packSegment } from './segment-format.ts';
import { dropSegments, noteSegment, type WrittenSegment } from './segment-index.ts';

/** Characters of rows below which they are written as they are. */
const PLAIN_CHARS = 40_000;

/** It is waited this long for more changes before their files are noted, in ms: whoever saves next comes first. */
const SETTLED = 500;

/** Keys that may be left over from before. More are a copy that is being made, which is the background's business. */
const LEFT_OVER = 500;

/** Small files are soon put together, and packed then: nobody has to wait for that. */
function pack(records: readonly JournalRecord[]): ReturnType<typeof packSegment> {
  const chars = records.reduce((sum, { json }) => sum + (json?.length ?? 0), 0);
  return packSegment(records, SCHEMA_VERSION, undefined, chars < PLAIN_CHARS);
}

/** Where a database's second copy is. */
export interface CopyPlace {
  /** Null where there is none. */
  open: () => Promise<JournalDisk | null>;
  /** Instead of `SETTLED`, for tests. */
  settled?: number;
}

/** Copies what was committed, each change into a file of its own, which the background puts together later. */
export class CopyAtOnce {
  readonly #db: LibraryDb;
  readonly #place: CopyPlace;
  #disk: Promise<JournalDisk | null> | undefined;
  #files: { id: string; files: JournalFiles } | null = null;
  /** Is all that was due before in the copy, as far as this window can tell? */
  #isCaughtUp = false;
  #unnoted: { files: JournalFiles; written: WrittenSegment }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(db: LibraryDb, place: CopyPlace) {
    this.#db = db;
    this.#place = place;
  }

  /** Never fails: what is not in the copy stays due, and the background says why it can't be written. */
  async tell(told: Told): Promise<void> {
    try {
      this.#disk ??= this.#place.open();
      const disk = await this.#disk;
      if (disk !== null) await this.#write(disk, told);
    } catch (error) {
      this.#isCaughtUp = false;
      console.warn('offprint: not in the second copy yet', error);
    }
  }

  /** Null where there is no room. */
  async #open(disk: JournalDisk): Promise<JournalFiles | null> {
    // Asked each time: the browser may put another database in the place of a broken one while it is in use.
    const [known, trouble] = await this.#db.meta.bulkGet([JOURNAL_ID_KEY, JOURNAL_TROUBLE_KEY]);
    if (trouble?.value === 'budget') return null;
    const id = typeof known?.value === 'string' ? known.value : await journalIdOf(this.#db);
    if (this.#files?.id !== id) this.#files = { id, files: await disk.open(id) };
    return this.#files.files;
  }

  /**
   * What was due before goes with the first change: committed when the browser was killed, and never copied. Else the
   * copy might say that an import is done, and not have all of it.
   */
  async #withLeftOver({ keys, token }: Told): Promise<string[]> {
    if (this.#isCaughtUp) return [...keys];
    const rows = (await this.#db.journalDue.limit(LEFT_OVER).toArray()).filter((row) => row.token !== token);
    const due = rows.flatMap((row) => row.keys ?? [row.key]);
    return due.length >= LEFT_OVER ? [...keys] : [...new Set([...due, ...keys])];
  }

  async #write(disk: JournalDisk, told: Told): Promise<void> {
    const { segment, token, batches } = told;
    const keys = await this.#withLeftOver(told);
    // What takes a while is done side by side: each step has another process to wait for.
    const reading = readAllRecords(this.#db, keys);
    const [files] = await Promise.all([this.#open(disk), reading]);
    if (files === null) return;
    await keepFiles(this.#db, files, keys);
    const packing = reading.then(({ records }) => pack(records));
    const writing = files.write(
      segment,
      packing.then(({ bytes }) => bytes),
    );
    const [{ records, tokens }, { bytes, shares }] = await Promise.all([reading, packing, writing]);
    this.#isCaughtUp = true;
    await dropFiles(files, records);
    const rows = records.map(({ key, json }, i) => ({
      key,
      segment,
      bytes: shares[i] ?? 1,
      gone: json === null,
    }));
    // What changed again meanwhile is due under another one.
    for (const key of told.keys) tokens.set(key, token);
    const written = { segment, bytes: bytes.length, rows, forgotten: [], tokens, batches, onlyDue: true };
    this.#unnoted.push({ files, written });
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#note().catch((error: unknown) => console.warn('offprint: segments not noted', error));
    }, this.#place.settled ?? SETTLED);
  }

  /** Nobody waits for that: a file that was not noted is found by the background, which writes it anew. */
  async #note(): Promise<void> {
    const unnoted = this.#unnoted;
    this.#unnoted = [];
    for (const { files, written } of unnoted) {
      await dropSegments(this.#db, files, await noteSegment(this.#db, written));
    }
  }
}
