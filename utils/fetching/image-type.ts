interface Signature {
  type: string;
  offset: number;
  bytes: readonly number[];
}

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Signatures of the raster formats that browsers can show, from their specifications. */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', offset: 0, bytes: [0x89, ...letters('PNG')] },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', offset: 0, bytes: letters('GIF8') },
  { type: 'image/webp', offset: 8, bytes: letters('WEBP') },
  { type: 'image/avif', offset: 4, bytes: letters('ftypavif') },
  { type: 'image/avif', offset: 4, bytes: letters('ftypavis') },
  // The general brand of ISO 23008-12, which may be the major brand of an AVIF file.
  { type: 'image/avif', offset: 4, bytes: letters('ftypmif1') },
  { type: 'image/heic', offset: 4, bytes: letters('ftyphei') },
  { type: 'image/jxl', offset: 0, bytes: [0xff, 0x0a] },
  { type: 'image/jxl', offset: 4, bytes: letters('JXL ') },
  { type: 'image/bmp', offset: 0, bytes: letters('BM') },
  { type: 'image/x-icon', offset: 0, bytes: [0, 0, 1, 0] },
];

export const SVG_TYPE = 'image/svg+xml';

/** Media types that say nothing about the file. */
const UNSPECIFIC = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/**
 * The media type of an image, detected from its bytes instead of trusting the site, so that nothing is stored or
 * exported under a false type. A file that the site declares to be something other than an image is rejected.
 *
 * @returns null if it is not an image that browsers can show; `SVG_TYPE` if the site declares it as such
 */
export function detectImageType(contentType: string, bytes: Uint8Array): string | null {
  const stated = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (stated === SVG_TYPE) return SVG_TYPE;
  if (!stated.startsWith('image/') && !UNSPECIFIC.has(stated)) return null;
  const known = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, i) => bytes[signature.offset + i] === byte),
  );
  return known?.type ?? null;
}
