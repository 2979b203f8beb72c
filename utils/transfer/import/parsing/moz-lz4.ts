/**
 * Unpacks Firefox's `.jsonlz4`: `mozLz40\0`, the length of the text (four bytes, little-endian), and one LZ4 block. See
 * `toolkit/components/lz4` of Firefox and LZ4's `lz4_Block_format.md`.
 */
import { TransferError } from '../../transfer-error.ts';

const MAGIC_TEXT = 'mozLz40\0';
const HEADER_BYTES = MAGIC_TEXT.length + 4;

/** Maximum decompressed size in bytes, and the maximum compression ratio of LZ4. */
const MAX_UNPACKED_BYTES = 256 * 2 ** 20;
const MAX_RATIO = 255;

/** A length of this value continues in the following bytes, which are added to it. */
const LONG_RUN = 15;

/** The minimum length of a match. */
const MIN_MATCH = 4;

export function looksLikeMozLz4(bytes: Uint8Array): boolean {
  return MAGIC_TEXT.split('').every((character, i) => bytes[i] === character.charCodeAt(0));
}

function unpackBlock(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const unpacked = new Uint8Array(length);
  let readOffset = 0;
  let writeOffset = 0;
  const readByte = (): number => {
    const byte = packed[readOffset++];
    if (byte === undefined) throw new TransferError('damaged', 'the block ends early');
    return byte;
  };
  const readLength = (nibble: number): number => {
    let total = nibble;
    if (nibble < LONG_RUN) return total;
    for (;;) {
      const extra = readByte();
      total += extra;
      if (extra < 255) return total;
    }
  };
  while (readOffset < packed.length) {
    const token = readByte();
    const literalLength = readLength(token >> 4);
    if (readOffset + literalLength > packed.length || writeOffset + literalLength > length)
      throw new TransferError('damaged', 'literals beyond the end');
    unpacked.set(packed.subarray(readOffset, readOffset + literalLength), writeOffset);
    readOffset += literalLength;
    writeOffset += literalLength;
    // The last sequence has no match.
    if (readOffset >= packed.length) break;
    const offset = readByte() | (readByte() << 8);
    const matchLength = readLength(token & LONG_RUN) + MIN_MATCH;
    if (offset === 0 || offset > writeOffset || writeOffset + matchLength > length)
      throw new TransferError('damaged', 'a match outside of the output');
    // A match may overlap with its own output, so it is copied byte by byte.
    for (let i = 0; i < matchLength; i += 1, writeOffset += 1)
      unpacked[writeOffset] = unpacked[writeOffset - offset] ?? 0;
  }
  if (writeOffset !== length) throw new TransferError('damaged', `${writeOffset} bytes for ${length}`);
  return unpacked;
}

/**
 * Decompresses a file; returns other files unchanged.
 *
 * @throws TransferError `damaged`; `bomb` if the stated size is more than allowed or possible
 */
export async function unpackMozLz4(file: Blob): Promise<Blob> {
  const head = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  if (!looksLikeMozLz4(head)) return file;
  if (head.length < HEADER_BYTES) throw new TransferError('damaged', 'no length');
  const length = new DataView(head.buffer).getUint32(MAGIC_TEXT.length, true);
  if (length > MAX_UNPACKED_BYTES || length > file.size * MAX_RATIO)
    throw new TransferError('bomb', `${length} bytes`);
  return new Blob([unpackBlock(new Uint8Array(await file.slice(HEADER_BYTES).arrayBuffer()), length)]);
}
