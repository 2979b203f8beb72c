import { crc32 } from './crc32.ts';

/** What goes into an archive for an entry. */
export interface PackedEntry {
  /** Deflated, or as they are where that is no longer. */
  bytes: Uint8Array<ArrayBuffer>;
  isPacked: boolean;
  /** Bytes and CRC-32 of what was packed. */
  size: number;
  crc: number;
}

/** A string is written as UTF-8. */
export type Pack = (content: string | Uint8Array<ArrayBuffer>) => Promise<PackedEntry>;

/** Raw deflate (RFC 1951) by the browser itself, without a detour over blobs. */
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

/** Packs where it is called. */
export async function packEntry(content: string | Uint8Array<ArrayBuffer>): Promise<PackedEntry> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const packed = bytes.length > 0 ? await deflate(bytes) : bytes;
  const isPacked = packed.length < bytes.length;
  return { bytes: isPacked ? packed : bytes, isPacked, size: bytes.length, crc: crc32(bytes) };
}
