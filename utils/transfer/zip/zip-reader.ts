/**
 * Reads ZIP files by their central directory (PKWARE APPNOTE.TXT 6.3, including ZIP64).
 *
 * - Entries are decompressed on demand with `DecompressionStream`, never beyond the size in the directory.
 * - ZIP bombs, overlapping entries and false sizes are rejected.
 * - We use our own reader, because fflate (0.8.3) needs the whole archive in memory or reads it from the front, and
 *   does
 *   not verify checksums.
 */

import { TransferError } from '../transfer-error.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  name: string;
  /** Uncompressed size in bytes. */
  size: number;
  /** Compressed size in bytes. */
  compressedSize: number;
  crc: number;
  /** Compression method: 0 for stored, 8 for deflate. */
  method: number;
  /** Offset of the local header. */
  offset: number;
  /** Offset of the next entry, or of the central directory after the last one. */
  nextOffset: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCAL_HEADER_BYTES = 30;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const MAX_32 = 0xffffffff;
const ENCRYPTED_FLAG = 1;

/** Bytes reserved for the extra field of a local header. */
const RESERVED_EXTRA_BYTES = 64;

/** Default limit for the unpacked size of an entry, in bytes. */
const MAX_ENTRY_BYTES = 256 * 2 ** 20;

/** Maximum size of the central directory in bytes: about 600,000 entries. */
const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const MAX_ENTRIES = 1_000_000;

/**
 * Limits for the total uncompressed size: a fixed allowance in bytes, plus a multiple of the file's size. Text and JSON
 * compress 10 to 20 times; the maximum ratio of deflate is 1032 (“zlib Technical Details”).
 */
const MIN_TOTAL_BYTES = 256 * 2 ** 20;
const MAX_TOTAL_RATIO = 100;
const MAX_DEFLATE_RATIO = 1032;

function makeDamagedError(detail: string): TransferError {
  return new TransferError('damaged', detail);
}

async function readRange(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  if (from < 0 || to > file.size || from > to) throw makeDamagedError(`bytes ${from}–${to} are missing`);
  return new DataView(await file.slice(from, to).arrayBuffer());
}

interface Directory {
  count: number;
  start: number;
  end: number;
}

/** Reads a 64-bit number. Loses precision above 2^53, which is beyond any valid offset. */
function readUint64(data: DataView, position: number): number {
  return Number(data.getBigUint64(position, true));
}

async function readDirectory64(file: Blob, locatorOffset: number): Promise<Directory | null> {
  if (locatorOffset < 0) return null;
  const locator = await readRange(file, locatorOffset, locatorOffset + 20);
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const position = readUint64(locator, 8);
  const record = await readRange(file, position, position + 56);
  if (record.getUint32(0, true) !== END_RECORD_64) throw makeDamagedError('the ZIP64 directory is missing');
  return {
    count: readUint64(record, 32),
    start: readUint64(record, 48),
    end: readUint64(record, 48) + readUint64(record, 40),
  };
}

async function findDirectory(file: Blob): Promise<Directory> {
  const from = Math.max(0, file.size - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  const tail = await readRange(file, from, file.size);
  for (let position = tail.byteLength - END_RECORD_BYTES; position >= 0; position -= 1) {
    if (
      tail.getUint32(position, true) !== END_RECORD ||
      tail.getUint16(position + 20, true) !== tail.byteLength - position - END_RECORD_BYTES
    ) {
      continue;
    }
    const start = tail.getUint32(position + 16, true);
    const count = tail.getUint16(position + 10, true);
    if (start === MAX_32 || count === 0xffff) {
      const zip64 = await readDirectory64(file, from + position - 20);
      if (zip64 !== null) return zip64;
    }
    return { count, start, end: start + tail.getUint32(position + 12, true) };
  }
  throw makeDamagedError('no directory: the file is truncated or not a ZIP file');
}

/** Reads the offset of a ZIP64 entry: the last 64-bit number in its extra field, after the sizes. */
function readOffset64(
  data: DataView,
  position: number,
  length: number,
  size: number,
  compressedSize: number,
): number {
  for (let field = position; field + 4 <= position + length; field += 4 + data.getUint16(field + 2, true)) {
    if (data.getUint16(field, true) !== 1) continue;
    const skip = (size === MAX_32 ? 8 : 0) + (compressedSize === MAX_32 ? 8 : 0);
    if (field + 4 + skip + 8 > position + length) break;
    return readUint64(data, field + 4 + skip);
  }
  throw makeDamagedError('a ZIP64 entry without its offset');
}

function readEntries(data: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let position = 0;
  while (position + 46 <= data.byteLength && data.getUint32(position, true) === CENTRAL_HEADER) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      data.getUint16(position + field, true),
    ) as [number, number, number];
    const end = position + 46 + nameLength + extra + comment;
    if (end > data.byteLength) throw makeDamagedError('the directory is truncated');
    if (data.getUint16(position + 8, true) & ENCRYPTED_FLAG)
      throw new TransferError('encrypted', 'an encrypted entry');
    const compressedSize = data.getUint32(position + 20, true);
    const size = data.getUint32(position + 24, true);
    const offset = data.getUint32(position + 42, true);
    entries.push({
      name: decoder.decode(new Uint8Array(data.buffer, data.byteOffset + position + 46, nameLength)),
      size,
      compressedSize,
      crc: data.getUint32(position + 16, true),
      method: data.getUint16(position + 10, true),
      nextOffset: 0,
      offset:
        offset === MAX_32
          ? readOffset64(data, position + 46 + nameLength, extra, size, compressedSize)
          : offset,
    });
    position = end;
  }
  if (entries.length !== count || position !== data.byteLength)
    throw makeDamagedError('the directory does not match its counts');
  return entries;
}

/** Rejects overlapping entries, a ZIP bomb technique. Sets `nextOffset` of each entry. */
function rejectOverlaps(entries: readonly ZipEntry[], end: number): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    entry.nextOffset = next?.offset ?? end;
    if (entry.offset + LOCAL_HEADER_BYTES + entry.compressedSize <= entry.nextOffset) continue;
    if (next === undefined) throw makeDamagedError('an entry reaches into the directory');
    throw new TransferError('bomb', `${next.name} overlaps ${entry.name}`);
  }
}

/** The number of bytes that an archive and its nested archives may still unpack to. */
export class UnpackAllowance {
  #remaining: number;

  /** @param fileSize size of the outermost archive in bytes */
  constructor(fileSize: number) {
    this.#remaining = MIN_TOTAL_BYTES + fileSize * MAX_TOTAL_RATIO;
  }

  /** @throws TransferError `bomb` if too few bytes remain; the allowance is then unchanged */
  consume(bytes: number): void {
    if (bytes > this.#remaining) throw new TransferError('bomb', `${bytes} bytes in total`);
    this.#remaining -= bytes;
  }
}

/** Rejects archives that declare implausible sizes. Unpacking an entry enforces its declared size. */
function rejectImplausibleSizes(entries: readonly ZipEntry[], allowance: UnpackAllowance): void {
  if (entries.length > MAX_ENTRIES) throw new TransferError('bomb', `${entries.length} entries`);
  allowance.consume(entries.reduce((sum, { size }) => sum + size, 0));
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw makeDamagedError('two entries have the same name');
}

/** Checks that a name allows no path traversal on any operating system. */
export function isSafeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this searches for
  if (name === '' || /[\u0000-\u001f\\:]/.test(name) || name.startsWith('/')) return false;
  return !name.split('/').some((chunk) => chunk === '..' || chunk === '.');
}

/** An archive that is being read. */
export class ZipArchive {
  readonly #file: Blob;
  readonly entries: readonly ZipEntry[];
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  /** The remaining allowance, shared with nested archives. */
  readonly allowance: UnpackAllowance;

  private constructor(file: Blob, entries: readonly ZipEntry[], allowance: UnpackAllowance) {
    this.#file = file;
    this.allowance = allowance;
    this.entries = entries;
    this.#byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /**
   * Reads the directory.
   *
   * @param allowance for a nested archive, that of the outer one
   * @throws TransferError `damaged`, `bomb` or `encrypted`
   */
  static async open(file: Blob, allowance = new UnpackAllowance(file.size)): Promise<ZipArchive> {
    const { count, start, end } = await findDirectory(file);
    if (end - start > MAX_DIRECTORY_BYTES) throw new TransferError('bomb', 'a directory of absurd size');
    const entries = readEntries(await readRange(file, start, end), count);
    rejectOverlaps(entries, start);
    rejectImplausibleSizes(entries, allowance);
    return new ZipArchive(file, entries, allowance);
  }

  find(name: string): ZipEntry | undefined {
    return this.#byName.get(name);
  }

  /** Finds the offset of an entry's compressed bytes from its local header. */
  #findDataStart(entry: ZipEntry, header: DataView): number {
    if (header.getUint32(0, true) !== LOCAL_HEADER || header.getUint16(8, true) !== entry.method) {
      throw makeDamagedError(`${entry.name} is not at the offset in the directory`);
    }
    const start = entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    // A long extra field in the local header could make it overlap with later entries.
    if (start + entry.compressedSize > entry.nextOffset)
      throw new TransferError('bomb', `${entry.name} overlaps the next entry`);
    return start;
  }

  /** Reads the compressed bytes of an entry together with its header, because each read is slow. */
  async #readCompressed(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const estimatedLength =
      LOCAL_HEADER_BYTES + entry.name.length + RESERVED_EXTRA_BYTES + entry.compressedSize;
    const data = await readRange(
      this.#file,
      entry.offset,
      Math.min(this.#file.size, entry.offset + estimatedLength),
    );
    if (data.byteLength < LOCAL_HEADER_BYTES) throw makeDamagedError(`${entry.name} is truncated`);
    const start = this.#findDataStart(entry, data);
    const dataStart = start - entry.offset;
    if (dataStart + entry.compressedSize <= data.byteLength)
      return new Uint8Array(data.buffer, dataStart, entry.compressedSize);
    return new Uint8Array(await this.#file.slice(start, start + entry.compressedSize).arrayBuffer());
  }

  async #inflate(compressed: Uint8Array<ArrayBuffer>, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(entry.size);
    let position = 0;
    const stream = new DecompressionStream('deflate-raw');
    const reader = stream.readable.getReader();
    const writer = stream.writable.getWriter();
    // The reader reports the errors.
    Promise.all([writer.write(compressed), writer.close()]).catch(() => undefined);
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        if (position + chunk.value.length > entry.size) {
          await reader.cancel();
          throw new TransferError('bomb', `${entry.name} unpacks to more than its declared size`);
        }
        bytes.set(chunk.value, position);
        position += chunk.value.length;
      }
    } catch (error) {
      if (error instanceof TransferError) throw error;
      throw new TransferError('damaged', `${entry.name} can't be unpacked`, { cause: error });
    }
    if (position !== entry.size)
      throw makeDamagedError(`${entry.name} unpacks to less than its declared size`);
    return bytes;
  }

  /**
   * Unpacks an entry and verifies its size and checksum.
   *
   * @param maxBytes maximum unpacked size in bytes
   * @throws TransferError `damaged` or `bomb`
   */
  async bytes(entry: ZipEntry, maxBytes = MAX_ENTRY_BYTES): Promise<Uint8Array<ArrayBuffer>> {
    if (entry.size > maxBytes) throw new TransferError('bomb', `${entry.name} has ${entry.size} bytes`);
    if (entry.size > (entry.compressedSize + 1) * MAX_DEFLATE_RATIO)
      throw new TransferError('bomb', `${entry.name} can't unpack to ${entry.size} bytes`);
    const compressed = await this.#readCompressed(entry);
    let bytes: Uint8Array<ArrayBuffer>;
    if (entry.method === 8) bytes = await this.#inflate(compressed, entry);
    else if (entry.method === 0) bytes = compressed;
    else throw makeDamagedError(`${entry.name} has an unknown compression method`);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
      throw makeDamagedError(`${entry.name} has a wrong checksum`);
    }
    return bytes;
  }

  /** Unpacks an entry as text. Invalid UTF-8 becomes replacement characters, and a byte order mark is removed. */
  async text(entry: ZipEntry, maxBytes = MAX_ENTRY_BYTES): Promise<string> {
    return new TextDecoder().decode(await this.bytes(entry, maxBytes));
  }

  /**
   * Unpacks an entry as a new blob, never a slice of the file: Firefox stores the whole file if a slice is put into
   * IndexedDB.
   */
  async blob(entry: ZipEntry, type = ''): Promise<Blob> {
    return new Blob([await this.bytes(entry)], { type });
  }
}

/** Checks whether a file starts with the signature of a local header or of an empty archive. */
export function looksLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1;
}
