/** Detects the type of an image by its first bytes (WHATWG MIME Sniffing, 6.1), since a stored type may be wrong. */

const RASTER_SIGNATURES: readonly (readonly [type: string, at: number, signature: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBPVP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
];

/** File extensions of those types. */
export const RASTER_EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

const HEAD_BYTES = 16;

/** Detects the MIME type of a raster image; null for other formats. */
export async function detectRasterType(image: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await image.slice(0, HEAD_BYTES).arrayBuffer());
  const head = String.fromCharCode(...bytes);
  return RASTER_SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset))?.[0] ?? null;
}

/** Checks whether the stored type is SVG, which must be sanitised because it is markup. */
export function isSvg({ type }: Blob): boolean {
  return /^image\/svg\+xml\b/i.test(type);
}
