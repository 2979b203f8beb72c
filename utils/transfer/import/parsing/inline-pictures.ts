/** Pictures that an archive keeps beside an article, put into its HTML: nothing else could find them. */
import { TransferError } from '../../transfer-error.ts';
import type { ArchiveFile } from '../format-types.ts';

/** Characters of all pictures of one article, as an article that is longer is no longer read. */
const MOST_CHARACTERS = 3_000_000;

/** Types of pictures that an article may have in it. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

async function dataUrlOf(file: ArchiveFile, room: number): Promise<string> {
  const type = TYPES[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined) return '';
  try {
    const blob = await file.open();
    return blob.size * (4 / 3) > room
      ? ''
      : `data:${type};base64,${base64Of(new Uint8Array(await blob.arrayBuffer()))}`;
  } catch (error) {
    if (error instanceof TransferError) return '';
    throw error;
  }
}

/**
 * @param html of the article
 * @param pattern finds names of pictures in it; must be global
 * @param fileOf the file with such a name
 * @returns the HTML with the pictures in it; those that are missing, damaged or too large have no address left
 */
export async function inlinePictures(
  html: string,
  pattern: RegExp,
  fileOf: (name: string) => ArchiveFile | undefined,
): Promise<string> {
  const pieces: string[] = [];
  const known = new Map<string, string>();
  let room = MOST_CHARACTERS;
  let from = 0;
  for (const found of html.matchAll(pattern)) {
    const [name] = found;
    const file = fileOf(name);
    const picture = known.get(name) ?? (file === undefined ? '' : await dataUrlOf(file, room));
    known.set(name, picture);
    const fits = picture.length <= room;
    if (fits) room -= picture.length;
    pieces.push(html.slice(from, found.index), fits ? picture : '');
    from = found.index + name.length;
  }
  return pieces.join('') + html.slice(from);
}
