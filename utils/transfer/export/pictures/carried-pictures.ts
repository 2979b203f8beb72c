/** Pictures that a text carries in itself, as files for formats that keep pictures beside it. */

/** In sanitised HTML each stands so, and nothing else does. */
const CARRIED = /\bsrc="(data:(image\/(?:png|jpe?g|gif|webp|avif));base64,([a-z0-9+/]+=*))"/gi;

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0));
}

/**
 * @param html sanitised
 * @param pictures those that are here, by their source addresses
 * @returns the same and those in the text, by the addresses that they have there
 */
export function withCarried(html: string, pictures: ReadonlyMap<string, Blob>): ReadonlyMap<string, Blob> {
  if (!html.includes('src="data:')) return pictures;
  const all = new Map(pictures);
  for (const [, source = '', type = '', base64 = ''] of html.matchAll(CARRIED)) {
    // Four characters are three bytes: another length is a picture that was cut off.
    if (base64.length % 4 === 0 && !all.has(source)) all.set(source, new Blob([decode(base64)], { type }));
  }
  return all;
}
