import { crc32 } from './crc32.ts';

/** The compressed data of an entry. */
export interface CompressedEntry {
  /** Deflated bytes; the original bytes if deflating would not make them smaller. */
  bytes: Uint8Array<ArrayBuffer>;
  isCompressed: boolean;
  /** Size in bytes and CRC-32 of the original data. */
  size: number;
  crc: number;
}

/** Compresses an entry; a string is encoded as UTF-8. */
export type CompressEntry = (content: string | Uint8Array<ArrayBuffer>) => Promise<CompressedEntry>;

/** Compresses bytes to raw deflate (RFC 1951) with `CompressionStream`, without intermediate blobs. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value);
    length += chunk.value.length;
  }
  await written;
  const compressed = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    compressed.set(chunk, offset);
    offset += chunk.length;
  }
  return compressed;
}

/** Compresses an entry on the calling thread. */
export async function compressEntry(content: string | Uint8Array<ArrayBuffer>): Promise<CompressedEntry> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const compressed = bytes.length > 0 ? await deflate(bytes) : bytes;
  const isCompressed = compressed.length < bytes.length;
  return { bytes: isCompressed ? compressed : bytes, isCompressed, size: bytes.length, crc: crc32(bytes) };
}
