/** First bytes of the formats browsers show, by their specifications. */
const SIGNATURES: [type: string, offset: number, bytes: number[]][] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['image/avif', 4, [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66]],
  ['image/bmp', 0, [0x42, 0x4d]],
];

/**
 * The media type to keep an image under. What the site says counts where it says image; where it says nothing
 * useful, the first bytes do.
 *
 * @returns null where it is no image
 */
export function imageTypeOf(contentType: string, bytes: Uint8Array): string | null {
  const stated = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^image\/[\w.+-]+$/.test(stated)) return stated;
  if (stated !== '' && stated !== 'application/octet-stream' && stated !== 'binary/octet-stream') return null;
  const known = SIGNATURES.find(([, offset, signature]) =>
    signature.every((byte, i) => bytes[offset + i] === byte),
  );
  return known?.[0] ?? null;
}
