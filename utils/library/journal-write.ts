/** Writing the second copy: see `journal-types.ts`. One writer at a time; the caller sees to that. */
import Dexie from 'dexie';
import { highlightsOf, versionsOf } from './article-parts.ts';
import type { LibraryDb } from './db.ts';
import { type JournalRecord, packSegment } from './journal-frames.ts';
import { BODY, journalKey } from './journal-keys.ts';
import { JOURNAL_FILL_KEY, JOURNAL_ID_KEY } from './journal-meta.ts';
import { JOURNAL_SOURCES, readForJournal } from './journal-rows.ts';
import type { JournalDisk, JournalFiles, JournalKeyRow, JournalSegmentRow } from './journal-types.ts';
import { SCHEMA_VERSION } from './schema-versions.ts';

/** Keys looked at for one segment, and characters of their rows after which it is full: about a megabyte packed. */
const KEYS_AT_ONCE = 200;
const SEGMENT_CHARS = 4_000_000;

/** Keys whose rows are read side by side, in one transaction. Even: an article's text and row are not parted. */
const READ_AT_ONCE = 10;

/** Articles noted at once while the journal is filled from the beginning. */
const FILL_AT_ONCE = 200;

/** Segments of fewer bytes are put together once there are so many of them: every save makes one. */
const SMALL_BYTES = 128 * 1024;
const SMALL_SEGMENTS = 24;

/** Bytes below which nothing is thrown out, and bytes rewritten at once. */
const COMPACT_FROM = 2 * 2 ** 20;
const COMPACT_AT_ONCE = 4 * 2 ** 20;

/** Bytes the second copy may take: about 150,000 articles without their pictures. */
export const JOURNAL_BUDGET = 1e9;

const SHELF = ['lists', 'tags', 'smartLists', 'people', 'aliases'];

/** Lets others have their turn. */
type Breath = () => Promise<void>;

/** The journal of one database, open for writing. */
export class JournalWriter {
  readonly #db: LibraryDb;
  readonly #files: JournalFiles;
  readonly #breathe: Breath;
  #next: number;

  private constructor(db: LibraryDb, files: JournalFiles, next: number, breathe: Breath) {
    this.#db = db;
    this.#files = files;
    this.#next = next;
    this.#breathe = breathe;
  }

  /**
   * Opens this database's journal, or begins one; brings what the database knows of it in line with the files.
   *
   * @param breathe is waited for between small steps, so that a save has its turn
   */
  static async open(db: LibraryDb, disk: JournalDisk, breathe: Breath): Promise<JournalWriter> {
    const id = await journalIdOf(db);
    const files = await disk.open(id);
    const there = await files.list();
    const known = await db.journalSegments.toCollection().primaryKeys();
    const writer = new JournalWriter(db, files, Math.max(0, ...there, ...known) + 1, breathe);
    // Written, but the browser was stopped before that was noted: what is in it is still due.
    for (const segment of there) if (!known.includes(segment)) await files.remove(segment);
    await writer.#writeAgain(known.filter((segment) => !there.includes(segment)));
    return writer;
  }

  /** Files that are gone: what was in them is due again. */
  async #writeAgain(segments: readonly number[]): Promise<void> {
    if (segments.length === 0) return;
    const { journalDue, journalKeys, journalSegments } = this.#db;
    await this.#db.transaction('rw', journalDue, journalKeys, journalSegments, async () => {
      const keys = await journalKeys
        .where('segment')
        .anyOf([...segments])
        .primaryKeys();
      await journalKeys.bulkDelete(keys);
      await journalDue.bulkPut(keys.map((key) => ({ key, token: 'file gone' })));
      await journalSegments.bulkDelete([...segments]);
    });
  }

  /**
   * Where the journal is not complete yet: notes some more of the library as due.
   *
   * @returns whether there was anything to note
   */
  async fill(): Promise<boolean> {
    const db = this.#db;
    const tables = JOURNAL_SOURCES.map((name) => db.table(name));
    return db.transaction('rw', [...tables, db.journalDue, db.meta], async () => {
      const cursor = (await db.meta.get(JOURNAL_FILL_KEY))?.value;
      if (typeof cursor !== 'string') return false;
      const keys = cursor === '' ? await shelfKeys(db) : [];
      const ids = await db.articles.where('id').above(cursor).limit(FILL_AT_ONCE).primaryKeys();
      for (const id of ids) keys.push(...(await keysOfArticle(db, id)));
      await db.journalDue.bulkPut(keys.map((key) => ({ key, token: 'fill' })));
      const last = ids.at(-1);
      if (last === undefined) await db.meta.delete(JOURNAL_FILL_KEY);
      else await db.meta.put({ key: JOURNAL_FILL_KEY, value: last });
      return true;
    });
  }

  /**
   * Writes some of what is due.
   *
   * @returns whether there was anything
   * @throws what the file system throws, such as QuotaExceededError; it is then still due
   */
  async writeDue(): Promise<boolean> {
    const keys = await this.#chooseDue();
    if (keys.length === 0) return false;
    await this.#write(keys, []);
    return true;
  }

  /** Texts first, each with its article's row in the same segment: a row alone would come back as a bare address. */
  async #chooseDue(): Promise<string[]> {
    const { journalDue } = this.#db;
    const bodies = await journalDue
      .where('key')
      .startsWith(`${BODY} `)
      .limit(KEYS_AT_ONCE / 2)
      .primaryKeys();
    if (bodies.length === 0) return journalDue.limit(KEYS_AT_ONCE).primaryKeys();
    return bodies.flatMap((key) => [key, `articles ${key.slice(BODY.length + 1)}`]);
  }

  /**
   * Puts small segments together, and throws out what is stale once that is more than half.
   *
   * @returns whether there was anything to do
   */
  async compact(): Promise<boolean> {
    const victims = chooseVictims(await this.#db.journalSegments.toArray());
    if (victims.length === 0) return false;
    const keys = await this.#db.journalKeys.where('segment').anyOf(victims).primaryKeys();
    for (let from = 0; from < keys.length; ) {
      from += await this.#write(keys.slice(from, from + KEYS_AT_ONCE), victims);
    }
    await this.#drop(victims);
    return true;
  }

  /** Writes one segment. @returns how many of the keys went into it, from the first on */
  async #write(keys: readonly string[], victims: readonly number[]): Promise<number> {
    const { records, tokens, former } = await this.#read(keys);
    const oldest = await this.#oldestBut(victims);
    const fates = records.map((record, i) => fateOf(record, former[i], oldest));
    const kept = records.filter((_, i) => fates[i] === 'write');
    const segment = this.#next;
    const packed = await packSegment(kept, SCHEMA_VERSION, this.#breathe);
    if (kept.length > 0) {
      this.#next += 1;
      await this.#files.write(segment, packed.bytes);
    }
    const rows = kept.map(
      ({ key, json }, i): JournalKeyRow => ({
        key,
        segment,
        bytes: packed.shares[i] ?? 1,
        gone: json === null,
      }),
    );
    const forgotten = records.filter((_, i) => fates[i] === 'forget').map(({ key }) => key);
    const emptied = await this.#note(segment, packed.bytes.length, rows, forgotten, tokens);
    await this.#drop(emptied);
    return records.length;
  }

  /** What the keys are of, each as it is at one moment; not all of them where that is much. */
  async #read(keys: readonly string[]) {
    const records: JournalRecord[] = [];
    const tokens = new Map<string, string>();
    let chars = 0;
    for (let from = 0; from < keys.length && chars < SEGMENT_CHARS; from += READ_AT_ONCE) {
      const some = await this.#readSome(keys.slice(from, from + READ_AT_ONCE));
      for (const { record, token } of some) {
        records.push(record);
        chars += record.json?.length ?? 0;
        if (token !== undefined) tokens.set(record.key, token);
      }
      await this.#breathe();
    }
    const former = await this.#db.journalKeys.bulkGet(records.map(({ key }) => key));
    return { records, former, tokens };
  }

  /** In a transaction that is short: a save waits for its end. */
  #readSome(keys: readonly string[]): Promise<{ record: JournalRecord; token: string | undefined }[]> {
    const db = this.#db;
    const tables = [...JOURNAL_SOURCES, 'journalDue'].map((name) => db.table(name));
    return db.transaction('r', tables, async () => {
      const [due, rows] = await Promise.all([
        db.journalDue.bulkGet([...keys]),
        Promise.all(keys.map((key) => readForJournal(db, key))),
      ]);
      return keys.map((key, i) => ({ record: { key, json: rows[i] ?? null }, token: due[i]?.token }));
    });
  }

  async #oldestBut(victims: readonly number[]): Promise<number> {
    const segments = await this.#db.journalSegments.toCollection().primaryKeys();
    return Math.min(...segments.filter((segment) => !victims.includes(segment)));
  }

  /** Notes what is where now. @returns segments that hold nothing any more */
  #note(
    segment: number,
    bytes: number,
    rows: readonly JournalKeyRow[],
    forgotten: readonly string[],
    tokens: ReadonlyMap<string, string>,
  ): Promise<number[]> {
    const { journalDue, journalKeys, journalSegments } = this.#db;
    return this.#db.transaction('rw', journalDue, journalKeys, journalSegments, async () => {
      const due = await journalDue.bulkGet([...tokens.keys()]);
      // What changed again meanwhile stays due.
      const isDone = (row: { key: string; token: string } | undefined): boolean =>
        row !== undefined && row.token === tokens.get(row.key);
      await journalDue.bulkDelete(due.flatMap((row) => (row !== undefined && isDone(row) ? [row.key] : [])));
      const keys = [...rows.map(({ key }) => key), ...forgotten];
      const former = (await journalKeys.bulkGet(keys)).filter((row) => row !== undefined);
      const touched = await journalSegments.bulkGet([...new Set(former.map((row) => row.segment))]);
      const segments = new Map(touched.flatMap((row) => (row ? [[row.id, row]] : [])));
      for (const row of former) {
        const left = segments.get(row.segment);
        if (left === undefined) continue;
        left.keys -= 1;
        left.live -= row.bytes;
      }
      await journalKeys.bulkDelete([...forgotten]);
      await journalKeys.bulkPut([...rows]);
      await journalSegments.bulkPut([...segments.values()]);
      if (rows.length > 0) {
        const live = rows.reduce((sum, row) => sum + row.bytes, 0);
        await journalSegments.put({ id: segment, bytes, keys: rows.length, live });
      }
      return [...segments.values()].filter((row) => row.keys <= 0).map(({ id }) => id);
    });
  }

  async #drop(segments: readonly number[]): Promise<void> {
    for (const segment of segments) {
      await this.#files.remove(segment);
      await this.#db.journalSegments.delete(segment);
    }
  }
}

async function journalIdOf(db: LibraryDb): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get(JOURNAL_ID_KEY))?.value;
    if (typeof known === 'string') return known;
    const id = crypto.randomUUID();
    await db.meta.put({ key: JOURNAL_ID_KEY, value: id });
    return id;
  });
}

async function shelfKeys(db: LibraryDb): Promise<string[]> {
  const keys: string[] = [];
  for (const name of SHELF) {
    const rows = (await db.table(name).toCollection().primaryKeys()) as (string | [string, string])[];
    keys.push(...rows.map((key) => journalKey(name, key)));
  }
  return keys;
}

async function keysOfArticle(db: LibraryDb, id: string): Promise<string[]> {
  const range = [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ] as const;
  const corrections = db.corrections.where('[articleId+quoteHash]').between(...range);
  return [
    journalKey('articles', id),
    journalKey(BODY, id),
    ...(await versionsOf(db, id).primaryKeys()).map((key) => journalKey('versions', key)),
    ...(await highlightsOf(db, id).primaryKeys()).map((key) => journalKey('highlights', key)),
    ...(await corrections.primaryKeys()).map((key) => journalKey('corrections', key)),
  ];
}

/**
 * What to do with a record. What is gone must be said as long as an older segment may hold it, and no longer.
 *
 * @param oldest segment that stays
 */
function fateOf(
  { json }: JournalRecord,
  former: JournalKeyRow | undefined,
  oldest: number,
): 'write' | 'forget' {
  if (json !== null) return 'write';
  if (former === undefined) return 'forget';
  return former.gone && oldest >= former.segment ? 'forget' : 'write';
}

/** Segments to be rewritten; none where all is well. */
function chooseVictims(segments: readonly JournalSegmentRow[]): number[] {
  const small = segments.filter(({ bytes }) => bytes < SMALL_BYTES);
  if (small.length >= SMALL_SEGMENTS) return small.map(({ id }) => id);
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  const live = segments.reduce((sum, segment) => sum + segment.live, 0);
  if (bytes < COMPACT_FROM || live * 2 > bytes) return [];
  const victims: number[] = [];
  let rewritten = 0;
  for (const segment of segments.toSorted((a, b) => a.live / a.bytes - b.live / b.bytes)) {
    if (victims.length > 0 && rewritten + segment.live > COMPACT_AT_ONCE) break;
    victims.push(segment.id);
    rewritten += segment.live;
  }
  return victims;
}
