import {
  type BackupManifest,
  imageEntryName,
  parseJsonLines,
  readManifest,
  SETTINGS_NAME,
  tableEntryName,
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
import { ARTICLE_TABLES, type BackedUpTable, SHARED_TABLES } from './backup-tables.ts';

/** Valid rows by table. Images include their blobs. */
export type RowsByTable = ReadonlyMap<string, readonly object[]>;

/** The result of validating a backup's lines. */
export interface ValidatedLines {
  rows: RowsByTable;
  skipped: SkippedRow[];
  /** Number of lines per table. */
  lines: Map<string, number>;
}

/** Maximum size of the settings in bytes, enough for rules for thousands of sites. */
const MAX_SETTINGS_BYTES = 16 * 2 ** 20;

export const MAX_LISTED_FAILURES = 1000;

/** `readGroups` stops once the pictures it has read reach this size, to limit memory. */
const MAX_IMAGE_BYTES_PER_READ = 64 * 2 ** 20;

/** An opened backup, whose directory and manifest are valid. */
export class Backup {
  readonly manifest: BackupManifest;
  readonly #zip: ZipArchive;
  readonly #pendingGroups = new Map<number, Promise<ValidatedLines>>();

  private constructor(zip: ZipArchive, manifest: BackupManifest) {
    this.#zip = zip;
    this.manifest = manifest;
  }

  /** @throws TransferError if the file is not a backup, is damaged, or is from a later version */
  static async open(file: Blob): Promise<Backup> {
    const zip = await ZipArchive.open(file);
    const unsafe = zip.entries.find(({ name }) => !isSafeName(name));
    if (unsafe !== undefined) throw new TransferError('unsafe', unsafe.name);
    return new Backup(zip, await readManifest(zip, SCHEMA_VERSION));
  }

  /** Reads and validates the lines of a table's file. A missing file counts as empty. */
  async #readTable(
    { name: table, file = table, schema }: BackedUpTable,
    group: number | null,
  ): Promise<CheckedRows & { lines: number }> {
    const name = tableEntryName(file, group);
    const entry = this.#zip.find(name);
    if (entry === undefined) return { rows: [], skipped: [], lines: 0 };
    const lines = parseJsonLines(await this.#zip.bytes(entry));
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

  /** Reads the tables that belong to no single article: lists, tags, people and others. */
  async readSharedTables(): Promise<ValidatedLines> {
    const read: ValidatedLines = { rows: new Map(), skipped: [], lines: new Map() };
    const rows = new Map<string, object[]>();
    for (const table of SHARED_TABLES) {
      const checked = await this.#readTable(table, null);
      rows.set(table.name, checked.rows);
      read.skipped.push(...checked.skipped);
      read.lines.set(table.name, checked.lines);
    }
    rows.set('lists', breakListCycles((rows.get('lists') ?? []) as ListRow[]));
    return { ...read, rows };
  }

  /** Starts reading a group, unless an earlier call of `readGroups` started it but stopped before using it. */
  #startGroup(number: number): Promise<ValidatedLines> {
    const lines = this.#pendingGroups.get(number) ?? this.#readLines(number);
    // Avoids an unhandled rejection; the error is reported when the lines are awaited.
    lines.catch(() => undefined);
    this.#pendingGroups.set(number, lines);
    return lines;
  }

  /** Converts a group's lines to rows of the tables, and adds the pictures' blobs. */
  async #toTableRows(lines: RowsByTable): Promise<RowsByTable> {
    await this.#attachBlobs(lines.get('images') as readonly ImageRow[]);
    const packed = ARTICLE_TABLES.map(({ name, pack }): [string, readonly object[]] => {
      const rows = lines.get(name) ?? [];
      return [name, pack === undefined ? rows : pack(rows)];
    });
    return new Map(packed);
  }

  /**
   * Reads consecutive groups, fewer than requested if their pictures would take too much memory.
   *
   * @param from number of the first group, from 1
   * @returns their rows, the rejected lines, and the number of groups
   */
  async readGroups(
    from: number,
    maxCount: number,
  ): Promise<{ rows: RowsByTable; skipped: SkippedRow[]; count: number }> {
    const all = new Map<string, object[]>();
    const skipped: SkippedRow[] = [];
    let bytes = 0;
    let count = 0;
    // In parallel, because most of the time is spent waiting for the file.
    for (let number = from; number < from + maxCount; number += 1) this.#startGroup(number);
    for (; count < maxCount && bytes < MAX_IMAGE_BYTES_PER_READ; count += 1) {
      const read = await this.#startGroup(from + count);
      this.#pendingGroups.delete(from + count);
      skipped.push(...read.skipped);
      for (const [table, rows] of await this.#toTableRows(read.rows)) {
        all.set(table, [...(all.get(table) ?? []), ...rows]);
        if (table === 'images') for (const { blob } of rows as ImageRow[]) bytes += blob?.size ?? 0;
      }
    }
    return { rows: all, skipped, count };
  }

  /** Reads a group's rows as they are in the files: one quote per line, and no blobs of pictures. */
  async #readLines(number: number): Promise<ValidatedLines> {
    // In parallel, because most of the time is spent waiting for the file.
    const read = await Promise.all(
      ARTICLE_TABLES.map(async (table) => [table.name, await this.#readTable(table, number)] as const),
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

  /** The settings as they are in the file, not validated; null if there are none. */
  async readSettings(): Promise<unknown> {
    const entry = this.#zip.find(SETTINGS_NAME);
    if (entry === undefined) return null;
    const [settings] = parseJsonLines(await this.#zip.bytes(entry, MAX_SETTINGS_BYTES));
    return settings ?? null;
  }

  /**
   * Validates every checksum, row and count of the file, without keeping the rows in memory.
   *
   * @param onGroup called with the number of processed articles, the total, and the group's rows
   * @returns the first rejected rows, the number of all of them, and the rows that belong to no single article
   * @throws TransferError if the file as a whole is invalid
   */
  async check(
    onGroup?: (done: number, total: number, rows: RowsByTable) => Promise<void>,
  ): Promise<{ skipped: SkippedRow[]; failed: number; sharedRows: RowsByTable }> {
    const counts: Record<string, number> = {};
    let failed = 0;
    const listed: SkippedRow[] = [];
    const count = ({ lines, skipped }: ValidatedLines): void => {
      failed += skipped.length;
      listed.push(...skipped.slice(0, MAX_LISTED_FAILURES - listed.length));
      for (const [table, amount] of lines) counts[table] = (counts[table] ?? 0) + amount;
    };
    const shared = await this.readSharedTables();
    count(shared);
    await this.readSettings();
    const total = this.manifest.counts.articles ?? 0;
    const { groups } = this.manifest;
    let nextGroup = groups > 0 ? this.#readLines(1) : null;
    for (let number = 1; nextGroup !== null; number += 1) {
      const read = await nextGroup;
      nextGroup = number < groups ? this.#readLines(number + 1) : null;
      // Avoids an unhandled rejection; the error is reported when the result is awaited.
      nextGroup?.catch(() => undefined);
      count(read);
      await onGroup?.(counts.articles ?? 0, total, read.rows);
    }
    for (const entry of this.#zip.entries) {
      if (entry.name.startsWith('images/')) await this.#zip.bytes(entry);
    }
    for (const { name, file = name } of [...SHARED_TABLES, ...ARTICLE_TABLES]) {
      if ((counts[name] ?? 0) !== (this.manifest.counts[file] ?? 0)) {
        throw new TransferError(
          'damaged',
          `${file}: ${counts[name]} rows instead of ${this.manifest.counts[file]}`,
        );
      }
    }
    return { skipped: listed, failed, sharedRows: shared.rows };
  }
}
