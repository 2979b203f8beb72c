/**
 * Reads a ZIP file from its directory at the end (PKWARE APPNOTE.TXT 6.3, ZIP64 included). Nothing is unpacked
 * before it is asked for, and never more than the directory says: bombs, overlaps and false sizes are refused.
 *
 * Ours, since fflate (0.8.3) wants the whole archive in memory or reads it from the front, and compares no checksums;
 * what unpacks is the browser's own.
 */

import { TransferError } from '../transfer-error.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  name: string;
  /** Bytes, unpacked and packed. */
  size: number;
  packed: number;
  crc: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Where its local header begins, and where the next entry's does, or the directory. */
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
const LONGEST_COMMENT = 0xffff;
const MAX_32 = 0xffffffff;
const ENCRYPTED = 1;

/** Bytes for what a local header has besides the name. */
const EXTRA_GUESS = 64;

/** Bytes one entry may unpack to, where the caller sets no limit of its own. */
const ENTRY_LIMIT = 256 * 2 ** 20;

/** Bytes the directory itself may have: some 600,000 entries. */
const DIRECTORY_LIMIT = 64 * 2 ** 20;
const MOST_ENTRIES = 1_000_000;

/**
 * Bytes that all entries may unpack to, however small the file is, and for each byte of it beyond that. Texts and JSON
 * come to a tenth or twentieth of their size; deflate can't do better than 1:1032 (zlib's technical details).
 */
const TOTAL_FREE = 256 * 2 ** 20;
const TOTAL_PER_BYTE = 100;
const DEFLATE_PER_BYTE = 1032;

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

/** Numbers over 2^53 can't be places in a file. */
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
  const from = Math.max(0, file.size - END_SIZE - LONGEST_COMMENT);
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

/** The offset of an entry that needs ZIP64: the last of the large numbers in its extra field. */
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

/** Entries that share bytes are how a small file unpacks to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], end: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [i, entry] of inOrder.entries()) {
    const next = inOrder[i + 1];
    entry.until = next?.offset ?? end;
    if (entry.offset + HEADER_SIZE + entry.packed <= entry.until) continue;
    if (next === undefined) throw damaged('an entry reaches into the directory');
    throw new TransferError('bomb', `${next.name} overlaps ${entry.name}`);
  }
}

/** How many bytes a file, and all archives within it, may still unpack to. */
export class UnpackAllowance {
  #left: number;

  /** @param fileSize of the outermost archive, in bytes */
  constructor(fileSize: number) {
    this.#left = TOTAL_FREE + fileSize * TOTAL_PER_BYTE;
  }

  /** @throws TransferError `bomb` if it is not enough; nothing is taken then */
  take(bytes: number): void {
    if (bytes > this.#left) throw new TransferError('bomb', `${bytes} bytes in all`);
    this.#left -= bytes;
  }
}

/** More than an honest archive holds. What the directory says is believed here, and held to when it is unpacked. */
function refuseTooMuch(entries: readonly ZipEntry[], allowance: UnpackAllowance): void {
  if (entries.length > MOST_ENTRIES) throw new TransferError('bomb', `${entries.length} entries`);
  allowance.take(entries.reduce((sum, { size }) => sum + size, 0));
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw damaged('two entries have one name');
}

/** True for a name that stays inside the archive on every system. */
export function isSafeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (name === '' || /[\u0000-\u001f\\:]/.test(name) || name.startsWith('/')) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}

/** One archive being read. */
export class ZipArchive {
  readonly #file: Blob;
  readonly entries: readonly ZipEntry[];
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  /** What it has left for archives within it. */
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
   * @param allowance that of the archive which this one is in
   * @throws TransferError `damaged`, `bomb` or `encrypted`
   */
  static async open(file: Blob, allowance = new UnpackAllowance(file.size)): Promise<ZipArchive> {
    const { count, start, end } = await findDirectory(file);
    if (end - start > DIRECTORY_LIMIT) throw new TransferError('bomb', 'a directory of absurd size');
    const entries = readEntries(await view(file, start, end), count);
    refuseOverlaps(entries, start);
    refuseTooMuch(entries, allowance);
    return new ZipArchive(file, entries, allowance);
  }

  find(name: string): ZipEntry | undefined {
    return this.#byName.get(name);
  }

  /** Where the packed bytes of an entry begin, by its local header. */
  #startOf(entry: ZipEntry, header: DataView): number {
    if (header.getUint32(0, true) !== LOCAL || header.getUint16(8, true) !== entry.method) {
      throw damaged(`${entry.name} is not where the directory says`);
    }
    const start = entry.offset + HEADER_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
    // By a long extra field that only its own header tells of, it would share the bytes of those after it.
    if (start + entry.packed > entry.until)
      throw new TransferError('bomb', `${entry.name} overlaps the next`);
    return start;
  }

  /** The packed bytes of an entry, read together with its header: each reading is waited for. */
  async #packed(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const guess = HEADER_SIZE + entry.name.length + EXTRA_GUESS + entry.packed;
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
    // What is wrong with the bytes is heard of where they are read.
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
   * @param limit bytes it may have
   * @throws TransferError `damaged` or `bomb`
   */
  async bytes(entry: ZipEntry, limit = ENTRY_LIMIT): Promise<Uint8Array<ArrayBuffer>> {
    if (entry.size > limit) throw new TransferError('bomb', `${entry.name} has ${entry.size} bytes`);
    if (entry.size > (entry.packed + 1) * DEFLATE_PER_BYTE)
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

  /** Text of an entry; bytes that are no UTF-8 become replacement characters, a byte order mark goes. */
  async text(entry: ZipEntry, limit = ENTRY_LIMIT): Promise<string> {
    return new TextDecoder().decode(await this.bytes(entry, limit));
  }

  /**
   * An entry as a blob of its own, checked. Never a slice of the file: Firefox keeps the whole file behind a slice
   * that is put into a database, and reads that instead of the part.
   */
  async blob(entry: ZipEntry, type = ''): Promise<Blob> {
    return new Blob([await this.bytes(entry)], { type });
  }
}

/** True for a file that begins as ZIP files do. */
export function looksLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1;
}
