/** Names of the files in the remote store; see docs/sync.md. */
import { type DeviceId, isDeviceId } from '../merge/stamp.ts';

export const MANIFEST = 'offprint-sync.json';
/** The library's key, encrypted with the passphrase. */
export const KEY_FILE = 'identity.age';
export const LOG_FOLDER = 'log';
const FILES_FOLDER = 'files';

const SEGMENT = /^log\/([0-9a-f]{16})-(\d{8})\.age$/;

export interface SegmentName {
  device: DeviceId;
  /** Increases with each segment of a device, with gaps. */
  number: number;
}

export const segmentName = ({ device, number }: SegmentName): string =>
  `${LOG_FOLDER}/${device}-${String(number).padStart(8, '0')}.age`;

/** Parses a segment's name; null for other files, including unfinished uploads. */
export function parseSegmentName(name: string): SegmentName | null {
  const [, device, number] = SEGMENT.exec(name) ?? [];
  return isDeviceId(device) ? { device, number: Number(number) } : null;
}

/** The path of a content file. Files are distributed over 256 folders, because large folders are slow. */
export const contentFileName = (name: string): string => `${FILES_FOLDER}/${name.slice(0, 2)}/${name}.age`;

export const isContentName = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{30}$/.test(value);
