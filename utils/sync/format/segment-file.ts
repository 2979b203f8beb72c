/**
 * A segment of a device's log: lines of JSON, first the head, then one record per line, which are compressed, padded and
 * encrypted. Segments are immutable. The head contains the segment's device and number, so that a server can't pass off
 * one segment as another.
 */

import { isNote, parseNoteVersion } from '../merge/notes.ts';
import type { SyncRecord } from '../merge/record.ts';
import {
  type DeviceId,
  deviceOf,
  type Field,
  isDeviceId,
  isStamp,
  type Json,
  type Stamp,
} from '../merge/stamp.ts';
import type { LibraryKey } from './library-key.ts';
import { packText, unpackText } from './padding.ts';
import { parseSegmentName, type SegmentName, segmentName } from './remote-layout.ts';
import { UnreadableFileError } from './sync-errors.ts';

/** The kinds of records, in the order in which incoming ones are applied; see docs/sync.md. */
export const RECORD_KINDS = [
  'device',
  'list',
  'tag',
  'smartList',
  'person',
  'setting',
  'article',
  'alias',
  'story',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** By device, the number up to which all of its segments have been read. */
export type ReadPositions = Readonly<Record<DeviceId, number>>;

/** By device, the numbers of the segments that should exist in the remote store. */
export type ExpectedSegments = Readonly<Record<DeviceId, readonly number[]>>;

export interface SegmentHead extends SegmentName {
  /** A random id of the segment, which reveals if two profiles write under the same device id. */
  mark: string;
  /** The user's name for the device. */
  name: string;
  /** When the segment was written, by the device's clock, in milliseconds since 1970. */
  at: number;
  /** How far the device had read the logs of the others when it wrote this segment. */
  seen: ReadPositions;
  /**
   * The segments that should exist in the remote store, as far as the device knows: its own, those of others that it has
   * read, and those that it has found to be missing.
   */
  live: ExpectedSegments;
}

/** A record with its key and kind, as in a segment. */
export interface KeyedRecord {
  /** The keyed hash of the item's identity; see `LibraryKey.computeName`. */
  key: string;
  kind: RecordKind;
  record: SyncRecord;
}

export interface Segment {
  head: SegmentHead;
  records: KeyedRecord[];
}

/** Maximum length of a decompressed segment in UTF-16 code units, far above that of any real segment. */
const MAX_SEGMENT_LENGTH = 64_000_000;

/** Serialises and encrypts a segment. */
export async function writeSegment(
  key: LibraryKey,
  { head, records }: Segment,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = records.map(({ key: name, kind, record }) =>
    JSON.stringify({
      key: name,
      kind,
      ...(record.gone === null ? {} : { gone: record.gone }),
      fields: record.fields,
    }),
  );
  const text = [JSON.stringify({ offprint: 'segment', ...head }), ...lines].join('\n');
  return key.seal(await packText(`${text}\n`));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function parseReadPositions(value: unknown): ReadPositions {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => isDeviceId(entry[0]) && isCount(entry[1]),
    ),
  );
}

/** Maximum number of expected segments per device, far above any real number. */
const MAX_EXPECTED_SEGMENTS = 20_000;

function parseExpectedSegments(value: unknown): ExpectedSegments {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([device, numbers]) =>
      isDeviceId(device) && Array.isArray(numbers)
        ? [[device, numbers.slice(0, MAX_EXPECTED_SEGMENTS).filter(isCount)]]
        : [],
    ),
  );
}

function parseHead(line: string, { device, number }: SegmentName): SegmentHead {
  const parsed: unknown = JSON.parse(line);
  if (
    !isObject(parsed) ||
    parsed.offprint !== 'segment' ||
    parsed.device !== device ||
    parsed.number !== number
  )
    throw new TypeError('the head does not match the file name');
  return {
    device,
    number,
    mark: typeof parsed.mark === 'string' ? parsed.mark.slice(0, 32) : '',
    name: typeof parsed.name === 'string' ? parsed.name.slice(0, 100) : '',
    at: isCount(parsed.at) ? parsed.at : 0,
    seen: parseReadPositions(parsed.seen),
    live: parseExpectedSegments(parsed.live),
  };
}

function isField(entry: [string, unknown]): entry is [string, Field & readonly [string, Json]] {
  const [name, field] = entry;
  if (!Array.isArray(field) || !isStamp(field[0])) return false;
  if (!isNote(name)) return field.length === 2;
  const [stamp, , seen] = field as [Stamp, unknown, unknown];
  if (parseNoteVersion(name)?.device !== deviceOf(stamp) || !isObject(seen)) return false;
  return Object.entries(seen).every(
    ([device, seenStamp]) => isDeviceId(device) && isStamp(seenStamp) && seenStamp < stamp,
  );
}

/** Parses a line; null if the record is of an unknown kind, which a later version with the same format may write. */
function parseRecord(line: string): KeyedRecord | null {
  const parsed: unknown = JSON.parse(line);
  if (!isObject(parsed) || typeof parsed.key !== 'string' || !isObject(parsed.fields))
    throw new TypeError('not a record');
  const kind = RECORD_KINDS.find((known) => known === parsed.kind);
  if (kind === undefined) return null;
  const fields = Object.fromEntries(Object.entries(parsed.fields).filter(isField));
  return {
    key: parsed.key.slice(0, 64),
    kind,
    record: { fields, gone: isStamp(parsed.gone) ? parsed.gone : null },
  };
}

/**
 * Decrypts and parses a segment. Invalid fields and records of unknown kinds are dropped.
 *
 * @param name the file's name in the remote store
 * @throws UnreadableFileError if the file is truncated, damaged, encrypted with another key, or does not match its name
 */
export async function readSegment(
  key: LibraryKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Segment> {
  const expected = parseSegmentName(name);
  if (expected === null || segmentName(expected) !== name) throw new UnreadableFileError(name);
  const packed = await key.open(bytes, name);
  try {
    const [first = '', ...lines] = (await unpackText(packed, MAX_SEGMENT_LENGTH)).split('\n');
    const head = parseHead(first, expected);
    const records = lines.filter((line) => line !== '').map(parseRecord);
    return { head, records: records.filter((record) => record !== null) };
  } catch (error) {
    throw new UnreadableFileError(name, { cause: error });
  }
}
