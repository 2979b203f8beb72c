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
  breakListCycles,
  type CheckedRows,
  checkLines,
  reconcileGroup,
  type SkippedRow,
} from '../restore/check-rows.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import type { ImageRow, ListRow } from '../types.ts';
import { ARTICLE_TABLES, type BackedUpTable, SHELF_TABLES } from './backup-tables.ts';

/** Valid rows by table. Images include their blobs. */
export type RowsByTable = ReadonlyMap<string, readonly object[]>;

/** The result of validating lines. */
export interface ReadRows {
  rows: RowsByTable;
  skipped: SkippedRow[];
  /** Number of lines per table. */
  lines: Map<string, number>;
}

/** Maximum size of the settings in bytes, enough for rules for thousands of sites. */
const MAX_SETTINGS_BYTES = 16 * 2 ** 20;

/** Maximum number of rejected rows that are listed. */
export const MAX_LISTED = 1000;

/** Once the pictures of a piece exceed this size, no further group is read into it. */
const MAX_IMAGE_BYTES_PER_PIECE = 64 * 2 ** 20;

/** An opened backup, whose directory and manifest are valid. */
export class Backup {
  readonly manifest: BackupManifest;
  readonly #zip: ZipArchive;
  readonly #begun = new Map<number, Promise<ReadRows>>();

  private constructor(zip: ZipArchive, manifest: BackupManifest) {
    this.#zip = zip;
    this.manifest = manifest;
  }

  /** @throws TransferError if it is not a backup, is damaged, or is from a later version */
  static async open(file: Blob): Promise<Backup> {
    const zip = await ZipArchive.open(file);
    const unsafe = zip.entries.find(({ name }) => !isSafeName(name));
    if (unsafe !== undefined) throw new TransferError('unsafe', unsafe.name);
    return new Backup(zip, await readManifest(zip, SCHEMA_VERSION));
  }

  /** The valid rows of a table's file. */
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
    rows.set('lists', breakListCycles((rows.get('lists') ?? []) as ListRow[]));
    return { ...read, rows };
  }

  /** Reads a group's lines. This may already have been started for a previous piece that was full. */
  #begin(number: number): Promise<ReadRows> {
    const lines = this.#begun.get(number) ?? this.#linesOf(number);
    // Avoids an unhandled rejection; the error is reported when the lines are awaited.
    lines.catch(() => undefined);
    this.#begun.set(number, lines);
    return lines;
  }

  /** Converts a group's lines to rows of the tables, and adds the pictures' blobs. */
  async #rowsOf(lines: RowsByTable): Promise<RowsByTable> {
    await this.#attachBlobs(lines.get('images') as readonly ImageRow[]);
    const packed = ARTICLE_TABLES.map(({ name, pack }): [string, readonly object[]] => {
      const rows = lines.get(name) ?? [];
      return [name, pack === undefined ? rows : pack(rows)];
    });
    return new Map(packed);
  }

  /**
   * Reads some consecutive groups, fewer than requested if their pictures would fill the memory.
   *
   * @returns their rows, the rejected lines, and the number of groups
   */
  async groups(
    from: number,
    most: number,
  ): Promise<{ rows: RowsByTable; skipped: SkippedRow[]; count: number }> {
    const all = new Map<string, object[]>();
    const skipped: SkippedRow[] = [];
    let bytes = 0;
    let count = 0;
    // In parallel, because most of the time is spent waiting for the file.
    for (let number = from; number < from + most; number += 1) this.#begin(number);
    for (; count < most && bytes < MAX_IMAGE_BYTES_PER_PIECE; count += 1) {
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

  /** A group's rows as in the files, with one quote per line and without the pictures' blobs. */
  async #linesOf(number: number): Promise<ReadRows> {
    // In parallel, because most of the time is spent waiting for the file.
    const read = await Promise.all(
      ARTICLE_TABLES.map(async (table) => [table.name, await this.#read(table, number)] as const),
    );
    const rows = new Map(read.map(([table, checked]) => [table, checked.rows]));
    const skipped = read.flatMap(([, checked]) => checked.skipped);
    const settled = reconcileGroup(
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

  /** The settings as written, not validated. */
  async settings(): Promise<unknown> {
    const entry = this.#zip.find(SETTINGS);
    if (entry === undefined) return null;
    const [settings] = readRows(await this.#zip.bytes(entry, MAX_SETTINGS_BYTES));
    return settings ?? null;
  }

  /**
   * Validates the whole file without keeping anything: every checksum, every row, every count.
   *
   * @param onGroup called with the number of processed articles, the total, and the group's rows
   * @returns the rejected rows (the first ones and their number), and the lists, tags and the like
   * @throws TransferError if the file as a whole is invalid
   */
  async check(
    onGroup?: (done: number, total: number, rows: RowsByTable) => Promise<void>,
  ): Promise<{ skipped: SkippedRow[]; failed: number; shelf: RowsByTable }> {
    const counts: Record<string, number> = {};
    let failed = 0;
    const named: SkippedRow[] = [];
    const count = ({ lines, skipped }: ReadRows): void => {
      failed += skipped.length;
      named.push(...skipped.slice(0, MAX_LISTED - named.length));
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
      // Avoids an unhandled rejection; the error is reported when the result is awaited.
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
