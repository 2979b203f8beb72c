/** Extracts inlined images of a text, for formats that store images in separate files. */

/** Matches inlined images; sanitised HTML has no other form. */
const CARRIED = /\bsrc="(data:(image\/(?:png|jpe?g|gif|webp|avif));base64,([a-z0-9+/]+=*))"/gi;

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0));
}

/**
 * Adds inlined images to those of an article.
 *
 * @param html sanitised
 * @param pictures stored images by their source addresses
 * @returns both, the inlined ones by their `data:` URLs
 */
export function withInlinedImages(
  html: string,
  pictures: ReadonlyMap<string, Blob>,
): ReadonlyMap<string, Blob> {
  if (!html.includes('src="data:')) return pictures;
  const all = new Map(pictures);
  for (const [, source = '', type = '', base64 = ''] of html.matchAll(CARRIED)) {
    // Four characters encode three bytes: with another length, the image is truncated.
    if (base64.length % 4 === 0 && !all.has(source)) all.set(source, new Blob([decode(base64)], { type }));
  }
  return all;
}
