import { CliError } from './errors.ts';

/** Signatures of files that are often mistaken for pages. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'it is a PDF, not HTML'],
  ['PK\u0003\u0004', 'it is a ZIP, not HTML'],
  ['\u001f\u008b', 'it is compressed (gzip), not HTML'],
  ['From: <Saved by', 'it is a web archive (MHTML), not HTML'],
];
/** Number of bytes examined to detect the file type. */
const SIGNATURE_BYTES = 4096;

/**
 * Rejects other files.
 *
 * @throws CliError if a file is empty or clearly not a page
 */
export function checkIsPage(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString('latin1');
  if (head.trim() === '') throw new CliError('it is empty');
  const other = OTHER_FILES.find(([beginning]) => head.startsWith(beginning));
  if (other !== undefined) throw new CliError(other[1]);
  // In UTF-16, every other byte of a page is zero.
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (!isWide && head.includes('\0')) throw new CliError('it is a binary file, not HTML');
  if (!isWide && !/<[a-z!?][^<]*/i.test(head)) throw new CliError('it is not HTML (--text reads plain text)');
}
