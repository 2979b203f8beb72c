interface Signature {
  type: string;
  offset: number;
  bytes: readonly number[];
}

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** First bytes of the raster formats that browsers show, by their specifications. */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', offset: 0, bytes: [0x89, ...letters('PNG')] },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', offset: 0, bytes: letters('GIF8') },
  { type: 'image/webp', offset: 8, bytes: letters('WEBP') },
  { type: 'image/avif', offset: 4, bytes: letters('ftypavif') },
  { type: 'image/avif', offset: 4, bytes: letters('ftypavis') },
  // The general brand of ISO 23008-12, which AVIF files may have for their first.
  { type: 'image/avif', offset: 4, bytes: letters('ftypmif1') },
  { type: 'image/heic', offset: 4, bytes: letters('ftyphei') },
  { type: 'image/jxl', offset: 0, bytes: [0xff, 0x0a] },
  { type: 'image/jxl', offset: 4, bytes: letters('JXL ') },
  { type: 'image/bmp', offset: 0, bytes: letters('BM') },
  { type: 'image/x-icon', offset: 0, bytes: [0, 0, 1, 0] },
];

export const SVG = 'image/svg+xml';

/** What a site calls a file that it knows nothing of. */
const UNSAID = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/**
 * The media type to keep an image under: what it is and not what the site says, so that nothing is kept, or leaves in an
 * export, under the name of something else. Where the site says that it is no image, it is none.
 *
 * @returns null where it is no image that browsers show; `SVG` is for those that the site calls so
 */
export function imageTypeOf(contentType: string, bytes: Uint8Array): string | null {
  const stated = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (stated === SVG) return SVG;
  if (!stated.startsWith('image/') && !UNSAID.has(stated)) return null;
  const known = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, i) => bytes[signature.offset + i] === byte),
  );
  return known?.type ?? null;
}
