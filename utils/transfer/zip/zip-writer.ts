/**
 * Writes a ZIP file as a stream (PKWARE APPNOTE.TXT 6.3), so that the whole file is never in memory. Archives with more
 * than 4 GiB or 65,535 entries use ZIP64.
 */
import { crc32 } from './crc32.ts';
import { type Pack, type PackedEntry, packEntry } from './pack-entry.ts';

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

interface Record extends WrittenEntry {
  nameBytes: Uint8Array;
  method: 0 | 8;
  packed: number;
  offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** 2.0 for deflate, 4.5 for ZIP64. */
const VERSION = 20;
const VERSION_64 = 45;
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800;
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;
/** Maximum length of a name that other programs can unpack; the format allows 65,535 bytes. */
const MAX_NAME_BYTES = 4096;

/** A fixed date, 1 January 2000, so that the same library always results in the same file. */
const FIXED_DATE = ((2000 - 1980) << 9) | (1 << 5) | 1;

/** Writes little-endian numbers. */
class Bytes {
  readonly #view: DataView<ArrayBuffer>;
  #at = 0;
  constructor(length: number) {
    this.#view = new DataView(new ArrayBuffer(length));
  }
  u16(...values: number[]): this {
    for (const value of values) {
      this.#view.setUint16(this.#at, value, true);
      this.#at += 2;
    }
    return this;
  }
  u32(...values: number[]): this {
    for (const value of values) {
      this.#view.setUint32(this.#at, value, true);
      this.#at += 4;
    }
    return this;
  }
  u64(...values: number[]): this {
    for (const value of values) {
      this.#view.setBigUint64(this.#at, BigInt(value), true);
      this.#at += 8;
    }
    return this;
  }
  done(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#view.buffer);
  }
}

async function asItIs(content: string | Uint8Array<ArrayBuffer> | Blob): Promise<PackedEntry> {
  const bytes =
    content instanceof Blob
      ? new Uint8Array(await content.arrayBuffer())
      : typeof content === 'string'
        ? new TextEncoder().encode(content)
        : content;
  return { bytes, isPacked: false, size: bytes.length, crc: crc32(bytes) };
}

/** An archive that is being written. */
export class ZipWriter {
  readonly #sink: FileSink;
  readonly #records: Record[] = [];
  readonly #pack: Pack;
  #offset = 0;
  /** Resolves when the entry added last is written. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param pack packs entries; by default on this thread */
  constructor(sink: FileSink, pack: Pack = packEntry) {
    this.#sink = sink;
    this.#pack = pack;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#offset;
  }

  async #put(part: FilePart): Promise<void> {
    this.#offset += part instanceof Blob ? part.size : part.length;
    await this.#sink(part);
  }

  /**
   * Adds an entry. The next one may be added before this one is written: entries are packed in parallel and written in
   * order.
   *
   * @param name path in the archive, with `/`
   * @param content strings are written as UTF-8; blobs are stored uncompressed, since images are compressed already
   * @param compress false stores the entry uncompressed
   */
  add(
    name: string,
    content: string | Uint8Array<ArrayBuffer> | Blob,
    compress = true,
  ): Promise<WrittenEntry> {
    const packing = compress && !(content instanceof Blob) ? this.#pack(content) : asItIs(content);
    const before = this.#last;
    const writing = (async () => {
      const [packed] = await Promise.all([packing, before]);
      return this.#write(name, packed, content instanceof Blob ? content : packed.bytes);
    })();
    this.#last = writing;
    // A failure rejects this call and the next one.
    writing.catch(() => undefined);
    return writing;
  }

  async #write(
    name: string,
    { isPacked, bytes: { length }, size, crc }: PackedEntry,
    content: FilePart,
  ): Promise<WrittenEntry> {
    const nameBytes = new TextEncoder().encode(name);
    if (nameBytes.length > MAX_NAME_BYTES) throw new RangeError(`a name of ${nameBytes.length} bytes`);
    const record: Record = {
      name,
      nameBytes,
      method: isPacked ? 8 : 0,
      size,
      packed: length,
      crc,
      offset: this.#offset,
    };
    this.#records.push(record);
    const header = new Bytes(30)
      .u32(LOCAL)
      .u16(VERSION, UTF8_FLAG, record.method, 0, FIXED_DATE)
      .u32(record.crc, record.packed, record.size)
      .u16(nameBytes.length, 0);
    await this.#put(header.done());
    await this.#put(nameBytes);
    if (record.packed > 0) await this.#put(content);
    return { name, size, crc };
  }

  async #writeCentral(record: Record): Promise<void> {
    const needs64 = record.offset >= MAX_32;
    const header = new Bytes(46)
      .u32(CENTRAL)
      .u16(VERSION_64, needs64 ? VERSION_64 : VERSION, UTF8_FLAG, record.method, 0, FIXED_DATE)
      .u32(record.crc, record.packed, record.size)
      .u16(record.nameBytes.length, needs64 ? 12 : 0, 0, 0, 0)
      .u32(0, needs64 ? MAX_32 : record.offset);
    await this.#put(header.done());
    await this.#put(record.nameBytes as Uint8Array<ArrayBuffer>);
    if (needs64) await this.#put(new Bytes(12).u16(1, 8).u64(record.offset).done());
  }

  /** Writes the directory. No entries can be added afterwards. */
  async finish(): Promise<void> {
    await this.#last;
    const start = this.#offset;
    for (const record of this.#records) await this.#writeCentral(record);
    const size = this.#offset - start;
    const count = this.#records.length;
    if (start >= MAX_32 || count >= MAX_16) {
      const end64 = this.#offset;
      await this.#put(
        new Bytes(56)
          .u32(END_64)
          .u64(44)
          .u16(VERSION_64, VERSION_64)
          .u32(0, 0)
          .u64(count, count, size, start)
          .done(),
      );
      await this.#put(new Bytes(20).u32(LOCATOR_64, 0).u64(end64).u32(1).done());
    }
    const short = Math.min(count, MAX_16);
    await this.#put(
      new Bytes(22).u32(END).u16(0, 0, short, short).u32(size, Math.min(start, MAX_32)).u16(0).done(),
    );
  }
}
