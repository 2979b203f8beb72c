/**
 * The binary format of a segment of the change log. A header is followed by frames, each with its length and checksum,
 * so that truncation or damage affects only single frames. Header: "OFPL", layout version (u16), schema version of the
 * rows (u16). Frame: "FR", payload size in bytes (u32), CRC-32 of the payload (u32), payload: compressed (deflate)
 * lines `key TAB json`; or "RF", the same with uncompressed lines, for writes that the user waits for. Numbers are
 * little-endian.
 */
import { crc32 } from '../../transfer/zip/crc32.ts';
import { deflate } from '../../transfer/zip/pack-entry.ts';

const MAGIC = 'OFPL';
const LAYOUT_VERSION = 1;
const HEADER_BYTES = 8;
const PACKED_MARK = 0x5246;
const PLAIN_MARK = 0x4652;
const FRAME_HEADER_BYTES = 10;

/** Characters of one frame's lines, before compression. A longer line gets its own frame. */
const MAX_FRAME_CHARS = 256 * 1024;

export interface LogRecord {
  key: string;
  /** The row as JSON; null for a tombstone. */
  json: string | null;
}

/** The readable part of a segment. */
export interface ReadSegment {
  records: LogRecord[];
  /** Number of damaged frames; 1 for a damaged head. */
  damaged: number;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function packHead(schema: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEADER_BYTES);
  head.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(head.buffer);
  view.setUint16(4, LAYOUT_VERSION, true);
  view.setUint16(6, schema, true);
  return head;
}

async function packFrame(lines: string, isPlain: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(lines);
  const payload = isPlain ? text : await deflate(text);
  const frame = new Uint8Array(FRAME_HEADER_BYTES + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint16(0, isPlain ? PLAIN_MARK : PACKED_MARK, true);
  view.setUint32(2, payload.length, true);
  view.setUint32(6, crc32(payload), true);
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
}

/** Splits records into the lines of each frame. */
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

interface Packing {
  /** Awaited after each frame. */
  yieldTurn?: (() => Promise<void>) | undefined;
  /** Don't compress, to save time. */
  isPlain?: boolean;
}

/** @param schema version of the database schema */
export async function packSegment(
  records: readonly LogRecord[],
  schema: number,
  { yieldTurn, isPlain = false }: Packing = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [packHead(schema)];
  for (const lines of frameLines(records)) {
    parts.push(await packFrame(lines, isPlain));
    await yieldTurn?.();
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
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

const isMark = (value: number): boolean => value === PACKED_MARK || value === PLAIN_MARK;

/** The offset of the next frame at or after an offset; -1 if there is none. */
function findFrame(view: DataView, from: number): number {
  for (let at = from; at + FRAME_HEADER_BYTES <= view.byteLength; at += 1) {
    if (isMark(view.getUint16(at, true))) return at;
  }
  return -1;
}

/** Reads the frame at an offset; null if it is incomplete or damaged. */
async function readFrame(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): Promise<{ text: string; end: number } | null> {
  if (at + FRAME_HEADER_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, FRAME_HEADER_BYTES);
  const end = at + FRAME_HEADER_BYTES + view.getUint32(2, true);
  const mark = view.getUint16(0, true);
  if (!isMark(mark) || end > bytes.length) return null;
  const payload = bytes.subarray(at + FRAME_HEADER_BYTES, end);
  if (crc32(payload) !== view.getUint32(6, true)) return null;
  try {
    const lines = mark === PLAIN_MARK ? payload : await inflate(payload);
    return { text: new TextDecoder().decode(lines), end };
  } catch {
    // The checksum matched by chance, but the payload is not deflated data.
    return null;
  }
}

/**
 * Reads everything that is readable. Never throws, whatever the bytes are.
 *
 * @param schema the newest supported schema version; later ones count as damaged
 */
export async function readSegment(bytes: Uint8Array<ArrayBuffer>, schema: number): Promise<ReadSegment> {
  const records: LogRecord[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOurs =
    bytes.length >= HEADER_BYTES &&
    new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC &&
    view.getUint16(4, true) === LAYOUT_VERSION &&
    view.getUint16(6, true) <= schema;
  if (!isOurs) return { records, damaged: 1 };
  let damaged = 0;
  let isDamaged = false;
  for (let at = HEADER_BYTES; at >= 0 && at < bytes.length; ) {
    const frame = await readFrame(bytes, at);
    if (frame !== null) {
      records.push(...readLines(frame.text));
      at = frame.end;
      isDamaged = false;
      continue;
    }
    if (!isDamaged) damaged += 1;
    isDamaged = true;
    at = findFrame(view, at + 1);
  }
  return { records, damaged };
}
