/** Checks that an image's header states its size: otherwise it is truncated or damaged, and invalid in a book. */

/** Maximum offset of the size in a JPEG, after profiles and previews, in bytes. */
const MAX_JPEG_HEADER_BYTES = 512 * 1024;
/** Length of the header in other formats, in bytes. */
const HEADER_BYTES = 64;

/** Markers of a JPEG that are followed by its size: frames, but not tables (ITU-T T.81, table B.1). */
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

/** Whether an image with a valid signature of this type states its size. */
export async function hasSize(picture: Blob, type: string): Promise<boolean> {
  const length = type === 'image/jpeg' ? MAX_JPEG_HEADER_BYTES : HEADER_BYTES;
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
