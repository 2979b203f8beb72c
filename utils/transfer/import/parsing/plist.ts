import { TransferError } from '../../transfer-error.ts';
import { type HtmlToken, readTokens } from './html-tokens.ts';

/**
 * Parses Apple's property lists in XML: a tree of dictionaries, arrays, strings, numbers, dates. Unclosed tags are
 * tolerated.
 */

/** Dictionaries have no prototype, because their keys come from a file. */
type PlistValue = string | number | boolean | Date | PlistValue[] | { [key: string]: PlistValue };

/** Maximum nesting depth of dictionaries and arrays. */
const MAX_DEPTH = 200;

interface Container {
  value: PlistValue[] | { [key: string]: PlistValue };
  key: string;
}

function scalarOf(tag: string, text: string): PlistValue | null {
  if (tag === 'integer' || tag === 'real') return Number(text);
  if (tag === 'date') return new Date(text);
  return tag === 'string' ? text : null;
}

class PlistReader {
  root: PlistValue | null = null;
  readonly #open: Container[] = [];
  #deeper = 0;
  #text = '';

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#text += token.text;
    else if (token.kind === 'open') this.#begin(token.tag);
    else this.#end(token.tag);
  }

  #begin(tag: string): void {
    this.#text = '';
    if (tag === 'true' || tag === 'false') this.#put(tag === 'true');
    if (tag !== 'dict' && tag !== 'array') return;
    if (this.#open.length >= MAX_DEPTH) {
      this.#deeper += 1;
      return;
    }
    const value: Container['value'] = tag === 'array' ? [] : Object.create(null);
    this.#put(value);
    this.#open.push({ value, key: '' });
  }

  #end(tag: string): void {
    if (tag === 'dict' || tag === 'array') {
      if (this.#deeper > 0) this.#deeper -= 1;
      else if (Array.isArray(this.#open.at(-1)?.value) === (tag === 'array')) this.#open.pop();
      return;
    }
    const around = this.#open.at(-1);
    if (tag === 'key' && around !== undefined) around.key = this.#text;
    const scalar = scalarOf(tag, this.#text);
    if (scalar !== null) this.#put(scalar);
    this.#text = '';
  }

  #put(value: PlistValue): void {
    const around = this.#open.at(-1);
    if (this.#deeper > 0) return;
    if (around === undefined) this.root ??= value;
    else if (Array.isArray(around.value)) around.value.push(value);
    else around.value[around.key] = value;
  }
}

/** Parses an XML property list; null if there is no value in it. */
export async function readPlist(file: Blob): Promise<PlistValue | null> {
  const reader = new PlistReader();
  for await (const token of readTokens(file)) reader.take(token);
  return reader.root;
}

/**
 * Parses Apple's binary property lists (`bplist00`): objects, a table of their offsets, and a trailer of 32 bytes with
 * the offset of the table. See `CFBinaryPList.c` of Apple's CoreFoundation.
 */

const MAGIC = 'bplist00';
const TRAILER_BYTES = 32;

/** Seconds from 1970 to the epoch of these dates, 2001. */
const EPOCH_OFFSET_S = 978_307_200;

const MAX_BINARY_DEPTH = 200;

/** Maximum number of objects in a tree. Objects can be referenced many times, so a small file could be an endless tree. */
const MAX_OBJECTS = 2_000_000;

/** Maximum ratio of decoded string bytes to file bytes. Strings overlap only in hostile files. */
const MAX_DECODED_RATIO = 4;

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
  /** Decoded strings by object number, so that a string with many references is decoded only once. */
  readonly #texts = new Map<number, string>();
  /** Total bytes decoded. */
  #decoded = 0;
  #read = 0;

  constructor(buffer: ArrayBuffer) {
    this.#view = new DataView(buffer);
    this.#bytes = new Uint8Array(buffer);
    const trailer = buffer.byteLength - TRAILER_BYTES;
    this.#offsetSize = this.#view.getUint8(trailer + 6);
    this.#referenceSize = this.#view.getUint8(trailer + 7);
    this.#count = this.#integer(trailer + 8, 8);
    this.#table = this.#integer(trailer + 24, 8);
    this.top = this.#integer(trailer + 16, 8);
  }

  readonly top: number;

  /** A big-endian integer of any size; too large values are not valid offsets anyway. */
  #integer(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.#view.getUint8(at + i);
    return value;
  }

  /** The number of elements and their offset; the number is in the marker, or in an integer after it. */
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
    if (this.#decoded > MAX_DECODED_RATIO * this.#bytes.length)
      throw new RangeError('strings within strings');
    const text = new TextDecoder(encoding).decode(this.#bytes.subarray(from, from + length));
    this.#texts.set(index, text);
    return text;
  }

  object(index: number, depth = 0): PlistValue {
    this.#read += 1;
    if (depth > MAX_BINARY_DEPTH || this.#read > MAX_OBJECTS) throw new RangeError('too deep, or too many');
    if (index >= this.#count) throw new RangeError('no such object');
    const at = this.#integer(this.#table + index * this.#offsetSize, this.#offsetSize);
    const marker = this.#view.getUint8(at);
    const kind = marker >> 4;
    if (kind === 0) return marker === 0x09;
    if (kind === 1) return this.#integer(at + 1, 2 ** (marker & 0x0f));
    if (kind === 2) return marker === 0x22 ? this.#view.getFloat32(at + 1) : this.#view.getFloat64(at + 1);
    if (kind === 3) return new Date((this.#view.getFloat64(at + 1) + EPOCH_OFFSET_S) * 1000);
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
    // In a damaged file, reading ends beyond the end of the data.
    if (error instanceof RangeError) throw new TransferError('damaged', error.message, { cause: error });
    throw error;
  }
}
