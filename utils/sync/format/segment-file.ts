/**
 * A segment of a device's log: a head and a line for each record, as JSON, packed, filled up and encrypted. It never
 * changes. It says of itself which it is, so that a place can't give one for another.
 */

import type { Field, Json } from '../merge/field.ts';
import { isNote, noteOf } from '../merge/notes.ts';
import type { SyncRecord } from '../merge/record.ts';
import { type DeviceId, deviceOf, isDeviceId, isStamp, type Stamp } from '../merge/stamp.ts';
import type { LibraryKey } from './library-key.ts';
import { packText, unpackText } from './padding.ts';
import { parseSegmentName, type SegmentName, segmentName } from './place-layout.ts';
import { UnreadableFileError } from './sync-errors.ts';

/** What is synced, each with fields of its own, in the order in which a device takes it in; see docs/sync.md. */
export const KINDS = ['device', 'list', 'tag', 'smartList', 'person', 'setting', 'article', 'alias'] as const;
export type Kind = (typeof KINDS)[number];

/** Of a device's segments the number up to which another one has read them. */
export type Seen = Readonly<Record<DeviceId, number>>;

/** Numbers of segments that should be at the place, by device. */
export type Live = Readonly<Record<DeviceId, readonly number[]>>;

export interface SegmentHead extends SegmentName {
  /** Drawn at random for each, to tell who wrote it where two write under one device's id. */
  mark: string;
  /** As its user calls the device. */
  name: string;
  /** When it was written, by the device's clock; milliseconds since 1970. */
  at: number;
  /** What the device had read of the others when it wrote this. */
  seen: Seen;
  /** Which segments should be at the place, as far as it knows: its own, and those of others that it has read. */
  live: Live;
}

/** A record as it travels. */
export interface KeyedRecord {
  /** `LibraryKey.nameOf` of what it is of. */
  key: string;
  kind: Kind;
  record: SyncRecord;
}

export interface Segment {
  head: SegmentHead;
  records: KeyedRecord[];
}

/** Characters of a segment; far above what we write. */
const MOST_CHARS = 64_000_000;

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

function readSeen(value: unknown): Seen {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => isDeviceId(entry[0]) && isCount(entry[1]),
    ),
  );
}

/** Numbers of one device's segments; far above what there ever are. */
const MAX_LIVE = 20_000;

function readLive(value: unknown): Live {
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
  if (noteOf(name)?.device !== deviceOf(stamp) || !isObject(seen)) return false;
  return Object.entries(seen).every(([device, one]) => isDeviceId(device) && isStamp(one) && one < stamp);
}

/** Null for a line of a kind that we don't know: of a later version that did not change the format. */
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
 * @param name as the place has it
 * @throws UnreadableFileError where it is torn, damaged, of another key, or another one than its name says
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
    const [first = '', ...lines] = (await unpackText(packed, MOST_CHARS)).split('\n');
    const head = readHead(first, expected);
    const records = lines.filter((line) => line !== '').map(readRecord);
    return { head, records: records.filter((record) => record !== null) };
  } catch (error) {
    throw new UnreadableFileError(name, { cause: error });
  }
}
