/** Which product wrote a file, from what is in it: names of files say nothing. */
import { looksLikeBackup } from '../backup-format.ts';
import { TransferError } from '../transfer-error.ts';
import { looksLikeZip, ZipArchive as Zip, type ZipArchive, type ZipEntry } from '../zip/zip-reader.ts';
import { type CsvFormat, readColumns, readCsv } from './csv-import.ts';
import { HtmlTokens } from './html-tokens.ts';
import { ANY_CSV } from './import-any-csv.ts';
import { INSTAPAPER_CSV } from './import-instapaper-csv.ts';
import { readKarakeep } from './import-karakeep-json.ts';
import { readLinkHtml } from './import-link-html.ts';
import { MATTER_CSV } from './import-matter-csv.ts';
import { readOmnivore } from './import-omnivore-zip.ts';
import { POCKET_CSV } from './import-pocket-csv.ts';
import { READWISE_HIGHLIGHTS, READWISE_READER } from './import-readwise-csv.ts';
import type { RecordStream } from './import-types.ts';
import { readWallabag } from './import-wallabag-json.ts';
import { readHead } from './read-text.ts';

/** Each has a name `importFormat_<format>` in `locales`. */
export type ImportFormatName =
  | 'pocketCsv'
  | 'pocketHtml'
  | 'instapaperCsv'
  | 'omnivore'
  | 'readwiseHighlights'
  | 'readwiseReader'
  | 'bookmarks'
  | 'wallabag'
  | 'karakeep'
  | 'matter'
  | 'csv'
  | 'backup';

const CSV_FORMATS: readonly (readonly [ImportFormatName, CsvFormat])[] = [
  ['pocketCsv', POCKET_CSV],
  ['instapaperCsv', INSTAPAPER_CSV],
  ['readwiseReader', READWISE_READER],
  ['readwiseHighlights', READWISE_HIGHLIGHTS],
  ['matter', MATTER_CSV],
  ['csv', ANY_CSV],
];

/** Entries of an archive that are files of ours to read: no folders, nothing the system put there. */
function filesIn(zip: ZipArchive): ZipEntry[] {
  return zip.entries.filter(({ name }) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name));
}

async function detectCsv(file: Blob): Promise<ImportFormatName | null> {
  const columns = await readColumns(file);
  const found = CSV_FORMATS.find(([, format]) => format.columns.every((name) => columns.includes(name)));
  return found?.[0] ?? (columns.includes('link') && columns.length > 1 ? 'csv' : null);
}

function hasLink(html: string): boolean {
  return new HtmlTokens()
    .push(html)
    .some((token) => token.kind === 'open' && token.tag === 'a' && token.attributes.has('href'));
}

async function detectText(file: Blob): Promise<ImportFormatName | null> {
  const head = (await readHead(file)).trimStart();
  if (/^\{/.test(head))
    return /"bookmarks"\s*:\s*\[/.test(head) || /"lists"\s*:\s*\[/.test(head) ? 'karakeep' : null;
  if (/^\[/.test(head)) return /^\[\s*(?:\]|\{)/.test(head) ? 'wallabag' : null;
  if (/<!doctype netscape-bookmark-file/i.test(head.slice(0, 4096))) return 'bookmarks';
  if (/^<(?:!doctype|html|head|title|h1|ul|ol|dl|meta)/i.test(head)) {
    if (!hasLink(head)) return null;
    return /<dl\b/i.test(head) ? 'bookmarks' : 'pocketHtml';
  }
  return detectCsv(file);
}

async function detectZip(zip: ZipArchive): Promise<ImportFormatName | null> {
  if (looksLikeBackup(zip)) return 'backup';
  const files = filesIn(zip);
  if (files.some(({ name }) => /(?:^|\/)metadata_[^/]*\.json$/.test(name))) return 'omnivore';
  for (const entry of files) {
    if (!/\.(?:csv|html?|json)$/i.test(entry.name)) continue;
    const format = await detectText(new Blob([await zip.bytes(entry)]));
    if (format !== null) return format;
  }
  return null;
}

/**
 * The format of a file.
 *
 * @throws TransferError `empty`, `unknown`, and what the archive's reader throws
 */
export async function detectFormat(file: Blob): Promise<ImportFormatName> {
  if (file.size === 0) throw new TransferError('empty', 'no bytes');
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const format = looksLikeZip(head) ? await detectZip(await Zip.open(file)) : await detectText(file);
  if (format === null) throw new TransferError('unknown', 'nothing that is known');
  return format;
}

function readPlain(file: Blob, format: ImportFormatName): RecordStream {
  if (format === 'bookmarks' || format === 'pocketHtml') return readLinkHtml(file);
  if (format === 'wallabag') return readWallabag(file);
  if (format === 'karakeep') return readKarakeep(file);
  const csv = CSV_FORMATS.find(([name]) => name === format)?.[1];
  if (csv === undefined) throw new TransferError('unknown', `${format} has no records`);
  return readCsv(file, csv);
}

/** Archives of plain files: each that is of the same format, in order of its name. */
async function* readArchive(zip: ZipArchive, format: ImportFormatName): RecordStream {
  const entries = filesIn(zip).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  for (const entry of entries) {
    if (!/\.(?:csv|html?|json)$/i.test(entry.name)) continue;
    let file: Blob;
    try {
      file = new Blob([await zip.bytes(entry)]);
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield { at: entry.name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    if ((await detectText(file)) !== format) continue;
    for await (const record of readPlain(file, format))
      yield { ...record, at: `${entry.name}: ${record.at}` };
  }
}

/**
 * The records of a file in order, the same ones each time.
 *
 * @param format as `detectFormat` gave it; a backup has no records, see `backup-format.ts`
 */
export async function* readRecords(file: Blob, format: ImportFormatName): RecordStream {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (!looksLikeZip(head)) yield* readPlain(file, format);
  else if (format === 'omnivore') yield* readOmnivore(await Zip.open(file));
  else yield* readArchive(await Zip.open(file), format);
}
