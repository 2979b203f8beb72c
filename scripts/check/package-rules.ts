/** Rules that make a package reproducible. */

/** A file in a ZIP, according to its central directory. */
export interface PackedFile {
  name: string;
  /**
   * Date and time in MS-DOS format, the date in the upper half;
   * https://pkwaredownloads.blob.core.windows.net/pem/APPNOTE.txt, 4.4.6.
   */
  time: number;
  /** Size of extra fields that tools add (times, owners), in bytes. */
  extra: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;

/**
 * Lists the files of a ZIP in the order of its central directory.
 *
 * @throws RangeError if it is not a ZIP, or has a comment at its end
 */
export function listPackedFiles(zip: Uint8Array): PackedFile[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('not a ZIP without a comment');
  const files: PackedFile[] = [];
  let at = view.getUint32(end + 16, true);
  while (at < end) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('a damaged list of files');
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(zip.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length));
    files.push({ name, time: view.getUint32(at + 12, true), extra });
    at += ENTRY_BYTES + length + extra + view.getUint16(at + 32, true);
  }
  return files;
}

/**
 * Checks a package for properties that differ between builds: the order and the dates of its files, and paths of the
 * build machine.
 *
 * @returns one sentence for each problem
 */
export function checkPackedFiles(files: readonly PackedFile[]): string[] {
  const names = files.map(({ name }) => name);
  const [{ time } = { time: 0 }] = files;
  return [
    ...(names.toSorted().join('\n') === names.join('\n')
      ? []
      : ['files are not in the order of their names']),
    ...files.filter((file) => file.time !== time).map(({ name }) => `${name} has a date of its own`),
    ...files.filter(({ extra }) => extra > 0).map(({ name }) => `${name} has extra fields`),
    ...names
      .filter((name) => /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\/.test(name))
      .map((name) => `${name} is no path inside the package`),
  ];
}
