/**
 * Apple's property lists in binary (`bplist00`): objects, a table of where they begin, and a trailer of 32 bytes that
 * says where the table is. See `CFBinaryPList.c` of Apple's CoreFoundation.
 */
import { TransferError } from '../../transfer-error.ts';
import type { PlistValue } from './plist.ts';

const MAGIC = 'bplist00';
const TRAILER = 32;

/** Seconds of 2001, from where dates are counted, since 1970. */
const SINCE_1970 = 978_307_200;

const DEEPEST = 200;

/** Objects of a tree. An object may be in many places: a small file could be a tree without end. */
const MOST_OBJECTS = 2_000_000;

/** Bytes of strings for each byte of a file: they don't overlap in an honest one. */
const MOST_TIMES = 4;

export function looksLikeBinaryPlist(bytes: Uint8Array): boolean {
  return MAGIC.split('').every((mark, i) => bytes[i] === mark.charCodeAt(0));
}

class BinaryReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #offsetSize: number;
  readonly #referenceSize: number;
  readonly #count: number;
  readonly #table: number;
  /** Strings by their numbers: one may be in many places, and a small file would be gigabytes of text. */
  readonly #texts = new Map<number, string>();
  /** Bytes of all of them. */
  #decoded = 0;
  #read = 0;

  constructor(buffer: ArrayBuffer) {
    this.#view = new DataView(buffer);
    this.#bytes = new Uint8Array(buffer);
    const trailer = buffer.byteLength - TRAILER;
    this.#offsetSize = this.#view.getUint8(trailer + 6);
    this.#referenceSize = this.#view.getUint8(trailer + 7);
    this.#count = this.#integer(trailer + 8, 8);
    this.#table = this.#integer(trailer + 24, 8);
    this.top = this.#integer(trailer + 16, 8);
  }

  readonly top: number;

  /** Big-endian, of any size; what is too large for a number is no place in a file. */
  #integer(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.#view.getUint8(at + i);
    return value;
  }

  /** How many follow, and where: in the marker, or in an integer after it. */
  #length(at: number): { count: number; from: number } {
    const low = this.#view.getUint8(at) & 0x0f;
    if (low !== 0x0f) return { count: low, from: at + 1 };
    const size = 2 ** (this.#view.getUint8(at + 1) & 0x0f);
    return { count: this.#integer(at + 2, size), from: at + 2 + size };
  }

  #reference(from: number, index: number): number {
    return this.#integer(from + index * this.#referenceSize, this.#referenceSize);
  }

  #text(index: number, from: number, length: number, encoding: string): string {
    const known = this.#texts.get(index);
    if (known !== undefined) return known;
    if (from + length > this.#bytes.length) throw new RangeError('a string beyond the end');
    this.#decoded += length;
    if (this.#decoded > MOST_TIMES * this.#bytes.length) throw new RangeError('strings within strings');
    const text = new TextDecoder(encoding).decode(this.#bytes.subarray(from, from + length));
    this.#texts.set(index, text);
    return text;
  }

  object(index: number, depth = 0): PlistValue {
    this.#read += 1;
    if (depth > DEEPEST || this.#read > MOST_OBJECTS) throw new RangeError('too deep, or too many');
    if (index >= this.#count) throw new RangeError('no such object');
    const at = this.#integer(this.#table + index * this.#offsetSize, this.#offsetSize);
    const marker = this.#view.getUint8(at);
    const kind = marker >> 4;
    if (kind === 0) return marker === 0x09;
    if (kind === 1) return this.#integer(at + 1, 2 ** (marker & 0x0f));
    if (kind === 2) return marker === 0x22 ? this.#view.getFloat32(at + 1) : this.#view.getFloat64(at + 1);
    if (kind === 3) return new Date((this.#view.getFloat64(at + 1) + SINCE_1970) * 1000);
    const { count, from } = this.#length(at);
    if (kind === 5) return this.#text(index, from, count, 'windows-1252');
    if (kind === 6) return this.#text(index, from, count * 2, 'utf-16be');
    if (kind === 0x0a) {
      const list: PlistValue[] = [];
      for (let i = 0; i < count; i += 1) list.push(this.object(this.#reference(from, i), depth + 1));
      return list;
    }
    if (kind !== 0x0d) return '';
    const dictionary: { [key: string]: PlistValue } = Object.create(null);
    for (let i = 0; i < count; i += 1) {
      const key = this.object(this.#reference(from, i), depth + 1);
      if (typeof key !== 'string') throw new RangeError('a key that is no string');
      dictionary[key] = this.object(this.#reference(from, count + i), depth + 1);
    }
    return dictionary;
  }
}

/**
 * The tree in a binary property list.
 *
 * @throws TransferError `damaged`
 */
export async function readBinaryPlist(file: Blob): Promise<PlistValue> {
  try {
    const reader = new BinaryReader(await file.arrayBuffer());
    return reader.object(reader.top);
  } catch (error) {
    // Reading beyond the end is what damage comes to.
    if (error instanceof RangeError) throw new TransferError('damaged', error.message, { cause: error });
    throw error;
  }
}
