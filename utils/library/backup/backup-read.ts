import {
  type BackupManifest,
  entryName,
  imageEntryName,
  readManifest,
  readRows,
  SETTINGS,
} from '../../transfer/backup-format.ts';
import { TransferError } from '../../transfer/transfer-error.ts';
import { isSafeName, ZipArchive } from '../../transfer/zip/zip-reader.ts';
import {
  type CheckedRows,
  checkLines,
  type SkippedRow,
  settleGroup,
  untangleLists,
} from '../restore/check-rows.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import type { ImageRow, ListRow } from '../types.ts';
import { ARTICLE_TABLES, type BackedUpTable, SHELF_TABLES } from './backup-tables.ts';

/** Rows by table, each by its schema. Images have their blobs. */
export type RowsByTable = ReadonlyMap<string, readonly object[]>;

/** What became of lines. */
export interface ReadRows {
  rows: RowsByTable;
  skipped: SkippedRow[];
  /** How many there were of each table. */
  lines: Map<string, number>;
}

/** Bytes that settings may have: rules for thousands of sites. */
const SETTINGS_LIMIT = 16 * 2 ** 20;

/** Rows that can't be taken, of which so many are named. */
const MOST_NAMED = 1000;

/** Bytes of pictures after which no further group is read into the same piece. */
const PICTURE_BYTES = 64 * 2 ** 20;

/** A backup that was opened: its directory and manifest hold. */
export class Backup {
  readonly manifest: BackupManifest;
  readonly #zip: ZipArchive;
  readonly #begun = new Map<number, Promise<ReadRows>>();

  private constructor(zip: ZipArchive, manifest: BackupManifest) {
    this.#zip = zip;
    this.manifest = manifest;
  }

  /** @throws TransferError where it is no backup, damaged, or of a later version */
  static async open(file: Blob): Promise<Backup> {
    const zip = await ZipArchive.open(file);
    const unsafe = zip.entries.find(({ name }) => !isSafeName(name));
    if (unsafe !== undefined) throw new TransferError('unsafe', unsafe.name);
    return new Backup(zip, await readManifest(zip, SCHEMA_VERSION));
  }

  /** Rows of a table's file, each by its schema. */
  async #read(
    { name: table, file = table, schema }: BackedUpTable,
    group: number | null,
  ): Promise<CheckedRows & { lines: number }> {
    const name = entryName(file, group);
    const entry = this.#zip.find(name);
    if (entry === undefined) return { rows: [], skipped: [], lines: 0 };
    const lines = readRows(await this.#zip.bytes(entry));
    return { ...checkLines(lines, schema, name), lines: lines.length };
  }

  async #attachBlobs(images: readonly ImageRow[]): Promise<void> {
    for (const image of images) {
      const entry = image.state === 'saved' ? this.#zip.find(imageEntryName(image.id)) : undefined;
      if (entry === undefined) continue;
      image.blob = await this.#zip.blob(entry, image.type);
      image.bytes = image.blob.size;
    }
  }

  /** Lists, tags, people and the like. */
  async shelf(): Promise<ReadRows> {
    const read: ReadRows = { rows: new Map(), skipped: [], lines: new Map() };
    const rows = new Map<string, object[]>();
    for (const table of SHELF_TABLES) {
      const checked = await this.#read(table, null);
      rows.set(table.name, checked.rows);
      read.skipped.push(...checked.skipped);
      read.lines.set(table.name, checked.lines);
    }
    rows.set('lists', untangleLists((rows.get('lists') ?? []) as ListRow[]));
    return { ...read, rows };
  }

  /** Reading a group's lines, which may have begun for a piece that was full before it. */
  #begin(number: number): Promise<ReadRows> {
    const lines = this.#begun.get(number) ?? this.#linesOf(number);
    // A failure is heard of when it is its turn.
    lines.catch(() => undefined);
    this.#begun.set(number, lines);
    return lines;
  }

  /** A group's lines as rows of the tables, its pictures with their blobs. */
  async #rowsOf(lines: RowsByTable): Promise<RowsByTable> {
    await this.#attachBlobs(lines.get('images') as readonly ImageRow[]);
    const packed = ARTICLE_TABLES.map(({ name, pack }): [string, readonly object[]] => {
      const rows = lines.get(name) ?? [];
      return [name, pack === undefined ? rows : pack(rows)];
    });
    return new Map(packed);
  }

  /**
   * Some groups, one after the other: fewer than asked for where their pictures would fill the memory.
   *
   * @returns their rows, those that were skipped, and how many groups they are
   */
  async groups(
    from: number,
    most: number,
  ): Promise<{ rows: RowsByTable; skipped: SkippedRow[]; count: number }> {
    const all = new Map<string, object[]>();
    const skipped: SkippedRow[] = [];
    let bytes = 0;
    let count = 0;
    // All at once: one after the other, most of the time would be spent waiting for the file.
    for (let number = from; number < from + most; number += 1) this.#begin(number);
    for (; count < most && bytes < PICTURE_BYTES; count += 1) {
      const read = await this.#begin(from + count);
      this.#begun.delete(from + count);
      skipped.push(...read.skipped);
      for (const [table, rows] of await this.#rowsOf(read.rows)) {
        all.set(table, [...(all.get(table) ?? []), ...rows]);
        if (table === 'images') for (const { blob } of rows as ImageRow[]) bytes += blob?.size ?? 0;
      }
    }
    return { rows: all, skipped, count };
  }

  /** A group's rows as the files have them, a quote a line; pictures without their blobs. */
  async #linesOf(number: number): Promise<ReadRows> {
    // Side by side: most of the time of each is spent waiting for the file.
    const read = await Promise.all(
      ARTICLE_TABLES.map(async (table) => [table.name, await this.#read(table, number)] as const),
    );
    const rows = new Map(read.map(([table, checked]) => [table, checked.rows]));
    const skipped = read.flatMap(([, checked]) => checked.skipped);
    const settled = settleGroup(
      rows,
      skipped.length > 0,
      (id) => this.#zip.find(imageEntryName(id)) !== undefined,
    );
    return {
      rows: settled.rows,
      skipped: [...skipped, ...settled.skipped],
      lines: new Map(read.map(([table, checked]) => [table, checked.lines])),
    };
  }

  /** As they were written; whoever reads settings makes sense of them. */
  async settings(): Promise<unknown> {
    const entry = this.#zip.find(SETTINGS);
    if (entry === undefined) return null;
    const [settings] = readRows(await this.#zip.bytes(entry, SETTINGS_LIMIT));
    return settings ?? null;
  }

  /**
   * Reads all of it once, and keeps nothing: every checksum, every row, every count.
   *
   * @param onGroup told of articles looked at so far, of all of them, and of the rows just looked at
   * @returns rows that can't be taken, the first of them and how many, and the lists, tags and the like
   * @throws TransferError where anything of the file as a whole does not hold
   */
  async check(
    onGroup?: (done: number, total: number, rows: RowsByTable) => Promise<void>,
  ): Promise<{ skipped: SkippedRow[]; failed: number; shelf: RowsByTable }> {
    const counts: Record<string, number> = {};
    let failed = 0;
    const named: SkippedRow[] = [];
    const count = ({ lines, skipped }: ReadRows): void => {
      failed += skipped.length;
      named.push(...skipped.slice(0, MOST_NAMED - named.length));
      for (const [table, amount] of lines) counts[table] = (counts[table] ?? 0) + amount;
    };
    const shelf = await this.shelf();
    count(shelf);
    await this.settings();
    const total = this.manifest.counts.articles ?? 0;
    const { groups } = this.manifest;
    let reading = groups > 0 ? this.#linesOf(1) : null;
    for (let number = 1; reading !== null; number += 1) {
      const read = await reading;
      reading = number < groups ? this.#linesOf(number + 1) : null;
      // A failure is heard of when it is its turn.
      reading?.catch(() => undefined);
      count(read);
      await onGroup?.(counts.articles ?? 0, total, read.rows);
    }
    for (const entry of this.#zip.entries) {
      if (entry.name.startsWith('images/')) await this.#zip.bytes(entry);
    }
    for (const { name, file = name } of [...SHELF_TABLES, ...ARTICLE_TABLES]) {
      if ((counts[name] ?? 0) !== (this.manifest.counts[file] ?? 0)) {
        throw new TransferError(
          'damaged',
          `${file}: ${counts[name]} rows instead of ${this.manifest.counts[file]}`,
        );
      }
    }
    return { skipped: named, failed, shelf: shelf.rows };
  }
}
