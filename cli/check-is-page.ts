import { CliError } from './errors.ts';

/** Signatures of files that are often passed instead of pages, with an error message for each. */
const OTHER_FILE_TYPES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'it is a PDF, not HTML'],
  ['PK\u0003\u0004', 'it is a ZIP, not HTML'],
  ['\u001f\u008b', 'it is compressed (gzip), not HTML'],
  ['From: <Saved by', 'it is a web archive (MHTML), not HTML'],
];
/** Number of bytes that are examined to detect the file type. */
const SIGNATURE_BYTES = 4096;

/**
 * Rejects files that are not HTML.
 *
 * @throws CliError if the file is empty or clearly not HTML
 */
export function checkIsPage(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString('latin1');
  if (head.trim() === '') throw new CliError('it is empty');
  const otherType = OTHER_FILE_TYPES.find(([signature]) => head.startsWith(signature));
  if (otherType !== undefined) throw new CliError(otherType[1]);
  // In UTF-16, every other byte of a page is zero.
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (!isUtf16 && head.includes('\0')) throw new CliError('it is a binary file, not HTML');
  if (!isUtf16 && !/<[a-z!?][^<]*/i.test(head))
    throw new CliError('it is not HTML (--text reads plain text)');
}
