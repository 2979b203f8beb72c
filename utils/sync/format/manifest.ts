/** What says that a folder holds a library of Offprint, and how it is written. The one file that is readable as it is. */
import { ForeignFolderError, NewerFormatError } from './sync-errors.ts';

const FORMAT = 'offprint-sync';

/** Of everything at the place. A version that reads differently gets the next number. */
export const FORMAT_VERSION = 1;

export interface Manifest {
  /** Drawn at random, to tell this library from another one in the same folder. */
  library: string;
  /** When it was begun, milliseconds since 1970, to the day. */
  begunAt: number;
  /** Of the library under its key; absent where an earlier version wrote it. */
  mac?: string;
}

const DAY = 86_400_000;

export function makeManifest(now: number): Manifest {
  return { library: crypto.randomUUID(), begunAt: Math.floor(now / DAY) * DAY };
}

export function writeManifest({ library, begunAt, mac }: Manifest): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, library, begunAt, mac }, null, 2)}\n`;
}

/** @throws ForeignFolderError where it is none, NewerFormatError where a later version of Offprint wrote it */
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
  } catch {
    throw new ForeignFolderError();
  }
  if (typeof read !== 'object' || read === null || read.format !== FORMAT) throw new ForeignFolderError();
  if (typeof read.version !== 'number' || read.version > FORMAT_VERSION) throw new NewerFormatError();
  if (typeof read.library !== 'string' || typeof read.begunAt !== 'number') throw new ForeignFolderError();
  const { library, begunAt, mac } = read;
  return { library, begunAt, ...(typeof mac === 'string' && { mac }) };
}
