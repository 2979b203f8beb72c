/** Names of the files at a place. See docs/sync.md. */
import { type DeviceId, isDeviceId } from '../merge/stamp.ts';

export const MANIFEST = 'offprint-sync.json';
/** The library's key, sealed with the passphrase. */
export const KEY_FILE = 'identity.age';
export const LOG_FOLDER = 'log';
const FILES_FOLDER = 'files';

const SEGMENT = /^log\/([0-9a-f]{16})-(\d{8})\.age$/;

export interface SegmentName {
  device: DeviceId;
  /** Counts up for each device; there may be gaps. */
  number: number;
}

export const segmentName = ({ device, number }: SegmentName): string =>
  `${LOG_FOLDER}/${device}-${String(number).padStart(8, '0')}.age`;

/** Null for files of others, and those torn off while they were written. */
export function parseSegmentName(name: string): SegmentName | null {
  const [, device, number] = SEGMENT.exec(name) ?? [];
  return isDeviceId(device) ? { device, number: Number(number) } : null;
}

/** What is in many folders is found sooner: 256 of them. */
export const fileName = (name: string): string => `${FILES_FOLDER}/${name.slice(0, 2)}/${name}.age`;

export const isFileName = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{30}$/.test(value);
