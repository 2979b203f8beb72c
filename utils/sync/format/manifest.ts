/** The manifest, which marks a folder as an Offprint library. It is the only file that is not encrypted. */
import { ForeignFolderError, NewerFormatError, TruncatedFileError } from './sync-errors.ts';

const FORMAT = 'offprint-sync';

/** The version of all file formats in the remote store. Must be increased for incompatible changes. */
const FORMAT_VERSION = 1;

export interface Manifest {
  /** A random id, which reveals if another library has replaced this one in the folder. */
  library: string;
  /** The day on which the library was created, in milliseconds since 1970. */
  begunAt: number;
  /** A message authentication code for the library's id under its key. */
  mac: string;
}

const DAY_MS = 86_400_000;

/** Creates a manifest with a random id. @param now milliseconds since 1970 */
export function makeManifest(now: number): Omit<Manifest, 'mac'> {
  return { library: crypto.randomUUID(), begunAt: Math.floor(now / DAY_MS) * DAY_MS };
}

export function writeManifest({ library, begunAt, mac }: Manifest): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, library, begunAt, mac }, null, 2)}\n`;
}

/** The beginning of every manifest. */
const BEGINNING = `{\n  "format": "${FORMAT}"`;

/**
 * Parses a manifest.
 *
 * @throws ForeignFolderError if it is not a manifest, TruncatedFileError if it is only the beginning of one,
 *   NewerFormatError if a later version of Offprint wrote it
 */
export function readManifest(text: string): Manifest {
  let manifest: {
    format?: unknown;
    version?: unknown;
    library?: unknown;
    begunAt?: unknown;
    mac?: unknown;
  } | null;
  try {
    manifest = JSON.parse(text);
  } catch (cause) {
    const isBeginning = text.slice(0, BEGINNING.length) === BEGINNING.slice(0, text.length);
    throw isBeginning ? new TruncatedFileError({ cause }) : new ForeignFolderError();
  }
  if (typeof manifest !== 'object' || manifest === null || manifest.format !== FORMAT)
    throw new ForeignFolderError();
  if (typeof manifest.version !== 'number' || manifest.version > FORMAT_VERSION) throw new NewerFormatError();
  const { library, begunAt, mac } = manifest;
  if (typeof library !== 'string' || typeof begunAt !== 'number' || typeof mac !== 'string')
    throw new ForeignFolderError();
  return { library, begunAt, mac };
}
