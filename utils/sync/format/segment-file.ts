/**
 * A segment of a device's log: a head and one line per record, as JSON, compressed, padded and encrypted. It never
 * changes. The head contains the segment's name, so that a remote store can't serve one segment as another.
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

/** The kinds of synced items, in the order in which incoming records are applied; see docs/sync.md. */
export const KINDS = [
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
export type Kind = (typeof KINDS)[number];

/** By device, the number up to which its segments were read. */
export type ReadPositions = Readonly<Record<DeviceId, number>>;

/** By device, the numbers of the segments that should be in the remote store. */
export type ExpectedSegments = Readonly<Record<DeviceId, readonly number[]>>;

export interface SegmentHead extends SegmentName {
  /** A random id of the segment, which reveals when two profiles write under one device id. */
  mark: string;
  /** The user's name for the device. */
  name: string;
  /** When it was written, by the device's clock, in milliseconds since 1970. */
  at: number;
  /** The positions up to which the device had read the others when it wrote this segment. */
  seen: ReadPositions;
  /**
   * The segments that should be in the remote store, as far as the device knows: its own, and those of others that it
   * has read.
   */
  live: ExpectedSegments;
}

/** A record with its key, as it is transferred. */
export interface KeyedRecord {
  /** `LibraryKey.nameOf` of the item's identity. */
  key: string;
  kind: Kind;
  record: SyncRecord;
}

export interface Segment {
  head: SegmentHead;
  records: KeyedRecord[];
}

/** Maximum length of a decompressed segment, far above what is ever written. */
const MAX_CHARS = 64_000_000;

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

function readSeen(value: unknown): ReadPositions {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => isDeviceId(entry[0]) && isCount(entry[1]),
    ),
  );
}

/** Maximum number of listed segments per device, far above what ever exists. */
const MAX_LIVE = 20_000;

function readLive(value: unknown): ExpectedSegments {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([device, numbers]) =>
      isDeviceId(device) && Array.isArray(numbers)
        ? [[device, numbers.slice(0, MAX_LIVE).filter(isCount)]]
        : [],
    ),
  );
}

function readHead(line: string, { device, number }: SegmentName): SegmentHead {
  const read: unknown = JSON.parse(line);
  if (!isObject(read) || read.offprint !== 'segment' || read.device !== device || read.number !== number)
    throw new TypeError('not the segment that its name says');
  return {
    device,
    number,
    mark: typeof read.mark === 'string' ? read.mark.slice(0, 32) : '',
    name: typeof read.name === 'string' ? read.name.slice(0, 100) : '',
    at: isCount(read.at) ? read.at : 0,
    seen: readSeen(read.seen),
    live: readLive(read.live),
  };
}

function isField(entry: [string, unknown]): entry is [string, Field & readonly [string, Json]] {
  const [name, field] = entry;
  if (!Array.isArray(field) || !isStamp(field[0])) return false;
  if (!isNote(name)) return field.length === 2;
  const [stamp, , seen] = field as [Stamp, unknown, unknown];
  if (parseNoteVersion(name)?.device !== deviceOf(stamp) || !isObject(seen)) return false;
  return Object.entries(seen).every(([device, one]) => isDeviceId(device) && isStamp(one) && one < stamp);
}

/** Null for a record of an unknown kind, which a later version with the same format may write. */
function readRecord(line: string): KeyedRecord | null {
  const read: unknown = JSON.parse(line);
  if (!isObject(read) || typeof read.key !== 'string' || !isObject(read.fields))
    throw new TypeError('not a record');
  const kind = KINDS.find((one) => one === read.kind);
  if (kind === undefined) return null;
  const fields = Object.fromEntries(Object.entries(read.fields).filter(isField));
  return {
    key: read.key.slice(0, 64),
    kind,
    record: { fields, gone: isStamp(read.gone) ? read.gone : null },
  };
}

/**
 * @param name in the remote store
 * @throws UnreadableFileError if it is truncated, damaged, encrypted with another key, or not the segment that its name
 *   says
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
    const [first = '', ...lines] = (await unpackText(packed, MAX_CHARS)).split('\n');
    const head = readHead(first, expected);
    const records = lines.filter((line) => line !== '').map(readRecord);
    return { head, records: records.filter((record) => record !== null) };
  } catch (error) {
    throw new UnreadableFileError(name, { cause: error });
  }
}
