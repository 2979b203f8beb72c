/**
 * Writes a ZIP file as a stream (PKWARE APPNOTE.TXT 6.3), so that the whole file is never in memory. Archives of 4 GiB
 * or more, or with 65,535 entries or more, use ZIP64.
 */

import { type CompressEntry, type CompressedEntry, compressEntry } from './compress-entry.ts';
import { crc32 } from './crc32.ts';

/** A part of a file: bytes, or a blob that need not be read into memory. */
export type FilePart = Uint8Array<ArrayBuffer> | Blob;

/** Receives the parts of a file in order. */
export type FileSink = (part: FilePart) => void | Promise<void>;

/** A written entry. */
export interface WrittenEntry {
  name: string;
  /** Uncompressed size in bytes. */
  size: number;
  /** CRC-32 of the uncompressed bytes. */
  crc: number;
}

interface CentralRecord extends WrittenEntry {
  nameBytes: Uint8Array;
  method: 0 | 8;
  compressedSize: number;
  offset: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Version needed to extract: 2.0 for deflate, 4.5 for ZIP64. */
const VERSION = 20;
const VERSION_64 = 45;
/** General purpose flag: names are UTF-8. */
const UTF8_FLAG = 0x0800;
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;
/** Maximum length of a name in bytes; the format allows 65,535, but other programs fail to unpack such names. */
const MAX_NAME_BYTES = 4096;

/** A fixed date, 1 January 2000, so that the output is deterministic. */
const FIXED_DATE = ((2000 - 1980) << 9) | (1 << 5) | 1;

/** Writes little-endian numbers. */
class ByteWriter {
  readonly #view: DataView<ArrayBuffer>;
  #position = 0;
  constructor(length: number) {
    this.#view = new DataView(new ArrayBuffer(length));
  }
  u16(...values: number[]): this {
    for (const value of values) {
      this.#view.setUint16(this.#position, value, true);
      this.#position += 2;
    }
    return this;
  }
  u32(...values: number[]): this {
    for (const value of values) {
      this.#view.setUint32(this.#position, value, true);
      this.#position += 4;
    }
    return this;
  }
  u64(...values: number[]): this {
    for (const value of values) {
      this.#view.setBigUint64(this.#position, BigInt(value), true);
      this.#position += 8;
    }
    return this;
  }
  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#view.buffer);
  }
}

async function storeUncompressed(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<CompressedEntry> {
  const bytes =
    content instanceof Blob
      ? new Uint8Array(await content.arrayBuffer())
      : typeof content === 'string'
        ? new TextEncoder().encode(content)
        : content;
  return { bytes, isCompressed: false, size: bytes.length, crc: crc32(bytes) };
}

/** An archive that is being written. */
export class ZipWriter {
  readonly #sink: FileSink;
  readonly #entries: CentralRecord[] = [];
  readonly #compress: CompressEntry;
  #offset = 0;
  /** Resolves when the most recently added entry is written. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  /** @param compress packs entries; by default on this thread */
  constructor(sink: FileSink, compress: CompressEntry = compressEntry) {
    this.#sink = sink;
    this.#compress = compress;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#offset;
  }

  async #writePart(part: FilePart): Promise<void> {
    this.#offset += part instanceof Blob ? part.size : part.length;
    await this.#sink(part);
  }

  /**
   * Adds an entry. The next entry can be added without waiting: entries are compressed in parallel and written in
   * order.
   *
   * @param name path in the archive, with `/`
   * @param content strings are encoded as UTF-8; blobs are stored uncompressed, since images are already compressed
   * @param compress false stores the entry uncompressed
   */
  add(
    name: string,
    content: string | Uint8Array<ArrayBuffer> | Blob,
    compress = true,
  ): Promise<WrittenEntry> {
    const compressing =
      compress && !(content instanceof Blob) ? this.#compress(content) : storeUncompressed(content);
    const previousWrite = this.#lastWrite;
    const write = (async () => {
      const [entry] = await Promise.all([compressing, previousWrite]);
      return this.#write(name, entry, content instanceof Blob ? content : entry.bytes);
    })();
    this.#lastWrite = write;
    // A failure rejects this call and all later ones.
    write.catch(() => undefined);
    return write;
  }

  async #write(
    name: string,
    { isCompressed: isPacked, bytes: { length }, size, crc }: CompressedEntry,
    content: FilePart,
  ): Promise<WrittenEntry> {
    const nameBytes = new TextEncoder().encode(name);
    if (nameBytes.length > MAX_NAME_BYTES) throw new RangeError(`a name of ${nameBytes.length} bytes`);
    const record: CentralRecord = {
      name,
      nameBytes,
      method: isPacked ? 8 : 0,
      size,
      compressedSize: length,
      crc,
      offset: this.#offset,
    };
    this.#entries.push(record);
    const header = new ByteWriter(30)
      .u32(LOCAL_HEADER)
      .u16(VERSION, UTF8_FLAG, record.method, 0, FIXED_DATE)
      .u32(record.crc, record.compressedSize, record.size)
      .u16(nameBytes.length, 0);
    await this.#writePart(header.toBytes());
    await this.#writePart(nameBytes);
    if (record.compressedSize > 0) await this.#writePart(content);
    return { name, size, crc };
  }

  async #writeCentral(record: CentralRecord): Promise<void> {
    const needs64 = record.offset >= MAX_32;
    const header = new ByteWriter(46)
      .u32(CENTRAL_HEADER)
      .u16(VERSION_64, needs64 ? VERSION_64 : VERSION, UTF8_FLAG, record.method, 0, FIXED_DATE)
      .u32(record.crc, record.compressedSize, record.size)
      .u16(record.nameBytes.length, needs64 ? 12 : 0, 0, 0, 0)
      .u32(0, needs64 ? MAX_32 : record.offset);
    await this.#writePart(header.toBytes());
    await this.#writePart(record.nameBytes as Uint8Array<ArrayBuffer>);
    if (needs64) await this.#writePart(new ByteWriter(12).u16(1, 8).u64(record.offset).toBytes());
  }

  /** Writes the central directory. Call it last: no entries can be added afterwards. */
  async finish(): Promise<void> {
    await this.#lastWrite;
    const start = this.#offset;
    for (const record of this.#entries) await this.#writeCentral(record);
    const size = this.#offset - start;
    const count = this.#entries.length;
    if (start >= MAX_32 || count >= MAX_16) {
      const end64Offset = this.#offset;
      await this.#writePart(
        new ByteWriter(56)
          .u32(END_RECORD_64)
          .u64(44)
          .u16(VERSION_64, VERSION_64)
          .u32(0, 0)
          .u64(count, count, size, start)
          .toBytes(),
      );
      await this.#writePart(new ByteWriter(20).u32(LOCATOR_64, 0).u64(end64Offset).u32(1).toBytes());
    }
    const count16 = Math.min(count, MAX_16);
    await this.#writePart(
      new ByteWriter(22)
        .u32(END_RECORD)
        .u16(0, 0, count16, count16)
        .u32(size, Math.min(start, MAX_32))
        .u16(0)
        .toBytes(),
    );
  }
}
