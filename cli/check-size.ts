import { CliError } from './errors.ts';

const MB = 1024 * 1024;
/** Pages with their pictures in them are read; more is no page, and would not fit into memory as a document. */
const MOST_MB = 64;
/** The document gives each frame a window of its own, of 2.5 MB and some 15 ms; saved pages have a few dozen. */
const MOST_FRAMES = 300;

/** Tags are plain ASCII in every encoding of pages; in UTF-16 with a zero beside each letter. */
const asLetters = (source: string | Uint8Array): string =>
  typeof source === 'string'
    ? source
    : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
        .toString('latin1')
        .replaceAll('\0', '');

/**
 * Looks at a page's source before it is parsed.
 *
 * @throws CliError where it would take minutes, or more memory than there is
 */
export function checkSize(source: string | Uint8Array): void {
  if (source.length > MOST_MB * MB) throw new CliError(`it is larger than ${MOST_MB} MB`);
  let frames = 0;
  for (const _ of asLetters(source).matchAll(/<i?frame(?=[\s/>])/gi)) {
    frames += 1;
    if (frames > MOST_FRAMES) throw new CliError(`it has more than ${MOST_FRAMES} frames`);
  }
}
