/** Texts and pictures in the remote store: content-addressed files, never changed, padded and encrypted. */
import { HTML_LIMIT, TEXT_LIMIT } from '../../text/limits.ts';
import type { LibraryKey } from './library-key.ts';
import { packText, pad, unpackText } from './padding.ts';
import { UnreadableFileError } from './sync-errors.ts';

/** Maximum length of a text with its markup and its quotes. */
const MAX_CHARS = HTML_LIMIT + 2 * TEXT_LIMIT;

/** @param json see docs/sync.md, “Texts” */
export async function sealText(key: LibraryKey, json: string): Promise<Uint8Array<ArrayBuffer>> {
  return key.seal(await packText(json));
}

/** @throws UnreadableFileError also if the content does not match the name */
export async function openText(
  key: LibraryKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const packed = await key.open(bytes, name);
  let json: string;
  try {
    json = await unpackText(packed, MAX_CHARS);
  } catch (error) {
    throw new UnreadableFileError(name, { cause: error });
  }
  if (key.nameOf('text', json) !== name) throw new UnreadableFileError(name);
  return json;
}

export async function sealPicture(key: LibraryKey, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return key.seal(pad(bytes));
}

/** @param length of the picture, in bytes @throws UnreadableFileError also if the content does not match the name */
export async function openPicture(
  key: LibraryKey,
  name: string,
  length: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = (await key.open(bytes, name)).slice(0, length);
  if (key.nameOf('picture', picture) !== name) throw new UnreadableFileError(name);
  return picture;
}
