/** What a picture is by its first bytes (WHATWG MIME Sniffing, 6.1): a stored type may be anything. */

const PIXELS: readonly (readonly [type: string, at: number, signature: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBPVP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/avif', 4, 'ftypavis'],
];

const HEAD_BYTES = 16;

/** The type of a picture made of pixels; null where it is none that browsers and books show. */
export async function pixelType(picture: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await picture.slice(0, HEAD_BYTES).arrayBuffer());
  const head = String.fromCharCode(...bytes);
  return PIXELS.find(([, at, signature]) => head.startsWith(signature, at))?.[0] ?? null;
}

/** True where a stored type says that a picture is a drawing, which is markup and must be cleaned. */
export function isDrawing({ type }: Blob): boolean {
  return /^image\/svg\+xml\b/i.test(type);
}
