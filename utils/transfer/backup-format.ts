/**
 * The format of a backup: a ZIP file whose contents can be read without Offprint.
 *
 *   shelf/<table>.jsonl                 lists, tags, people …: one JSON row per line
 *   articles/000001/<table>.jsonl       up to a hundred articles with their quotes, highlights …
 *   images/<id>                         images, unchanged
 *   settings.json
 *   manifest.json                       list of contents, with counts and checksums; written last
 *
 * Articles are stored in groups, so that only one group at a time is in memory and no article is restored in part.
 */
import * as v from 'valibot';
import { TransferError } from './transfer-error.ts';
import { crc32 } from './zip/crc32.ts';
import type { ZipArchive } from './zip/zip-reader.ts';
import type { WrittenEntry } from './zip/zip-writer.ts';

const FORMAT = 'offprint-backup';

/** Version of the layout above. The version of the tables is `schema`. */
const LAYOUT_VERSION = 1;

export const MANIFEST_NAME = 'manifest.json';
export const SETTINGS_NAME = 'settings.json';

/** Maximum size of a manifest in bytes, enough for a million images. */
const MAX_MANIFEST_BYTES = 128 * 2 ** 20;

export interface BackupManifest {
  format: typeof FORMAT;
  version: typeof LAYOUT_VERSION;
  /** Schema version of the rows. */
  schema: number;
  /** ISO 8601 timestamp. */
  createdAt: string;
  /** Number of rows by table. */
  counts: Record<string, number>;
  /** Number of groups of articles. */
  groups: number;
  /** Every other entry, in order. */
  files: WrittenEntry[];
}

export function makeManifest(contents: Omit<BackupManifest, 'format' | 'version'>): BackupManifest {
  return { format: FORMAT, version: LAYOUT_VERSION, ...contents };
}

/** Builds the entry name of a table's rows. @param group number of the article group; null for tables of the shelf */
export function tableEntryName(table: string, group: number | null): string {
  return group === null
    ? `shelf/${table}.jsonl`
    : `articles/${String(group).padStart(6, '0')}/${table}.jsonl`;
}

/**
 * Maximum length of an encoded id in an entry name. Our ids have 36 characters, but rows may come from a hostile
 * backup.
 */
const MAX_ID_LENGTH = 200;

/** Builds the entry name of an image. The name is deterministic and valid on all file systems. */
export function imageEntryName(imageId: string): string {
  const encoded = encodeURIComponent(imageId.toWellFormed()).replaceAll('.', '%2E');
  if (encoded.length <= MAX_ID_LENGTH) return `images/${encoded}`;
  const checksum = crc32(new TextEncoder().encode(encoded)).toString(16);
  return `images/${encoded.slice(0, MAX_ID_LENGTH)}-${checksum}`;
}

/** Writes rows as JSON, one per line. */
export function toJsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/**
 * Parses JSON lines.
 *
 * @param bytes UTF-8; invalid bytes become replacement characters, a byte order mark is removed
 * @returns the value of each line; undefined for invalid JSON
 */
export function parseJsonLines(bytes: Uint8Array): unknown[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(parseJsonLine);
}

function parseJsonLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The caller skips and reports it.
    return undefined;
  }
}

const nonNegativeInteger = v.pipe(v.number(), v.integer(), v.minValue(0));

const MANIFEST_SCHEMA = v.object({
  format: v.literal(FORMAT),
  version: v.literal(LAYOUT_VERSION),
  schema: v.pipe(nonNegativeInteger, v.minValue(1)),
  createdAt: v.string(),
  counts: v.record(v.string(), nonNegativeInteger),
  groups: nonNegativeInteger,
  files: v.array(v.object({ name: v.string(), size: nonNegativeInteger, crc: nonNegativeInteger })),
});

function parseManifestJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TransferError('damaged', 'the manifest is not JSON', { cause: error });
  }
}

/** Checks that the archive contains exactly the files listed in the manifest. */
function verifyFiles(manifest: BackupManifest, zip: ZipArchive): void {
  const files = new Map(manifest.files.map((file) => [file.name, file]));
  for (const entry of zip.entries) {
    if (entry.name === MANIFEST_NAME) continue;
    const file = files.get(entry.name);
    if (file === undefined || file.size !== entry.size || file.crc !== entry.crc) {
      throw new TransferError('damaged', `${entry.name} does not match the manifest`);
    }
    files.delete(entry.name);
  }
  const [missing] = files.keys();
  if (missing !== undefined) throw new TransferError('damaged', `${missing} is missing`);
}

/**
 * Reads the manifest of a backup and checks it against the archive.
 *
 * @param maxSchema the newest schema version that this code supports
 * @throws TransferError `schema`, `future` or `damaged`
 */
export async function readManifest(zip: ZipArchive, maxSchema: number): Promise<BackupManifest> {
  const entry = zip.find(MANIFEST_NAME);
  if (entry === undefined) throw new TransferError('schema', 'no manifest');
  const value = parseManifestJson(await zip.text(entry, MAX_MANIFEST_BYTES));
  if ((value as { format?: unknown } | null)?.format !== FORMAT) {
    throw new TransferError('schema', 'not an Offprint backup');
  }
  const { version } = value as { version: unknown };
  if (typeof version === 'number' && version > LAYOUT_VERSION)
    throw new TransferError('future', `layout ${version}`);
  const parsed = v.safeParse(MANIFEST_SCHEMA, value, { abortEarly: true });
  if (!parsed.success) throw new TransferError('schema', `the manifest: ${parsed.issues[0].message}`);
  const manifest: BackupManifest = parsed.output;
  if (manifest.schema > maxSchema) throw new TransferError('future', `tables of version ${manifest.schema}`);
  if (manifest.groups > zip.entries.length) throw new TransferError('schema', 'more groups than files');
  verifyFiles(manifest, zip);
  return manifest;
}

/** Checks whether an archive looks like an Offprint backup, even if it is damaged. */
export function looksLikeBackup(zip: ZipArchive): boolean {
  return zip.find(MANIFEST_NAME) !== undefined && zip.entries.some(({ name }) => name.startsWith('shelf/'));
}
