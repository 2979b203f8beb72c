/** What says that a folder holds a library of Offprint, and how it is written. The one file that is readable as it is. */
import { CutShortError, ForeignFolderError, NewerFormatError } from './sync-errors.ts';

const FORMAT = 'offprint-sync';

/** Of everything at the place. A version that reads differently gets the next number. */
export const FORMAT_VERSION = 1;

export interface Manifest {
  /** Drawn at random, to tell this library from another one in the same folder. */
  library: string;
  /** When it was begun, milliseconds since 1970, to the day. */
  begunAt: number;
  /** Of the library under its key. */
  mac: string;
}

const DAY = 86_400_000;

export function makeManifest(now: number): Omit<Manifest, 'mac'> {
  return { library: crypto.randomUUID(), begunAt: Math.floor(now / DAY) * DAY };
}

export function writeManifest({ library, begunAt, mac }: Manifest): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, library, begunAt, mac }, null, 2)}\n`;
}

/** What every manifest begins with. */
const START = `{\n  "format": "${FORMAT}"`;

/**
 * @throws ForeignFolderError where it is none, CutShortError where it is the beginning of one, NewerFormatError where a
 *   later version of Offprint wrote it
 */
export function readManifest(text: string): Manifest {
  let read: {
    format?: unknown;
    version?: unknown;
    library?: unknown;
    begunAt?: unknown;
    mac?: unknown;
  } | null;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    const isBeginning = text.slice(0, START.length) === START.slice(0, text.length);
    throw isBeginning ? new CutShortError({ cause }) : new ForeignFolderError();
  }
  if (typeof read !== 'object' || read === null || read.format !== FORMAT) throw new ForeignFolderError();
  if (typeof read.version !== 'number' || read.version > FORMAT_VERSION) throw new NewerFormatError();
  const { library, begunAt, mac } = read;
  if (typeof library !== 'string' || typeof begunAt !== 'number' || typeof mac !== 'string')
    throw new ForeignFolderError();
  return { library, begunAt, mac };
}
