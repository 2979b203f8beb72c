/** Writing into the second copy what was just committed, before that is confirmed; see `journal-marks.ts`. */
import type { LibraryDb } from './db.ts';
import { packSegment } from './journal-frames.ts';
import type { Told } from './journal-marks.ts';
import { JOURNAL_TROUBLE_KEY, journalIdOf } from './journal-meta.ts';
import { dropSegments, noteSegment } from './journal-note.ts';
import { keepFiles, readAllRecords } from './journal-records.ts';
import type { JournalDisk, JournalFiles } from './journal-types.ts';
import { SCHEMA_VERSION } from './schema-versions.ts';

/** Copies what was committed, each change into a file of its own, which the background puts together later. */
export class CopyAtOnce {
  readonly #db: LibraryDb;
  readonly #openDisk: () => Promise<JournalDisk | null>;
  #disk: Promise<JournalDisk | null> | undefined;
  #files: { id: string; files: JournalFiles } | null = null;

  /** @param openDisk null where there is none */
  constructor(db: LibraryDb, openDisk: () => Promise<JournalDisk | null>) {
    this.#db = db;
    this.#openDisk = openDisk;
  }

  /** Never fails: what is not in the copy stays due, and the background says why it can't be written. */
  async tell(told: Told): Promise<void> {
    try {
      const files = await this.#open();
      if (files !== null) await this.#write(files, told);
    } catch (error) {
      console.warn('offprint: not in the second copy yet', error);
    }
  }

  /** Null where there is no place for a copy, or no room. */
  async #open(): Promise<JournalFiles | null> {
    this.#disk ??= this.#openDisk();
    const disk = await this.#disk;
    if (disk === null) return null;
    if ((await this.#db.meta.get(JOURNAL_TROUBLE_KEY))?.value === 'budget') return null;
    // Asked each time: the browser may put another database in the place of a broken one while it is in use.
    const id = await journalIdOf(this.#db);
    if (this.#files?.id !== id) this.#files = { id, files: await disk.open(id) };
    return this.#files.files;
  }

  async #write(files: JournalFiles, { segment, token, keys }: Told): Promise<void> {
    await keepFiles(this.#db, files, keys);
    const records = await readAllRecords(this.#db, [...keys]);
    const { bytes, shares } = await packSegment(records, SCHEMA_VERSION);
    await files.write(segment, bytes);
    const rows = records.map(({ key, json }, i) => ({
      key,
      segment,
      bytes: shares[i] ?? 1,
      gone: json === null,
    }));
    const tokens = new Map(records.map(({ key }) => [key, token]));
    // Nobody waits for that: a file that was not noted is found by the background, which writes it anew.
    noteSegment(this.#db, { segment, bytes: bytes.length, rows, forgotten: [], tokens, onlyDue: true })
      .then((emptied) => dropSegments(this.#db, files, emptied))
      .catch((error: unknown) => console.warn('offprint: segment not noted', error));
  }
}
