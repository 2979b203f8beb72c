import {
  type BackupManifest,
  entryName,
  imageEntryName,
  readManifest,
  readRows,
  SETTINGS,
} from '../transfer/backup-format.ts';
import { findMisshapen } from '../transfer/row-shape.ts';
import { TransferError } from '../transfer/transfer-error.ts';
import { isSafeName, ZipArchive, type ZipEntry } from '../transfer/zip-reader.ts';
import { ARTICLE_TABLES, type BackedUpTable, SHELF_TABLES } from './backup-tables.ts';
import { SCHEMA_VERSION } from './schema-versions.ts';
import type { ArticleRow, ImageRow } from './types.ts';

/** Rows by table, each of its table's shape. Images have their blobs. */
export type RowsByTable = ReadonlyMap<string, readonly object[]>;

/** Bytes of pictures after which no further group is read into the same piece. */
const PICTURE_BYTES = 64 * 2 ** 20;

/** A backup that was opened: its directory and manifest hold. */
export class Backup {
  readonly manifest: BackupManifest;
  readonly #zip: ZipArchive;
  readonly #begun = new Map<number, Promise<RowsByTable>>();

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

  /** Lines of a table's file, each of its shape. */
  async #read({ name: table, file = table, shape }: BackedUpTable, group: number | null): Promise<object[]> {
    const name = entryName(file, group);
    const entry = this.#zip.find(name);
    if (entry === undefined) return [];
    const rows = readRows(await this.#zip.bytes(entry), name);
    for (const [i, row] of rows.entries()) {
      const wrong = findMisshapen(row, shape);
      if (wrong !== null) throw new TransferError('schema', `${name}: line ${i + 1}: ${wrong}`);
    }
    return rows as object[];
  }

  /** Where a picture is in the archive. @throws TransferError where it should be there and is not */
  #entryOf({ id, state }: ImageRow): ZipEntry | undefined {
    const entry = this.#zip.find(imageEntryName(id));
    if (entry === undefined && state === 'saved') {
      throw new TransferError('damaged', `the picture ${id} is missing`);
    }
    return entry;
  }

  async #attachBlobs(images: readonly ImageRow[]): Promise<void> {
    for (const image of images) {
      const entry = this.#entryOf(image);
      image.blob = entry === undefined ? null : await this.#zip.blob(entry, image.type);
    }
  }

  /** Lists, tags, people and the like. */
  async shelf(): Promise<RowsByTable> {
    const rows = new Map<string, object[]>();
    for (const table of SHELF_TABLES) rows.set(table.name, await this.#read(table, null));
    return rows;
  }

  /** Reading a group's lines, which may have begun for a piece that was full before it. */
  #begin(number: number): Promise<RowsByTable> {
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
   * @returns their rows, and how many groups they are
   */
  async groups(from: number, most: number): Promise<{ rows: RowsByTable; count: number }> {
    const all = new Map<string, object[]>();
    let bytes = 0;
    let count = 0;
    // All at once: one after the other, most of the time would be spent waiting for the file.
    for (let number = from; number < from + most; number += 1) this.#begin(number);
    for (; count < most && bytes < PICTURE_BYTES; count += 1) {
      const lines = this.#begin(from + count);
      this.#begun.delete(from + count);
      for (const [table, rows] of await this.#rowsOf(await lines)) {
        all.set(table, [...(all.get(table) ?? []), ...rows]);
        if (table === 'images') for (const { blob } of rows as ImageRow[]) bytes += blob?.size ?? 0;
      }
    }
    return { rows: all, count };
  }

  /** The lines of a group's files; pictures without their blobs. */
  async #linesOf(number: number): Promise<RowsByTable> {
    // Side by side: most of the time of each is spent waiting for the file.
    const read = await Promise.all(
      ARTICLE_TABLES.map(async (table) => [table.name, await this.#read(table, number)] as const),
    );
    const rows = new Map<string, object[]>(read);
    const ids = new Set((rows.get('articles') as ArticleRow[]).map(({ id }) => id));
    for (const [table, parts] of rows) {
      if (table === 'articles') continue;
      if ((parts as { articleId: string }[]).some(({ articleId }) => !ids.has(articleId))) {
        throw new TransferError('damaged', `${table} of an article that is not there`);
      }
    }
    // What is in them is read by whoever wants it: a check reads each once.
    for (const image of rows.get('images') as ImageRow[]) this.#entryOf(image);
    return rows;
  }

  /** As they were written; the reader of settings makes sense of them. */
  async settings(): Promise<unknown> {
    const entry = this.#zip.find(SETTINGS);
    return entry === undefined ? null : JSON.parse(await this.#zip.text(entry));
  }

  /**
   * Reads all of it once, and keeps nothing: every checksum, every row, every count.
   *
   * @param onProgress articles looked at so far, all of them, and the identities of those just looked at
   * @throws TransferError where anything does not hold
   */
  async check(
    onProgress?: (done: number, total: number, identities: readonly string[]) => void,
  ): Promise<void> {
    const counts: Record<string, number> = {};
    const count = (rows: RowsByTable): void => {
      for (const [table, { length }] of rows) counts[table] = (counts[table] ?? 0) + length;
    };
    count(await this.shelf());
    await this.settings();
    const total = this.manifest.counts.articles ?? 0;
    const { groups } = this.manifest;
    let reading = groups > 0 ? this.#linesOf(1) : null;
    for (let number = 1; reading !== null; number += 1) {
      const rows = await reading;
      reading = number < groups ? this.#linesOf(number + 1) : null;
      // A failure is heard of when it is its turn.
      reading?.catch(() => undefined);
      count(rows);
      const articles = (rows.get('articles') ?? []) as readonly ArticleRow[];
      onProgress?.(
        counts.articles ?? 0,
        total,
        articles.map(({ identity }) => identity),
      );
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
  }
}
