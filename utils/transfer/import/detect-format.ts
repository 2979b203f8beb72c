/** Which product wrote a file, from what is in it; and the records of it. */
import { looksLikeBackup } from '../backup-format.ts';
import { TransferError } from '../transfer-error.ts';
import { looksLikeZip, ZipArchive } from '../zip/zip-reader.ts';
import { filesOf } from './archive-files.ts';
import type { ArchiveFile, ArchiveFormat, FileFormat, FileHead } from './format-types.ts';
import { ARCHIVE_FORMATS, FILE_FORMATS, type ImportFormatName } from './formats.ts';
import type { RecordStream } from './import-types.ts';
import { readFileHead } from './read-head.ts';

export type { ImportFormatName } from './formats.ts';

/** What goes along with an export and is nobody's record: pictures, styles, a word of the product's. */
const ACCESSORY =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|js|map|woff2?|ttf|otf|mp[34]|pdf)$|(?:^|\/)(?:readme|licen[cs]e)[^/]*$/i;

/** Exports of password managers and browsers have a column for them, and often one for addresses, too. */
function holdsPasswords(head: FileHead): boolean {
  return head.kind === 'text' && head.columns.some((name) => /^(?:login)?password$/.test(name));
}

function formatOf(head: FileHead | null): (typeof FILE_FORMATS)[number] | null {
  return head === null || holdsPasswords(head) ? null : (FILE_FORMATS.find(({ fits }) => fits(head)) ?? null);
}

async function archiveFormatOf(
  files: readonly ArchiveFile[],
): Promise<(typeof ARCHIVE_FORMATS)[number] | null> {
  for (const format of ARCHIVE_FORMATS) if (await format.fitsArchive(files)) return format;
  return null;
}

async function isZip(file: Blob): Promise<boolean> {
  return looksLikeZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

async function detectZip(zip: ZipArchive): Promise<ImportFormatName | null> {
  if (looksLikeBackup(zip)) return 'backup';
  const files = filesOf(zip);
  const whole = await archiveFormatOf(files);
  if (whole !== null) return whole.name;
  const found = new Set<ImportFormatName>();
  for (const file of files) {
    const format = ACCESSORY.test(file.name) ? null : formatOf(await file.head());
    if (format !== null) found.add(format.name);
    if (found.size > 1) return 'mixed';
  }
  return [...found][0] ?? null;
}

/**
 * The format of a file.
 *
 * @throws TransferError `empty`, `unknown`, `passwords`, and what the archive's reader throws
 */
export async function detectFormat(file: Blob): Promise<ImportFormatName> {
  if (file.size === 0) throw new TransferError('empty', 'no bytes');
  const head = (await isZip(file)) ? null : await readFileHead(file);
  if (head !== null && holdsPasswords(head)) throw new TransferError('passwords', 'a column of passwords');
  const format =
    head === null ? await detectZip(await ZipArchive.open(file)) : (formatOf(head)?.name ?? null);
  if (format === null) throw new TransferError('unknown', 'nothing that is known');
  return format;
}

/** Files that stand for themselves, each by its own format; those of none are named. */
async function* readEach(files: readonly ArchiveFile[]): RecordStream {
  const last: (() => RecordStream)[] = [];
  for (const { name, open } of files) {
    if (ACCESSORY.test(name)) continue;
    let file: Blob;
    try {
      file = await open();
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield { at: name, why: 'unreadable', url: '', title: name };
      continue;
    }
    const format: FileFormat | null = formatOf(await readFileHead(file));
    if (format === null) yield { at: name, why: 'unknownFile', url: '', title: name };
    else if (format.comesLast === true) last.push(() => readOne(name, file, format));
    else yield* readOne(name, file, format);
  }
  for (const read of last) yield* read();
}

async function* readOne(name: string, file: Blob, format: FileFormat): RecordStream {
  for await (const record of format.read(file)) yield { ...record, at: `${name}: ${record.at}` };
}

/**
 * The records of a file in order, the same ones each time.
 *
 * @param format as `detectFormat` gave it; a backup has no records, see `backup-format.ts`
 */
export async function* readRecords(file: Blob, format: ImportFormatName): RecordStream {
  if (await isZip(file)) {
    const files = filesOf(await ZipArchive.open(file));
    const whole = ARCHIVE_FORMATS.find(({ name }: ArchiveFormat) => name === format);
    yield* whole === undefined ? readEach(files) : whole.readArchive(files);
    return;
  }
  // Parts of one product's export have one name.
  const named: FileFormat[] = FILE_FORMATS.filter(({ name }: FileFormat) => name === format);
  const head = await readFileHead(file);
  const single = named.find(({ fits }) => fits(head)) ?? named[0];
  if (single === undefined) throw new TransferError('unknown', `${format} has no records`);
  yield* single.read(file);
}
