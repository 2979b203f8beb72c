import { crc32 } from './crc32.ts';

/** The packed data of an entry. */
export interface PackedEntry {
  /** Deflated bytes, or the original ones if they are not longer. */
  bytes: Uint8Array<ArrayBuffer>;
  isPacked: boolean;
  /** Size in bytes and CRC-32 of the original data. */
  size: number;
  crc: number;
}

/** A string is written as UTF-8. */
export type Pack = (content: string | Uint8Array<ArrayBuffer>) => Promise<PackedEntry>;

/** Raw deflate (RFC 1951) with the browser's own implementation, without intermediate blobs. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packing = new CompressionStream('deflate-raw');
  const writer = packing.writable.getWriter();
  const writing = Promise.all([writer.write(bytes), writer.close()]);
  const reader = packing.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
  }
  await writing;
  const packed = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Packs on the calling thread. */
export async function packEntry(content: string | Uint8Array<ArrayBuffer>): Promise<PackedEntry> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const packed = bytes.length > 0 ? await deflate(bytes) : bytes;
  const isPacked = packed.length < bytes.length;
  return { bytes: isPacked ? packed : bytes, isPacked, size: bytes.length, crc: crc32(bytes) };
}
