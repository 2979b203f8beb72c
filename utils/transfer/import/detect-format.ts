/** Which product wrote a file, from what is in it; and the records of it. */
import { looksLikeBackup } from '../backup-format.ts';
import { TransferError } from '../transfer-error.ts';
import { looksLikeZip, ZipArchive } from '../zip/zip-reader.ts';
import { filesOf } from './archive-files.ts';
import type { ArchiveFile, ArchiveFormat, FileFormat, FileHead } from './format-types.ts';
import { ARCHIVE_FORMATS, FILE_FORMATS, type ImportFormatName } from './formats.ts';
import type { ImportRecord, RecordFailure, RecordStream } from './import-types.ts';
import { readFileHead } from './read-head.ts';

export type { ImportFormatName } from './formats.ts';

/** What goes along with an export and is nobody's record: pictures, styles, a word of the product's. */
const ACCESSORY =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|js|map|woff2?|ttf|otf|mp[34]|pdf)$|(?:^|\/)(?:readme|licen[cs]e)[^/]*$/i;

/** "Password" as columns are called by it, folded, where products speak the user's language. */
const PASSWORD =
  /^(?:login|user|account|website)?(?:pass(?:words?|wort|ord|phrase)|pwd|kennwort|wachtwoord|motdepasse|contrase[ñn]a|senha|palavrapasse|парол[ьі]?|adgangskode|kodeord|lösenord|salasana|jelszó|şifre|كلمةالمرور|密码|密碼|パスワード|비밀번호|암호)$/u;

/** The same, where the word has other meanings: a key, a word, a slogan, a way over a mountain. */
const MAYBE_PASSWORD = /^(?:clave|parola|hasło|heslo|pass)$/u;

/** Whom a password lets in. */
const LOGIN =
  /^(?:user|login|e?mail$|usuario|correo|utente|nomeutente|utilizator|kullanıcı|użytkownik|nazwaużytkownika|uživatel|identifiant)/u;

/** Exports of password managers and browsers have a column for them, and often one for addresses, too. */
function holdsPasswords(head: FileHead): boolean {
  if (head.kind !== 'text') return false;
  const { columns, rows } = head;
  // A title with a comma in it, above an address, is no table.
  if (columns.length > 1 && rows.length > 0 && rows.every((row) => row.length < 2)) return false;
  return columns.some(
    (name) =>
      PASSWORD.test(name) || (MAYBE_PASSWORD.test(name) && columns.some((other) => LOGIN.test(other))),
  );
}

function formatOf(head: FileHead | null): FileFormat<ImportFormatName> | null {
  return head === null || holdsPasswords(head) ? null : (FILE_FORMATS.find(({ fits }) => fits(head)) ?? null);
}

async function archiveFormatOf(
  files: readonly ArchiveFile[],
): Promise<ArchiveFormat<ImportFormatName> | null> {
  for (const format of ARCHIVE_FORMATS) if (await format.fitsArchive(files)) return format;
  return null;
}

async function isZip(file: Blob): Promise<boolean> {
  return looksLikeZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/** Archives within archives that are opened: several files dropped together come as one. */
const DEEPEST = 2;

/** Opens a file of an archive as what may be an archive itself; null if it is none, is damaged or unpacks to too much. */
async function openNested(file: Blob, outer: ZipArchive): Promise<ZipArchive | null> {
  try {
    return (await isZip(file)) ? await ZipArchive.open(file, outer.allowance) : null;
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/** The formats of the files of an archive. */
async function formatsIn(zip: ZipArchive, depth: number): Promise<Set<ImportFormatName>> {
  const files = filesOf(zip);
  const whole = await archiveFormatOf(files);
  const parts = new Set(await whole?.partsOf(files));
  const found = new Set<ImportFormatName>(whole === null ? [] : [whole.name]);
  for (const file of files) {
    if (found.size > 1) break;
    if (ACCESSORY.test(file.name) || parts.has(file)) continue;
    const head = await file.head();
    const format = formatOf(head);
    if (format !== null) found.add(format.name);
    if (head?.kind !== 'binary' || depth >= DEEPEST) continue;
    const nested = await openNested(await file.open(), zip);
    if (nested === null || looksLikeBackup(nested)) continue;
    for (const name of await formatsIn(nested, depth + 1)) found.add(name);
  }
  return found;
}

async function detectZip(zip: ZipArchive): Promise<ImportFormatName | null> {
  if (looksLikeBackup(zip)) return 'backup';
  const found = [...(await formatsIn(zip, 1))];
  return found.length > 1 ? 'mixed' : (found[0] ?? null);
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

/** All records of an archive: those of one product's together, then each file that stands for itself. */
async function* readArchive(zip: ZipArchive, depth: number): RecordStream {
  const files = filesOf(zip);
  const whole = await archiveFormatOf(files);
  const parts = (await whole?.partsOf(files)) ?? [];
  if (whole !== null) yield* whole.readArchive(parts);
  const claimed = new Set(parts);
  yield* readEach(
    files.filter((file) => !ACCESSORY.test(file.name) && !claimed.has(file)),
    zip,
    depth,
  );
}

const refuse = (title: string, why: RecordFailure): ImportRecord => ({ at: '', why, url: '', title });

/** Files each by its own format; those of none are named. */
async function* readEach(files: readonly ArchiveFile[], outer: ZipArchive, depth: number): RecordStream {
  const last: (() => RecordStream)[] = [];
  for (const { name, open } of files) {
    let file: Blob;
    try {
      file = await open();
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      yield refuse(name, 'unreadable');
      continue;
    }
    const nested = depth < DEEPEST ? await openNested(file, outer) : null;
    const format = nested === null ? formatOf(await readFileHead(file)) : null;
    if (nested !== null && looksLikeBackup(nested)) yield refuse(name, 'backup');
    else if (nested !== null) yield* within(name, readArchive(nested, depth + 1));
    else if (format === null) yield refuse(name, 'unknownFile');
    else if (format.comesLast === true) last.push(() => within(name, format.read(file)));
    else yield* within(name, format.read(file));
  }
  for (const read of last) yield* read();
}

/** The records of one file among others; where it turns out to be damaged, it is named after what could be read. */
async function* within(name: string, records: RecordStream): RecordStream {
  try {
    for await (const record of records) yield { ...record, at: `${name}: ${record.at}` };
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    yield refuse(name, 'unreadable');
  }
}

/**
 * The records of a file in order, the same ones each time.
 *
 * @param format as `detectFormat` gave it; a backup has no records, see `backup-format.ts`
 */
export async function* readRecords(file: Blob, format: ImportFormatName): RecordStream {
  if (await isZip(file)) {
    yield* readArchive(await ZipArchive.open(file), 1);
    return;
  }
  // Parts of one product's export have one name.
  const named = FILE_FORMATS.filter(({ name }) => name === format);
  const head = await readFileHead(file);
  const single = named.find(({ fits }) => fits(head)) ?? named[0];
  if (single === undefined) throw new TransferError('unknown', `${format} has no records`);
  yield* single.read(file);
}
