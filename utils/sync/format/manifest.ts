/** The manifest, which marks a folder as an Offprint library. The only file that is not encrypted. */
import { ForeignFolderError, NewerFormatError, TruncatedFileError } from './sync-errors.ts';

const FORMAT = 'offprint-sync';

/** The version of all formats in the remote store. Increased by incompatible changes. */
export const FORMAT_VERSION = 1;

export interface Manifest {
  /** A random id, which distinguishes this library from another one in the same folder. */
  library: string;
  /** The day on which the library was created, in milliseconds since 1970. */
  begunAt: number;
  /** A message authentication code for the library's id under its key. */
  mac: string;
}

const DAY_MS = 86_400_000;

export function makeManifest(now: number): Omit<Manifest, 'mac'> {
  return { library: crypto.randomUUID(), begunAt: Math.floor(now / DAY_MS) * DAY_MS };
}

export function writeManifest({ library, begunAt, mac }: Manifest): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, library, begunAt, mac }, null, 2)}\n`;
}

/** The beginning of every manifest. */
const START = `{\n  "format": "${FORMAT}"`;

/**
 * @throws ForeignFolderError if it is not a manifest, TruncatedFileError if it is the beginning of one,
 *   NewerFormatError if a later version of Offprint wrote it
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
    throw isBeginning ? new TruncatedFileError({ cause }) : new ForeignFolderError();
  }
  if (typeof read !== 'object' || read === null || read.format !== FORMAT) throw new ForeignFolderError();
  if (typeof read.version !== 'number' || read.version > FORMAT_VERSION) throw new NewerFormatError();
  const { library, begunAt, mac } = read;
  if (typeof library !== 'string' || typeof begunAt !== 'number' || typeof mac !== 'string')
    throw new ForeignFolderError();
  return { library, begunAt, mac };
}
