/** Extracts inlined images of a text, for formats that store images in separate files. */

/** Matches inlined images; sanitised HTML has no other form. */
const INLINED_IMAGE = /\bsrc="(data:(image\/(?:png|jpe?g|gif|webp|avif));base64,([a-z0-9+/]+=*))"/gi;

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Adds inlined images to those of an article.
 *
 * @param html sanitised
 * @param storedImages stored images by their source addresses
 * @returns both, the inlined ones by their `data:` URLs
 */
export function withInlinedImages(
  html: string,
  storedImages: ReadonlyMap<string, Blob>,
): ReadonlyMap<string, Blob> {
  if (!html.includes('src="data:')) return storedImages;
  const all = new Map(storedImages);
  for (const [, source = '', type = '', base64 = ''] of html.matchAll(INLINED_IMAGE)) {
    // Four characters encode three bytes: with another length, the image is truncated.
    if (base64.length % 4 === 0 && !all.has(source)) all.set(source, new Blob([decode(base64)], { type }));
  }
  return all;
}
