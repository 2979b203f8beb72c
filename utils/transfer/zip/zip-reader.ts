/**
 * Reads ZIP files by their central directory (PKWARE APPNOTE.TXT 6.3, including ZIP64). Entries are unpacked on demand,
 * and never beyond the size in the directory. ZIP bombs, overlapping entries and false sizes are rejected. We use our
 * own reader, since fflate (0.8.3) needs the whole archive in memory or reads it from the front, and verifies no
 * checksums. The browser decompresses.
 */

import { TransferError } from '../transfer-error.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  name: string;
  /** Size in bytes, unpacked and packed. */
  size: number;
  packed: number;
  crc: number;
  /** Compression method: 0 is stored, 8 is deflated. */
  method: number;
  /** Offset of its local header, and of the next entry or the directory. */
  offset: number;
  until: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const HEADER_SIZE = 30;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const MAX_32 = 0xffffffff;
const ENCRYPTED = 1;

/** Bytes reserved for the extra field of a local header. */
const RESERVED_EXTRA_BYTES = 64;

/** Default limit for the unpacked size of an entry, in bytes. */
const MAX_ENTRY_BYTES = 256 * 2 ** 20;

/** Maximum size of the directory in bytes, about 600,000 entries. */
const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const MAX_ENTRIES = 1_000_000;

/**
 * Limits for the total unpacked size: a minimum in bytes for small files, and a ratio for larger ones. Texts and JSON
 * shrink to a tenth or twentieth; deflate's maximum ratio is 1032 (zlib's technical details).
 */
const MIN_TOTAL_BYTES = 256 * 2 ** 20;
const MAX_TOTAL_RATIO = 100;
const MAX_DEFLATE_RATIO = 1032;

function damaged(detail: string): TransferError {
  return new TransferError('damaged', detail);
}

async function view(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  if (from < 0 || to > file.size || from > to) throw damaged(`bytes ${from}–${to} are not there`);
  return new DataView(await file.slice(from, to).arrayBuffer());
}

interface Directory {
  count: number;
  start: number;
  end: number;
}

/** Numbers above 2^53 are not valid offsets. */
function u64(data: DataView, at: number): number {
  return Number(data.getBigUint64(at, true));
}

async function readDirectory64(file: Blob, locatorAt: number): Promise<Directory | null> {
  if (locatorAt < 0) return null;
  const locator = await view(file, locatorAt, locatorAt + 20);
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const at = u64(locator, 8);
  const record = await view(file, at, at + 56);
  if (record.getUint32(0, true) !== END_64) throw damaged('no ZIP64 directory where there should be');
  return { count: u64(record, 32), start: u64(record, 48), end: u64(record, 48) + u64(record, 40) };
}

async function findDirectory(file: Blob): Promise<Directory> {
  const from = Math.max(0, file.size - END_SIZE - MAX_COMMENT);
  const tail = await view(file, from, file.size);
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (
      tail.getUint32(at, true) !== END ||
      tail.getUint16(at + 20, true) !== tail.byteLength - at - END_SIZE
    ) {
      continue;
    }
    const start = tail.getUint32(at + 16, true);
    const count = tail.getUint16(at + 10, true);
    if (start === MAX_32 || count === 0xffff) {
      const large = await readDirectory64(file, from + at - 20);
      if (large !== null) return large;
    }
    return { count, start, end: start + tail.getUint32(at + 12, true) };
  }
  throw damaged('no directory: the file is cut off, or no ZIP file');
}

/** The offset of a ZIP64 entry, which is the last of the 64-bit numbers in its extra field. */
function offset64(data: DataView, at: number, length: number, size: number, packed: number): number {
  for (let field = at; field + 4 <= at + length; field += 4 + data.getUint16(field + 2, true)) {
    if (data.getUint16(field, true) !== 1) continue;
    const skip = (size === MAX_32 ? 8 : 0) + (packed === MAX_32 ? 8 : 0);
    if (field + 4 + skip + 8 > at + length) break;
    return u64(data, field + 4 + skip);
  }
  throw damaged('a ZIP64 entry without its place');
}

function readEntries(data: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let at = 0;
  while (at + 46 <= data.byteLength && data.getUint32(at, true) === CENTRAL) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => data.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + nameLength + extra + comment;
    if (end > data.byteLength) throw damaged('the directory is cut off');
    if (data.getUint16(at + 8, true) & ENCRYPTED) throw new TransferError('encrypted', 'an encrypted entry');
    const packed = data.getUint32(at + 20, true);
    const size = data.getUint32(at + 24, true);
    const offset = data.getUint32(at + 42, true);
    entries.push({
      name: decoder.decode(new Uint8Array(data.buffer, data.byteOffset + at + 46, nameLength)),
      size,
      packed,
      crc: data.getUint32(at + 16, true),
      method: data.getUint16(at + 10, true),
      until: 0,
      offset: offset === MAX_32 ? offset64(data, at + 46 + nameLength, extra, size, packed) : offset,
    });
    at = end;
  }
  if (entries.length !== count || at !== data.byteLength) throw damaged('the directory does not add up');
  return entries;
}

/** Rejects overlapping entries, a technique of ZIP bombs. */
function rejectOverlaps(entries: readonly ZipEntry[], end: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [i, entry] of inOrder.entries()) {
    const next = inOrder[i + 1];
    entry.until = next?.offset ?? end;
    if (entry.offset + HEADER_SIZE + entry.packed <= entry.until) continue;
    if (next === undefined) throw damaged('an entry reaches into the directory');
    throw new TransferError('bomb', `${next.name} overlaps ${entry.name}`);
  }
}

/** The remaining number of bytes that an archive, including nested ones, may unpack to. */
export class UnpackAllowance {
  #left: number;

  /** @param fileSize size of the outermost archive in bytes */
  constructor(fileSize: number) {
    this.#left = MIN_TOTAL_BYTES + fileSize * MAX_TOTAL_RATIO;
  }

  /** @throws TransferError `bomb` if too few bytes remain; the allowance is then unchanged */
  take(bytes: number): void {
    if (bytes > this.#left) throw new TransferError('bomb', `${bytes} bytes in all`);
    this.#left -= bytes;
  }
}

/** Rejects archives that claim implausible sizes. The claims are enforced when entries are unpacked. */
function rejectImplausibleSizes(entries: readonly ZipEntry[], allowance: UnpackAllowance): void {
  if (entries.length > MAX_ENTRIES) throw new TransferError('bomb', `${entries.length} entries`);
  allowance.take(entries.reduce((sum, { size }) => sum + size, 0));
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw damaged('two entries have one name');
}

/** True for a name without path traversal on any operating system. */
export function isSafeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (name === '' || /[\u0000-\u001f\\:]/.test(name) || name.startsWith('/')) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
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
   * @param allowance the allowance of the archive that contains this one
   * @throws TransferError `damaged`, `bomb` or `encrypted`
   */
  static async open(file: Blob, allowance = new UnpackAllowance(file.size)): Promise<ZipArchive> {
    const { count, start, end } = await findDirectory(file);
    if (end - start > MAX_DIRECTORY_BYTES) throw new TransferError('bomb', 'a directory of absurd size');
    const entries = readEntries(await view(file, start, end), count);
    rejectOverlaps(entries, start);
    rejectImplausibleSizes(entries, allowance);
    return new ZipArchive(file, entries, allowance);
  }

  find(name: string): ZipEntry | undefined {
    return this.#byName.get(name);
  }

  /** The offset of an entry's packed bytes, from its local header. */
  #startOf(entry: ZipEntry, header: DataView): number {
    if (header.getUint32(0, true) !== LOCAL || header.getUint16(8, true) !== entry.method) {
      throw damaged(`${entry.name} is not where the directory says`);
    }
    const start = entry.offset + HEADER_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
    // A long extra field in the local header could make it overlap with later entries.
    if (start + entry.packed > entry.until)
      throw new TransferError('bomb', `${entry.name} overlaps the next`);
    return start;
  }

  /** The packed bytes of an entry, read together with its header, since each read is slow. */
  async #packed(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const guess = HEADER_SIZE + entry.name.length + RESERVED_EXTRA_BYTES + entry.packed;
    const read = await view(this.#file, entry.offset, Math.min(this.#file.size, entry.offset + guess));
    if (read.byteLength < HEADER_SIZE) throw damaged(`${entry.name} is cut off`);
    const start = this.#startOf(entry, read);
    const from = start - entry.offset;
    if (from + entry.packed <= read.byteLength) return new Uint8Array(read.buffer, from, entry.packed);
    return new Uint8Array(await this.#file.slice(start, start + entry.packed).arrayBuffer());
  }

  async #inflate(packed: Uint8Array<ArrayBuffer>, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(entry.size);
    let at = 0;
    const unpacking = new DecompressionStream('deflate-raw');
    const reader = unpacking.readable.getReader();
    const writer = unpacking.writable.getWriter();
    // Errors are reported by the reading side.
    Promise.all([writer.write(packed), writer.close()]).catch(() => undefined);
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (at + part.value.length > entry.size) {
          await reader.cancel();
          throw new TransferError('bomb', `${entry.name} unpacks to more than it says`);
        }
        bytes.set(part.value, at);
        at += part.value.length;
      }
    } catch (error) {
      if (error instanceof TransferError) throw error;
      throw new TransferError('damaged', `${entry.name} can't be unpacked`, { cause: error });
    }
    if (at !== entry.size) throw damaged(`${entry.name} unpacks to less than it says`);
    return bytes;
  }

  /**
   * Unpacks an entry and checks it.
   *
   * @param limit maximum unpacked size in bytes
   * @throws TransferError `damaged` or `bomb`
   */
  async bytes(entry: ZipEntry, limit = MAX_ENTRY_BYTES): Promise<Uint8Array<ArrayBuffer>> {
    if (entry.size > limit) throw new TransferError('bomb', `${entry.name} has ${entry.size} bytes`);
    if (entry.size > (entry.packed + 1) * MAX_DEFLATE_RATIO)
      throw new TransferError('bomb', `${entry.name} can't unpack to ${entry.size} bytes`);
    const packed = await this.#packed(entry);
    let bytes: Uint8Array<ArrayBuffer>;
    if (entry.method === 8) bytes = await this.#inflate(packed, entry);
    else if (entry.method === 0) bytes = packed;
    else throw damaged(`${entry.name} is packed in a way that is not known`);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
      throw damaged(`${entry.name} has another checksum than it should`);
    }
    return bytes;
  }

  /** The text of an entry; invalid UTF-8 becomes replacement characters, a byte order mark is removed. */
  async text(entry: ZipEntry, limit = MAX_ENTRY_BYTES): Promise<string> {
    return new TextDecoder().decode(await this.bytes(entry, limit));
  }

  /**
   * Unpacks and checks an entry as a new blob. It is never a slice of the file, because Firefox stores the whole file when
   * a slice is put into a database.
   */
  async blob(entry: ZipEntry, type = ''): Promise<Blob> {
    return new Blob([await this.bytes(entry)], { type });
  }
}

/** True for a file that begins as ZIP files do. */
export function looksLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1;
}
