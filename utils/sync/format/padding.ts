/**
 * Padding of files, so that their sizes reveal less. The sizes are those of Padmé (Nikitin and others, “Reducing Metadata
 * Leakage from Encrypted Files”, 2019), with an overhead of at most 12 %, and less for larger files.
 */

/** Smaller files are all padded to this size, in bytes. */
const MIN_SIZE = 1024;

/** Returns the size in bytes to which a file of `length` bytes is padded. */
export function paddedSize(length: number): number {
  if (length <= MIN_SIZE) return MIN_SIZE;
  const exponent = Math.floor(Math.log2(length));
  const significantBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - significantBits);
  return Math.ceil(length / step) * step;
}

/** Pads a file with zeros. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(paddedSize(bytes.length));
  padded.set(bytes);
  return padded;
}

/*
 * The `gzip` command ignores zeros after a gzip file, but browsers reject them. Therefore, the file's length is stored in
 * an extra field of its header (RFC 1952, 2.3.1.1), which consists of `O`, `P`, the length of its data (4), and the data.
 */
const GZIP_HEADER_BYTES = 10;
const EXTRA_FIELD_BYTES = 10;
const FLAG_EXTRA = 4;

async function pipeBytes(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** Compresses a text and pads the result. `gzip -d` can decompress it. */
export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = await pipeBytes(new TextEncoder().encode(text), new CompressionStream('gzip'));
  const file = new Uint8Array(gzip.length + EXTRA_FIELD_BYTES);
  file.set(gzip.subarray(0, GZIP_HEADER_BYTES));
  file.set(gzip.subarray(GZIP_HEADER_BYTES), GZIP_HEADER_BYTES + EXTRA_FIELD_BYTES);
  // For privacy, omit the time and the operating system.
  file.set([FLAG_EXTRA, 0, 0, 0, 0, 0, 255], 3);
  const view = new DataView(file.buffer);
  view.setUint16(GZIP_HEADER_BYTES, EXTRA_FIELD_BYTES - 2, true);
  file.set([0x4f, 0x50], GZIP_HEADER_BYTES + 2);
  view.setUint16(GZIP_HEADER_BYTES + 4, 4, true);
  view.setUint32(GZIP_HEADER_BYTES + 6, file.length, true);
  return pad(file);
}

/**
 * Decompresses a padded text.
 *
 * @param maxChars maximum length of the text in UTF-16 code units
 * @throws TypeError if the bytes are not from `packText`, or the text is too long
 */
export async function unpackText(bytes: Uint8Array<ArrayBuffer>, maxChars: number): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    bytes.length < GZIP_HEADER_BYTES + EXTRA_FIELD_BYTES ||
    view.getUint16(GZIP_HEADER_BYTES + 2) !== 0x4f50
  )
    throw new TypeError('not written by packText');
  const length = view.getUint32(GZIP_HEADER_BYTES + 6, true);
  if (length > bytes.length) throw new TypeError('shorter than its header states');
  const stream = new Blob([bytes.subarray(0, length)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let chars = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = decoder.decode(value, { stream: true });
    chars += part.length;
    if (chars > maxChars) {
      await reader.cancel();
      throw new TypeError('longer than the maximum length');
    }
    parts.push(part);
  }
  return parts.join('') + decoder.decode();
}
