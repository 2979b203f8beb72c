/**
 * What a file's size says is made less: files are filled up to one of few sizes. The sizes are those of Padmé (Nikitin
 * and others, “Reducing Metadata Leakage from Encrypted Files”, 2019): never more than 12 % over, and less for larger
 * ones.
 */

/** Below that, in bytes, all files are of one size. */
const SMALLEST = 1024;

/** The size, in bytes, that a file of `length` bytes is filled up to. */
export function paddedSize(length: number): number {
  if (length <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

/** The bytes, and zeros behind them. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(paddedSize(bytes.length));
  padded.set(bytes);
  return padded;
}

/*
 * A gzip file may have zeros behind it, which the `gzip` command leaves out and browsers refuse. So its length is in an
 * extra field of its head (RFC 1952, 2.3.1.1): `O`, `P`, the length of the field's value, and the length of the file.
 */
const GZIP_HEAD = 10;
const EXTRA = 10;
const FLAG_EXTRA = 4;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** Text, packed and filled up: what `gzip -d` makes the text out of again. */
export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = await through(new TextEncoder().encode(text), new CompressionStream('gzip'));
  const file = new Uint8Array(gzip.length + EXTRA);
  file.set(gzip.subarray(0, GZIP_HEAD));
  file.set(gzip.subarray(GZIP_HEAD), GZIP_HEAD + EXTRA);
  // The time and the system that it was packed on are nobody's business.
  file.set([FLAG_EXTRA, 0, 0, 0, 0, 0, 255], 3);
  const view = new DataView(file.buffer);
  view.setUint16(GZIP_HEAD, EXTRA - 2, true);
  file.set([0x4f, 0x50], GZIP_HEAD + 2);
  view.setUint16(GZIP_HEAD + 4, 4, true);
  view.setUint32(GZIP_HEAD + 6, file.length, true);
  return pad(file);
}

/** @throws TypeError where it is not what `packText` made */
export async function unpackText(bytes: Uint8Array<ArrayBuffer>, mostChars: number): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < GZIP_HEAD + EXTRA || view.getUint16(GZIP_HEAD + 2) !== 0x4f50)
    throw new TypeError('not packed by us');
  const length = view.getUint32(GZIP_HEAD + 6, true);
  if (length > bytes.length) throw new TypeError('shorter than it says');
  const stream = new Blob([bytes.subarray(0, length)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let chars = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = decoder.decode(value, { stream: true });
    chars += part.length;
    if (chars > mostChars) {
      await reader.cancel();
      throw new TypeError('longer than anything we write');
    }
    parts.push(part);
  }
  return parts.join('') + decoder.decode();
}
