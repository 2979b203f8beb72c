/** Texts and pictures in the remote store: content-addressed, immutable files, padded and encrypted. */
import { HTML_LIMIT, TEXT_LIMIT } from '../../text/limits.ts';
import type { LibraryKey } from './library-key.ts';
import { packText, pad, unpackText } from './padding.ts';
import { UnreadableFileError } from './sync-errors.ts';

/** Maximum length of a text file, with markup, plain text and quotes, in UTF-16 code units. */
const MAX_TEXT_FILE_LENGTH = HTML_LIMIT + 2 * TEXT_LIMIT;

/** Encrypts a text file. @param json see docs/sync.md, “Texts” */
export async function sealText(key: LibraryKey, json: string): Promise<Uint8Array<ArrayBuffer>> {
  return key.seal(await packText(json));
}

/**
 * Decrypts a text file.
 *
 * @param name the file's name, a keyed hash of its content
 * @throws UnreadableFileError also if the content does not match the name
 */
export async function openText(
  key: LibraryKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const packed = await key.open(bytes, name);
  let json: string;
  try {
    json = await unpackText(packed, MAX_TEXT_FILE_LENGTH);
  } catch (error) {
    throw new UnreadableFileError(name, { cause: error });
  }
  if (key.computeName('text', json) !== name) throw new UnreadableFileError(name);
  return json;
}

/** Encrypts a picture. */
export async function sealPicture(key: LibraryKey, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return key.seal(pad(bytes));
}

/**
 * Decrypts a picture.
 *
 * @param name the file's name, a keyed hash of its content
 * @param length size of the picture without padding, in bytes
 * @throws UnreadableFileError also if the content does not match the name
 */
export async function openPicture(
  key: LibraryKey,
  name: string,
  length: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = (await key.open(bytes, name)).slice(0, length);
  if (key.computeName('picture', picture) !== name) throw new UnreadableFileError(name);
  return picture;
}
