/** Detects the format of a file from its content, and reads its records. */
import { looksLikeBackup } from '../backup-format.ts';
import { TransferError, type TransferErrorCode } from '../transfer-error.ts';
import { looksLikeZip, ZipArchive } from '../zip/zip-reader.ts';
import { listFiles } from './archive-files.ts';
import type { ArchiveFile, ArchiveFormat, FileFormat, FileHead, SiblingFiles } from './format-types.ts';
import { isPage } from './formats/saved-page.ts';
import { ARCHIVE_FORMATS, FILE_FORMATS, type ImportFormatName } from './formats.ts';
import type { ImportRecord, RecordFailure, RecordStream } from './import-types.ts';
import { parseFileHead } from './read-head.ts';
import { findUnsupportedArchive, findUnsupportedFile } from './unsupported-files.ts';

export type { ImportFormatName } from './formats.ts';

/** Files that accompany an export and contain no records: images, style sheets, readme files. */
const ACCESSORY_FILE =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|js|map|woff2?|ttf|otf|mp[34]|pdf)$|(?:^|\/)(?:readme|licen[cs]e)[^/]*$/i;

/** Normalised names of columns with passwords, in several languages. */
const PASSWORD_COLUMN =
  /^(?:login|user|account|website)?(?:pass(?:words?|wort|ord|phrase)|pwd|kennwort|wachtwoord|motdepasse|contrase[ñn]a|senha|palavrapasse|парол[ьі]?|adgangskode|kodeord|lösenord|salasana|jelszó|şifre|كلمةالمرور|密码|密碼|パスワード|비밀번호|암호)$/u;

/** Names for passwords that have other meanings too (key, word, slogan, mountain pass). */
const AMBIGUOUS_PASSWORD_COLUMN = /^(?:clave|parola|hasło|heslo|pass)$/u;

/** Normalised names of columns with user names. */
const LOGIN_COLUMN =
  /^(?:user|login|e?mail$|usuario|correo|utente|nomeutente|utilizator|kullanıcı|użytkownik|nazwaużytkownika|uživatel|identifiant)/u;

/**
 * Recognises exports of passwords from password managers and browsers, which would otherwise look like lists of links.
 */
function hasPasswordColumn(head: FileHead): boolean {
  if (head.kind !== 'text') return false;
  const { columns, rows } = head;
  // Not a table: a list of links whose first line is a title with a comma.
  if (columns.length > 1 && rows.length > 0 && rows.every((row) => row.length < 2)) return false;
  return columns.some(
    (name) =>
      PASSWORD_COLUMN.test(name) ||
      (AMBIGUOUS_PASSWORD_COLUMN.test(name) && columns.some((other) => LOGIN_COLUMN.test(other))),
  );
}

function findFormat(head: FileHead | null): FileFormat<ImportFormatName> | null {
  return head === null || hasPasswordColumn(head) || findUnsupportedFile(head) !== null
    ? null
    : (FILE_FORMATS.find(({ matches: fits }) => fits(head)) ?? null);
}

async function findArchiveFormat(
  files: readonly ArchiveFile[],
): Promise<ArchiveFormat<ImportFormatName> | null> {
  for (const format of ARCHIVE_FORMATS) if (await format.matchesArchive(files)) return format;
  return null;
}

async function isZip(file: Blob): Promise<boolean> {
  return looksLikeZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/** Maximum nesting of archives. The outermost may come from `bundleFiles`. */
const MAX_DEPTH = 2;

/** Opens a nested archive. Returns null if the file is not an archive, is damaged, or unpacks to too many bytes. */
async function openNested(file: Blob, outer: ZipArchive): Promise<ZipArchive | null> {
  try {
    return (await isZip(file)) ? await ZipArchive.open(file, outer.allowance) : null;
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/** What a file in an archive is: of a format, or of a kind that can't be imported. */
type FileKind = { format: ImportFormatName } | { unsupported: TransferErrorCode };

/** Finds what the files in an archive are. Files of unknown formats are skipped. */
async function* findKinds(zip: ZipArchive, depth: number): AsyncGenerator<FileKind, void, undefined> {
  const files = listFiles(zip);
  const unsupportedArchive = findUnsupportedArchive(files);
  if (unsupportedArchive !== null) return yield { unsupported: unsupportedArchive };
  const archiveFormat = await findArchiveFormat(files);
  const parts = new Set(await archiveFormat?.selectFiles(files));
  if (archiveFormat !== null) yield { format: archiveFormat.name };
  for (const file of files) {
    if (ACCESSORY_FILE.test(file.name) || parts.has(file)) continue;
    const head = await file.head();
    if (head === null) continue;
    const format = findFormat(head);
    const unsupported = findUnsupportedFile(head);
    if (format !== null) yield { format: format.name };
    if (unsupported !== null) yield { unsupported };
    if (head.kind !== 'binary' || depth >= MAX_DEPTH) continue;
    const nested = await openNested(await file.open(), zip);
    if (nested !== null && !looksLikeBackup(nested)) yield* findKinds(nested, depth + 1);
  }
}

/** @throws TransferError if the archive has only files of kinds that can't be imported */
async function detectZipFormat(zip: ZipArchive): Promise<ImportFormatName | null> {
  if (looksLikeBackup(zip)) return 'backup';
  let format: ImportFormatName | null = null;
  let unsupported: TransferErrorCode | null = null;
  for await (const kind of findKinds(zip, 1)) {
    if ('unsupported' in kind) unsupported ??= kind.unsupported;
    else if (format !== null && format !== kind.format) return 'mixed';
    else format = kind.format;
  }
  if (format === null && unsupported !== null)
    throw new TransferError(unsupported, 'an archive of files that are not supported');
  return format;
}

/**
 * Detects the format of a file.
 *
 * @throws TransferError `empty`, `unknown`, `passwords`, `noAddress`, the codes of `unsupported-files.ts`, and the
 *   errors of `ZipArchive`
 */
export async function detectFormat(file: Blob): Promise<ImportFormatName> {
  if (file.size === 0) throw new TransferError('empty', 'no bytes');
  const head = (await isZip(file)) ? null : await parseFileHead(file);
  if (head !== null && hasPasswordColumn(head)) throw new TransferError('passwords', 'a column of passwords');
  const unsupported = head === null ? null : findUnsupportedFile(head);
  if (unsupported !== null) throw new TransferError(unsupported, 'a kind of file that is not supported');
  const format =
    head === null ? await detectZipFormat(await ZipArchive.open(file)) : (findFormat(head)?.name ?? null);
  if (format === null && head !== null && isPage(head))
    throw new TransferError('noAddress', 'a web page without an address');
  if (format === null) throw new TransferError('unknown', 'no format matches');
  return format;
}

/** Reads the records of an archive: first those of an archive format, then those of all other files. */
async function* readArchive(zip: ZipArchive, depth: number): RecordStream {
  const files = listFiles(zip);
  const archiveFormat = await findArchiveFormat(files);
  const parts = (await archiveFormat?.selectFiles(files)) ?? [];
  if (archiveFormat !== null) yield* archiveFormat.readArchive(parts);
  const claimed = new Set(parts);
  yield* readFiles(
    files.filter((file) => !ACCESSORY_FILE.test(file.name) && !claimed.has(file)),
    zip,
    depth,
  );
}

const makeFailure = (title: string, why: RecordFailure): ImportRecord => ({ at: '', why, url: '', title });

/** Maximum length of the name of a file with siblings, in UTF-16 units; it is part of each path that is resolved. */
const MAX_NAME_LENGTH = 4096;

/** Returns a function that finds files by paths relative to a file; the paths may be percent-encoded. */
function makeSiblingLookup(name: string, files: ReadonlyMap<string, ArchiveFile>): SiblingFiles {
  if (name.length > MAX_NAME_LENGTH) return () => undefined;
  const root = 'http://archive.invalid/';
  const base = root + name.split('/').map(encodeURIComponent).join('/');
  return (path) => {
    const href = URL.canParse(path, base) ? new URL(path, base).href : '';
    if (!href.startsWith(root)) return undefined;
    try {
      return files.get(decodeURIComponent(href.slice(root.length)));
    } catch {
      // Invalid percent-encoding, so no file has this name.
      return undefined;
    }
  };
}

/** Reads each file in its own format; files of unknown format are reported. */
async function* readFiles(files: readonly ArchiveFile[], outer: ZipArchive, depth: number): RecordStream {
  const deferred: (() => RecordStream)[] = [];
  const filesByName = new Map(listFiles(outer).map((file) => [file.name, file]));
  for (const { name, open } of files) {
    let file: Blob;
    try {
      file = await open();
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield makeFailure(name, 'unreadable');
      continue;
    }
    const nested = depth < MAX_DEPTH ? await openNested(file, outer) : null;
    const format = nested === null ? findFormat(await parseFileHead(file)) : null;
    if (nested !== null && looksLikeBackup(nested)) yield makeFailure(name, 'backup');
    else if (nested !== null && findUnsupportedArchive(listFiles(nested)) !== null)
      yield makeFailure(name, 'unknownFile');
    else if (nested !== null) yield* prefixPositions(name, readArchive(nested, depth + 1));
    else if (format === null) yield makeFailure(name, 'unknownFile');
    else if (format.isReadLast === true)
      deferred.push(() => prefixPositions(name, format.read(file, makeSiblingLookup(name, filesByName))));
    else yield* prefixPositions(name, format.read(file, makeSiblingLookup(name, filesByName)));
  }
  for (const read of deferred) yield* read();
}

/** Prefixes the positions of records with their file name. Damage to the file is reported after the readable records. */
async function* prefixPositions(name: string, records: RecordStream): RecordStream {
  try {
    for await (const record of records) yield { ...record, at: `${name}: ${record.at}` };
  } catch (error) {
    // A RangeError: nested too deeply, or longer than a string can be. The other files are still read.
    if (!(error instanceof TransferError || error instanceof RangeError)) throw error;
    yield makeFailure(name, 'unreadable');
  }
}

/**
 * Reads the records of a file, always in the same order.
 *
 * @param format the result of `detectFormat`; not `backup`, which has no records; see `backup-format.ts`
 */
export async function* readRecords(file: Blob, format: ImportFormatName): RecordStream {
  if (await isZip(file)) {
    yield* readArchive(await ZipArchive.open(file), 1);
    return;
  }
  // Several formats of one product may have the same name.
  const candidates = FILE_FORMATS.filter(({ name }) => name === format);
  const head = await parseFileHead(file);
  const matchedFormat = candidates.find(({ matches: fits }) => fits(head)) ?? candidates[0];
  if (matchedFormat === undefined) throw new TransferError('unknown', `${format} has no records`);
  yield* matchedFormat.read(file);
}
