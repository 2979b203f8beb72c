import { HTML_LIMIT, TEXT_LIMIT } from '../../../text/limits.ts';
import { dataUrlOf } from '../../data-url.ts';
import { openSafely } from '../archive-files.ts';
import type { ArchiveFile } from '../format-types.ts';

/** Inlines the images that an archive keeps beside an article into its HTML. */

/** Maximum total length of an article's inlined images in UTF-16 units, so that its text fits beside them. */
export const MAX_PICTURES_LENGTH = HTML_LIMIT - TEXT_LIMIT;

/** Types of images that can be inlined, by file extension. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

async function inlined(file: ArchiveFile, room: number): Promise<string> {
  const type = TYPES[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''];
  const blob = type === undefined ? null : await openSafely(file);
  return type === undefined || blob === null || blob.size * (4 / 3) > room ? '' : dataUrlOf(blob, type);
}

/**
 * Inlines images into an article.
 *
 * @param html the article
 * @param pattern matches names of images in it; must be global
 * @param fileOf returns the file of a name
 * @returns the HTML with inlined images; missing, damaged or too large ones get an empty address
 */
export async function inlinePictures(
  html: string,
  pattern: RegExp,
  fileOf: (name: string) => ArchiveFile | undefined,
): Promise<string> {
  const pieces: string[] = [];
  const known = new Map<string, string>();
  let room = MAX_PICTURES_LENGTH;
  let from = 0;
  for (const found of html.matchAll(pattern)) {
    const [name] = found;
    const file = fileOf(name);
    const picture = known.get(name) ?? (file === undefined ? '' : await inlined(file, room));
    known.set(name, picture);
    const fits = picture.length <= room;
    if (fits) room -= picture.length;
    pieces.push(html.slice(from, found.index), fits ? picture : '');
    from = found.index + name.length;
  }
  return pieces.join('') + html.slice(from);
}

/** An inlined image. */
const INLINED = /data:image\/[a-z+.-]+;base64,[\w+/=]+/gi;

/**
 * Removes the inlined images of a text beyond the maximum total length.
 *
 * @returns the text, the total length of the images that it contains, and the number of removed ones
 */
export function limitPictures(html: string): { html: string; pictures: number; dropped: number } {
  let [pictures, dropped] = [0, 0];
  const limited = html.replace(INLINED, (picture) => {
    const fits = pictures + picture.length <= MAX_PICTURES_LENGTH;
    if (fits) pictures += picture.length;
    else dropped += 1;
    return fits ? picture : '';
  });
  return { html: limited, pictures, dropped };
}
