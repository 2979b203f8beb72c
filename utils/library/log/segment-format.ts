/**
 * The binary format of a segment of the change log: a header, followed by frames. Each frame has its own length and
 * checksum, so that truncation or damage affects only single frames. Numbers are little-endian.
 *
 * - Header: "OFPL", layout version (u16), schema version of the rows (u16).
 * - Frame: "FR", payload size in bytes (u32), CRC-32 of the payload (u32), payload. The payload is deflate-compressed
 *   text; each line has a key, a tab, and JSON. "RF" instead of "FR" marks an uncompressed payload, for writes that the
 *   user is waiting for.
 */

import { deflate } from '../../transfer/zip/compress-entry.ts';
import { crc32 } from '../../transfer/zip/crc32.ts';

const MAGIC = 'OFPL';
const LAYOUT_VERSION = 1;
const HEADER_BYTES = 8;
const COMPRESSED_FRAME = 0x5246;
const PLAIN_FRAME = 0x4652;
const FRAME_HEADER_BYTES = 10;

/** Maximum number of characters of a frame's lines, before compression. A longer line gets its own frame. */
const MAX_FRAME_CHARS = 256 * 1024;

export interface LogRecord {
  key: string;
  /** The row as JSON; null for a tombstone. */
  json: string | null;
}

/** The readable part of a segment. */
export interface ReadSegment {
  records: LogRecord[];
  /** Number of damaged frames; 1 if the header is damaged or not supported. */
  damaged: number;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function packHeader(schema: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(header.buffer);
  view.setUint16(4, LAYOUT_VERSION, true);
  view.setUint16(6, schema, true);
  return header;
}

async function packFrame(lines: string, isUncompressed: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(lines);
  const payload = isUncompressed ? text : await deflate(text);
  const frame = new Uint8Array(FRAME_HEADER_BYTES + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint16(0, isUncompressed ? PLAIN_FRAME : COMPRESSED_FRAME, true);
  view.setUint32(2, payload.length, true);
  view.setUint32(6, crc32(payload), true);
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
}

/** Converts records to lines, and yields the lines of each frame. */
function* frameLines(records: readonly LogRecord[]): Generator<string> {
  let lines = '';
  for (const { key, json } of records) {
    const line = `${key}\t${json ?? 'null'}\n`;
    if (lines !== '' && lines.length + line.length > MAX_FRAME_CHARS) {
      yield lines;
      lines = '';
    }
    lines += line;
  }
  if (lines !== '') yield lines;
}

interface PackOptions {
  /** Awaited after each frame. */
  yieldTurn?: (() => Promise<void>) | undefined;
  /** Whether to skip compression, to save time. */
  isUncompressed?: boolean;
}

/**
 * Serialises records as a segment.
 *
 * @param schema schema version of the rows
 */
export async function packSegment(
  records: readonly LogRecord[],
  schema: number,
  { yieldTurn, isUncompressed = false }: PackOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [packHeader(schema)];
  for (const lines of frameLines(records)) {
    parts.push(await packFrame(lines, isUncompressed));
    await yieldTurn?.();
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function readLines(text: string): LogRecord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const json = line.slice(tab + 1);
      return { key: line.slice(0, tab), json: json === 'null' ? null : json };
    });
}

const isFrameMarker = (value: number): boolean => value === COMPRESSED_FRAME || value === PLAIN_FRAME;

/** Finds the next possible start of a frame, at or after an offset; -1 if there is none. */
function findFrame(view: DataView, start: number): number {
  for (let offset = start; offset + FRAME_HEADER_BYTES <= view.byteLength; offset += 1) {
    if (isFrameMarker(view.getUint16(offset, true))) return offset;
  }
  return -1;
}

/** Reads the frame at an offset. Null if it is incomplete or damaged. */
async function readFrame(
  bytes: Uint8Array<ArrayBuffer>,
  offset: number,
): Promise<{ text: string; end: number } | null> {
  if (offset + FRAME_HEADER_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAME_HEADER_BYTES);
  const end = offset + FRAME_HEADER_BYTES + view.getUint32(2, true);
  const marker = view.getUint16(0, true);
  if (!isFrameMarker(marker) || end > bytes.length) return null;
  const payload = bytes.subarray(offset + FRAME_HEADER_BYTES, end);
  if (crc32(payload) !== view.getUint32(6, true)) return null;
  try {
    const lines = marker === PLAIN_FRAME ? payload : await inflate(payload);
    return { text: new TextDecoder().decode(lines), end };
  } catch {
    // The checksum matched by chance, but the payload is not deflated data.
    return null;
  }
}

/**
 * Reads all undamaged records. Never throws, whatever the bytes are.
 *
 * @param schema the newest supported schema version; a segment of a later version counts as damaged
 */
export async function readSegment(bytes: Uint8Array<ArrayBuffer>, schema: number): Promise<ReadSegment> {
  const records: LogRecord[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSupported =
    bytes.length >= HEADER_BYTES &&
    new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC &&
    view.getUint16(4, true) === LAYOUT_VERSION &&
    view.getUint16(6, true) <= schema;
  if (!isSupported) return { records, damaged: 1 };
  let damaged = 0;
  let isDamaged = false;
  for (let offset = HEADER_BYTES; offset >= 0 && offset < bytes.length; ) {
    const frame = await readFrame(bytes, offset);
    if (frame !== null) {
      records.push(...readLines(frame.text));
      offset = frame.end;
      isDamaged = false;
      continue;
    }
    if (!isDamaged) damaged += 1;
    isDamaged = true;
    offset = findFrame(view, offset + 1);
  }
  return { records, damaged };
}
