/**
 * Unpacks Firefox's `.jsonlz4`: `mozLz40\0`, the length of the text (four bytes, little-endian), and one LZ4 block. See
 * `toolkit/components/lz4` of Firefox and LZ4's `lz4_Block_format.md`.
 */
import { TransferError } from '../../transfer-error.ts';

const MAGIC = 'mozLz40\0';
const HEADER = MAGIC.length + 4;

/** Maximum unpacked size in bytes, and maximum compression ratio of LZ4. */
const MAX_UNPACKED_BYTES = 256 * 2 ** 20;
const MAX_RATIO = 255;

/** A length of this value is followed by bytes that are added to it. */
const LONG_RUN = 15;

/** The minimum length of a match. */
const MIN_MATCH = 4;

export function looksLikeMozLz4(bytes: Uint8Array): boolean {
  return MAGIC.split('').every((mark, i) => bytes[i] === mark.charCodeAt(0));
}

function unpackBlock(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const unpacked = new Uint8Array(length);
  let from = 0;
  let to = 0;
  const next = (): number => {
    const byte = packed[from++];
    if (byte === undefined) throw new TransferError('damaged', 'the block ends early');
    return byte;
  };
  const lengthOf = (run: number): number => {
    let all = run;
    if (run < LONG_RUN) return all;
    for (;;) {
      const more = next();
      all += more;
      if (more < 255) return all;
    }
  };
  while (from < packed.length) {
    const token = next();
    const literals = lengthOf(token >> 4);
    if (from + literals > packed.length || to + literals > length)
      throw new TransferError('damaged', 'more literals than there are');
    unpacked.set(packed.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last sequence has no match.
    if (from >= packed.length) break;
    const offset = next() | (next() << 8);
    const match = lengthOf(token & LONG_RUN) + MIN_MATCH;
    if (offset === 0 || offset > to || to + match > length)
      throw new TransferError('damaged', 'a match outside what was unpacked');
    // A match may overlap with its own output, so it is copied byte by byte.
    for (let i = 0; i < match; i += 1, to += 1) unpacked[to] = unpacked[to - offset] ?? 0;
  }
  if (to !== length) throw new TransferError('damaged', `${to} bytes for ${length}`);
  return unpacked;
}

/**
 * Unpacks a file; returns it unchanged if it is not packed.
 *
 * @throws TransferError `damaged`; `bomb` if the stated size is more than allowed or possible
 */
export async function unpackMozLz4(file: Blob): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, HEADER).arrayBuffer());
  if (!looksLikeMozLz4(head)) return file;
  if (head.length < HEADER) throw new TransferError('damaged', 'no length');
  const length = new DataView(head.buffer).getUint32(MAGIC.length, true);
  if (length > MAX_UNPACKED_BYTES || length > file.size * MAX_RATIO)
    throw new TransferError('bomb', `${length} bytes`);
  return new Blob([unpackBlock(new Uint8Array(await file.slice(HEADER).arrayBuffer()), length)]);
}
