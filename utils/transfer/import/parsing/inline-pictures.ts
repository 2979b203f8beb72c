import { HTML_LIMIT, TEXT_LIMIT } from '../../../text/limits.ts';
import { toDataUrl } from '../../data-url.ts';
import { openOrNull } from '../archive-files.ts';
import type { ArchiveFile } from '../format-types.ts';

/** Inlines images from an archive into the HTML of an article. */

/**
 * Maximum total length of an article's inlined images in UTF-16 units; leaves room for the text within `HTML_LIMIT`.
 */
export const MAX_INLINED_LENGTH = HTML_LIMIT - TEXT_LIMIT;

/** Types of images that can be inlined, by file extension. */
const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

async function toInlinedImage(file: ArchiveFile, remainingLength: number): Promise<string> {
  const type = IMAGE_TYPES[/\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''];
  const blob = type === undefined ? null : await openOrNull(file);
  return type === undefined || blob === null || blob.size * (4 / 3) > remainingLength
    ? ''
    : toDataUrl(blob, type);
}

/**
 * Replaces image names in an article by `data:` URLs.
 *
 * @param html the HTML of the article
 * @param pattern matches image names in `html`; must have the flag `g`
 * @param findFile returns the file of a name
 * @returns the HTML with inlined images; names of missing, damaged or too large images become empty
 */
export async function inlineImages(
  html: string,
  pattern: RegExp,
  findFile: (name: string) => ArchiveFile | undefined,
): Promise<string> {
  const pieces: string[] = [];
  // By file, because a file has many names, such as `a.png` and `b/../a.png`.
  const images = new Map<ArchiveFile, string>();
  let remainingLength = MAX_INLINED_LENGTH;
  let from = 0;
  for (const match of html.matchAll(pattern)) {
    const [name] = match;
    const file = findFile(name);
    const image =
      file === undefined ? '' : (images.get(file) ?? (await toInlinedImage(file, remainingLength)));
    if (file !== undefined) images.set(file, image);
    const fits = image.length <= remainingLength;
    if (fits) remainingLength -= image.length;
    pieces.push(html.slice(from, match.index), fits ? image : '');
    from = match.index + name.length;
  }
  return pieces.join('') + html.slice(from);
}

/** Matches an inlined image. */
const INLINED_IMAGE = /data:image\/[a-z+.-]+;base64,[\w+/=]+/gi;

/**
 * Removes inlined images that exceed `MAX_INLINED_LENGTH` in total.
 *
 * @returns the remaining HTML, the total length of the images in it in UTF-16 units, and the number of removed images
 */
export function limitInlinedImages(html: string): {
  html: string;
  imagesLength: number;
  droppedCount: number;
} {
  let [imagesLength, droppedCount] = [0, 0];
  const limitedHtml = html.replace(INLINED_IMAGE, (image) => {
    const fits = imagesLength + image.length <= MAX_INLINED_LENGTH;
    if (fits) imagesLength += image.length;
    else droppedCount += 1;
    return fits ? image : '';
  });
  return { html: limitedHtml, imagesLength, droppedCount };
}
