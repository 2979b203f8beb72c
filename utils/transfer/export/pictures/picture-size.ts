/** How large a picture says it is, by its head: one that doesn't say is cut off or damaged, and no book may hold it. */

/** Bytes that a JPEG's size stands in, with the profiles and previews before it. */
const JPEG_HEAD = 512 * 1024;
/** Bytes of the other formats' heads. */
const HEAD = 64;

/** Markers of a JPEG that its size follows: the frames, but for tables (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegHasSize(view: DataView): boolean {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return false;
}

/** Whether a picture of this type, of which the first bytes are right, has a size. */
export async function hasSize(picture: Blob, type: string): Promise<boolean> {
  const length = type === 'image/jpeg' ? JPEG_HEAD : HEAD;
  const view = new DataView(await picture.slice(0, length).arrayBuffer());
  switch (type) {
    case 'image/png':
      return view.byteLength >= 33 && view.getUint32(16) > 0 && view.getUint32(20) > 0;
    case 'image/gif':
      return view.byteLength >= 13 && view.getUint16(6, true) > 0 && view.getUint16(8, true) > 0;
    case 'image/jpeg':
      return jpegHasSize(view);
    default:
      return view.byteLength >= 30;
  }
}
