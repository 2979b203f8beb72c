import type { LibraryKey } from '../format/library-key.ts';
import { type Manifest, readManifest } from '../format/manifest.ts';
import { MANIFEST } from '../format/place-layout.ts';
import { ForeignFolderError, UnreadableFileError } from '../format/sync-errors.ts';
import type { EnginePlace } from './engine-types.ts';
import { getFile, MOST_BYTES } from './file-limits.ts';

/** A name that only who has the key can make: that of the manifest under it. */
export const manifestMac = (key: LibraryKey, library: string): string =>
  key.nameOf('record', `manifest\n${library}`);

/**
 * Is it the key of that library? Two devices that began one at once may have left the key of one and the manifest of the
 * other.
 */
export const isKeyOf = (key: LibraryKey, { library, mac }: Manifest): boolean =>
  mac === undefined || mac === manifestMac(key, library);

/**
 * What says that a library is at the place; null where nothing does.
 *
 * @throws ForeignFolderError, NewerFormatError, and what the place throws
 */
export async function readManifestAt(place: EnginePlace): Promise<Manifest | null> {
  try {
    const bytes = await getFile(place, MANIFEST, MOST_BYTES.manifest);
    return bytes === null ? null : readManifest(new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof UnreadableFileError ? new ForeignFolderError() : error;
  }
}
