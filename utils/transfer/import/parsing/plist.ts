import { TransferError } from '../../transfer-error.ts';
import { type HtmlToken, readTokens } from './html-tokens.ts';

/**
 * Parses Apple's XML property lists: trees of dictionaries, arrays, strings, numbers, booleans and dates. Tolerates
 * unclosed tags.
 */

/** Dictionaries have no prototype, because their keys are untrusted. */
type PlistValue = string | number | boolean | Date | PlistValue[] | { [key: string]: PlistValue };

/** Maximum nesting depth of dictionaries and arrays. */
const MAX_DEPTH = 200;

interface Container {
  value: PlistValue[] | { [key: string]: PlistValue };
  key: string;
}

function parseScalar(tag: string, text: string): PlistValue | null {
  if (tag === 'integer' || tag === 'real') return Number(text);
  if (tag === 'date') return new Date(text);
  return tag === 'string' ? text : null;
}

class XmlPlistReader {
  root: PlistValue | null = null;
  readonly #open: Container[] = [];
  #untrackedDepth = 0;
  #text = '';

  push(token: HtmlToken): void {
    if (token.kind === 'text') this.#text += token.text;
    else if (token.kind === 'open') this.#openTag(token.tag);
    else this.#closeTag(token.tag);
  }

  #openTag(tag: string): void {
    this.#text = '';
    if (tag === 'true' || tag === 'false') this.#addValue(tag === 'true');
    if (tag !== 'dict' && tag !== 'array') return;
    if (this.#open.length >= MAX_DEPTH) {
      this.#untrackedDepth += 1;
      return;
    }
    const value: Container['value'] = tag === 'array' ? [] : Object.create(null);
    this.#addValue(value);
    this.#open.push({ value, key: '' });
  }

  #closeTag(tag: string): void {
    if (tag === 'dict' || tag === 'array') {
      if (this.#untrackedDepth > 0) this.#untrackedDepth -= 1;
      else if (Array.isArray(this.#open.at(-1)?.value) === (tag === 'array')) this.#open.pop();
      return;
    }
    const container = this.#open.at(-1);
    if (tag === 'key' && container !== undefined) container.key = this.#text;
    const scalar = parseScalar(tag, this.#text);
    if (scalar !== null) this.#addValue(scalar);
    this.#text = '';
  }

  #addValue(value: PlistValue): void {
    const container = this.#open.at(-1);
    if (this.#untrackedDepth > 0) return;
    if (container === undefined) this.root ??= value;
    else if (Array.isArray(container.value)) container.value.push(value);
    else container.value[container.key] = value;
  }
}

/** Parses an XML property list; null if it contains no value. */
export async function parseXmlPlist(file: Blob): Promise<PlistValue | null> {
  const reader = new XmlPlistReader();
  for await (const token of readTokens(file)) reader.push(token);
  return reader.root;
}

/**
 * Parses Apple's binary property lists (`bplist00`): objects, a table of their offsets, and a trailer of 32 bytes with
 * the offset of the table. See `CFBinaryPList.c` of Apple's CoreFoundation.
 */

const MAGIC = 'bplist00';
const TRAILER_BYTES = 32;

/** Seconds from the Unix epoch to the epoch of property lists, 1 January 2001. */
const EPOCH_OFFSET_S = 978_307_200;

const MAX_BINARY_DEPTH = 200;

/**
 * Maximum number of objects in a tree. Objects can be referenced repeatedly, so a small file can describe a huge or
 * infinite tree.
 */
const MAX_OBJECTS = 2_000_000;

/** Maximum ratio of decoded string bytes to file size. It exceeds 1 only if strings overlap, as in hostile files. */
const MAX_DECODED_RATIO = 4;

export function looksLikeBinaryPlist(bytes: Uint8Array): boolean {
  return MAGIC.split('').every((character, i) => bytes[i] === character.charCodeAt(0));
}

class BinaryPlistReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #offsetSize: number;
  readonly #referenceSize: number;
  readonly #count: number;
  readonly #offsetTable: number;
  /** Decoded strings by object number, so that each is decoded only once. */
  readonly #strings = new Map<number, string>();
  /** Total bytes decoded. */
  #decodedBytes = 0;
  #readCount = 0;

  constructor(buffer: ArrayBuffer) {
    this.#view = new DataView(buffer);
    this.#bytes = new Uint8Array(buffer);
    const trailer = buffer.byteLength - TRAILER_BYTES;
    this.#offsetSize = this.#view.getUint8(trailer + 6);
    this.#referenceSize = this.#view.getUint8(trailer + 7);
    this.#count = this.#readInteger(trailer + 8, 8);
    this.#offsetTable = this.#readInteger(trailer + 24, 8);
    this.rootIndex = this.#readInteger(trailer + 16, 8);
  }

  readonly rootIndex: number;

  /** Reads a big-endian integer. Loses precision above 2^53, which is beyond any valid offset. */
  #readInteger(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.#view.getUint8(at + i);
    return value;
  }

  /** Reads the number of elements, from the marker or the integer after it, and the offset of the first element. */
  #readLength(at: number): { count: number; from: number } {
    const shortCount = this.#view.getUint8(at) & 0x0f;
    if (shortCount !== 0x0f) return { count: shortCount, from: at + 1 };
    const size = 2 ** (this.#view.getUint8(at + 1) & 0x0f);
    return { count: this.#readInteger(at + 2, size), from: at + 2 + size };
  }

  #readReference(from: number, index: number): number {
    return this.#readInteger(from + index * this.#referenceSize, this.#referenceSize);
  }

  #readString(index: number, from: number, length: number, encoding: string): string {
    const known = this.#strings.get(index);
    if (known !== undefined) return known;
    if (from + length > this.#bytes.length) throw new RangeError('a string beyond the end of the file');
    this.#decodedBytes += length;
    if (this.#decodedBytes > MAX_DECODED_RATIO * this.#bytes.length)
      throw new RangeError('overlapping strings');
    const text = new TextDecoder(encoding).decode(this.#bytes.subarray(from, from + length));
    this.#strings.set(index, text);
    return text;
  }

  readObject(index: number, depth = 0): PlistValue {
    this.#readCount += 1;
    if (depth > MAX_BINARY_DEPTH || this.#readCount > MAX_OBJECTS)
      throw new RangeError('nested too deeply, or too many objects');
    if (index >= this.#count) throw new RangeError('no such object');
    const at = this.#readInteger(this.#offsetTable + index * this.#offsetSize, this.#offsetSize);
    const marker = this.#view.getUint8(at);
    const type = marker >> 4;
    if (type === 0) return marker === 0x09;
    if (type === 1) return this.#readInteger(at + 1, 2 ** (marker & 0x0f));
    if (type === 2) return marker === 0x22 ? this.#view.getFloat32(at + 1) : this.#view.getFloat64(at + 1);
    if (type === 3) return new Date((this.#view.getFloat64(at + 1) + EPOCH_OFFSET_S) * 1000);
    const { count, from } = this.#readLength(at);
    if (type === 5) return this.#readString(index, from, count, 'windows-1252');
    if (type === 6) return this.#readString(index, from, count * 2, 'utf-16be');
    if (type === 0x0a) {
      const list: PlistValue[] = [];
      for (let i = 0; i < count; i += 1) list.push(this.readObject(this.#readReference(from, i), depth + 1));
      return list;
    }
    if (type !== 0x0d) return '';
    const dictionary: { [key: string]: PlistValue } = Object.create(null);
    for (let i = 0; i < count; i += 1) {
      const key = this.readObject(this.#readReference(from, i), depth + 1);
      if (typeof key !== 'string') throw new RangeError('a key that is not a string');
      dictionary[key] = this.readObject(this.#readReference(from, count + i), depth + 1);
    }
    return dictionary;
  }
}

/**
 * Parses a binary property list.
 *
 * @throws TransferError `damaged`
 */
export async function parseBinaryPlist(file: Blob): Promise<PlistValue> {
  try {
    const reader = new BinaryPlistReader(await file.arrayBuffer());
    return reader.readObject(reader.rootIndex);
  } catch (error) {
    // `DataView` throws a RangeError for offsets beyond the end of a damaged file.
    if (error instanceof RangeError) throw new TransferError('damaged', error.message, { cause: error });
    throw error;
  }
}
