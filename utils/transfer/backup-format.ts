/**
 * The backup: one ZIP file, in formats that need no tool of ours.
 *
 *   shelf/<table>.jsonl                 lists, tags, people …: a row of JSON a line
 *   articles/000001/<table>.jsonl       up to a hundred articles with all that belongs to them
 *   images/<id>                         pictures as they came
 *   settings.json
 *   manifest.json                       what is in it, with counts and checksums; written last
 *
 * Articles lie in groups so that both ways only one group is in memory, and each article is restored whole.
 */
import * as v from 'valibot';
import { TransferError } from './transfer-error.ts';
import { crc32 } from './zip/crc32.ts';
import type { ZipArchive } from './zip/zip-reader.ts';
import type { WrittenEntry } from './zip/zip-writer.ts';

const FORMAT = 'offprint-backup';

/** Of the layout above. The tables' own version is `schema`. */
const VERSION = 1;

export const MANIFEST = 'manifest.json';
export const SETTINGS = 'settings.json';

/** Bytes a manifest may have: a line for each of a million pictures. */
const MANIFEST_LIMIT = 128 * 2 ** 20;

export interface BackupManifest {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Version of the database's schema that the rows are of. */
  schema: number;
  /** ISO 8601. */
  createdAt: string;
  /** Rows of each table. */
  counts: Record<string, number>;
  /** Groups of articles. */
  groups: number;
  /** Every other entry, in order. */
  files: WrittenEntry[];
}

export function makeManifest(facts: Omit<BackupManifest, 'format' | 'version'>): BackupManifest {
  return { format: FORMAT, version: VERSION, ...facts };
}

/** Name of the entry that holds a table's rows of a group, or of the whole shelf. */
export function entryName(table: string, group: number | null): string {
  return group === null
    ? `shelf/${table}.jsonl`
    : `articles/${String(group).padStart(6, '0')}/${table}.jsonl`;
}

/** Characters of an id that are in a name. Ours have 36; what a row of another kind has must not spoil the archive. */
const LONGEST_ID = 200;

/** Name of the entry that holds a picture: the same each time, and one that every unpacker puts where it belongs. */
export function imageEntryName(imageId: string): string {
  const encoded = encodeURIComponent(imageId.toWellFormed()).replaceAll('.', '%2E');
  if (encoded.length <= LONGEST_ID) return `images/${encoded}`;
  const check = crc32(new TextEncoder().encode(encoded)).toString(16);
  return `images/${encoded.slice(0, LONGEST_ID)}-${check}`;
}

/** Rows as JSON, one a line. */
export function writeRows(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/**
 * Rows out of JSON lines.
 *
 * @param bytes UTF-8; what is none becomes replacement characters, a byte order mark goes
 * @returns what each line says; undefined for one that is no JSON
 */
export function readRows(bytes: Uint8Array): unknown[] {
  return readAtOnce(bytes) ?? readLines(new TextDecoder().decode(bytes));
}

const [LINE_END, COMMA, OPEN, CLOSE] = [...'\n,[]'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/**
 * All lines as one array, in half the time, made of the bytes: a text of many megabytes is not copied twice. Null where
 * that goes wrong: the lines tell where.
 */
function readAtOnce(bytes: Uint8Array): unknown[] | null {
  if (bytes.at(-1) !== LINE_END) return null;
  const array = new Uint8Array(bytes.length + 1);
  array[0] = OPEN;
  array.set(bytes, 1);
  let lines = 0;
  for (let at = array.indexOf(LINE_END); at !== -1; at = array.indexOf(LINE_END, at + 1)) {
    array[at] = COMMA;
    lines += 1;
  }
  array[bytes.length] = CLOSE;
  try {
    const rows = JSON.parse(new TextDecoder().decode(array)) as unknown[];
    // A row over two lines could be read all the same.
    return rows.length === lines ? rows : null;
  } catch {
    // The caller reads line by line, and says which is damaged.
    return null;
  }
}

function readLines(text: string): unknown[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(readLine);
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Skipped and named by whoever knows what it should be.
    return undefined;
  }
}

const amount = v.pipe(v.number(), v.integer(), v.minValue(0));

const MANIFEST_SCHEMA = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  schema: v.pipe(amount, v.minValue(1)),
  createdAt: v.string(),
  counts: v.record(v.string(), amount),
  groups: amount,
  files: v.array(v.object({ name: v.string(), size: amount, crc: amount })),
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TransferError('damaged', 'the manifest is no JSON', { cause: error });
  }
}

/** The archive must hold what the manifest says, all of it and nothing else. */
function compareFiles(manifest: BackupManifest, zip: ZipArchive): void {
  const files = new Map(manifest.files.map((file) => [file.name, file]));
  for (const entry of zip.entries) {
    if (entry.name === MANIFEST) continue;
    const file = files.get(entry.name);
    if (file === undefined || file.size !== entry.size || file.crc !== entry.crc) {
      throw new TransferError('damaged', `${entry.name} is not what the manifest says`);
    }
    files.delete(entry.name);
  }
  const [missing] = files.keys();
  if (missing !== undefined) throw new TransferError('damaged', `${missing} is missing`);
}

/**
 * Reads what a backup says of itself, and compares it with what is there.
 *
 * @param schema the newest version of the tables that this code knows
 * @throws TransferError `schema`, `future` or `damaged`
 */
export async function readManifest(zip: ZipArchive, schema: number): Promise<BackupManifest> {
  const entry = zip.find(MANIFEST);
  if (entry === undefined) throw new TransferError('schema', 'no manifest');
  const value = parse(await zip.text(entry, MANIFEST_LIMIT));
  if ((value as { format?: unknown } | null)?.format !== FORMAT) {
    throw new TransferError('schema', 'not a backup of ours');
  }
  const { version } = value as { version: unknown };
  if (typeof version === 'number' && version > VERSION)
    throw new TransferError('future', `layout ${version}`);
  const read = v.safeParse(MANIFEST_SCHEMA, value, { abortEarly: true });
  if (!read.success) throw new TransferError('schema', `the manifest: ${read.issues[0].message}`);
  const manifest: BackupManifest = read.output;
  if (manifest.schema > schema) throw new TransferError('future', `tables of version ${manifest.schema}`);
  if (manifest.groups > zip.entries.length) throw new TransferError('schema', 'more groups than files');
  compareFiles(manifest, zip);
  return manifest;
}

/** True where the archive has the marks of a backup of ours, damaged or not. */
export function looksLikeBackup(zip: ZipArchive): boolean {
  return zip.find(MANIFEST) !== undefined && zip.entries.some(({ name }) => name.startsWith('shelf/'));
}
