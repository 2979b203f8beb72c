/** Checks that an image's header states its size: otherwise it is truncated or damaged, and invalid in a book. */

/** Maximum offset of the size in a JPEG, after profiles and previews, in bytes. */
const MAX_JPEG_HEADER_BYTES = 512 * 1024;
/** Length of the header in other formats, in bytes. */
const HEADER_BYTES = 64;

/** Markers of a JPEG that are followed by its size: frames, but not tables (ITU-T T.81, table B.1). */
const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegStatesSize(view: DataView): boolean {
  let offset = 2;
  while (offset + 9 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return false;
    const marker = view.getUint8(offset + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (isFrameMarker(marker)) return view.getUint16(offset + 5) > 0 && view.getUint16(offset + 7) > 0;
    offset += 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return false;
}

/** Whether an image with a valid signature of this type states its size. */
export async function statesImageSize(image: Blob, type: string): Promise<boolean> {
  const length = type === 'image/jpeg' ? MAX_JPEG_HEADER_BYTES : HEADER_BYTES;
  const view = new DataView(await image.slice(0, length).arrayBuffer());
  switch (type) {
    case 'image/png':
      return view.byteLength >= 33 && view.getUint32(16) > 0 && view.getUint32(20) > 0;
    case 'image/gif':
      return view.byteLength >= 13 && view.getUint16(6, true) > 0 && view.getUint16(8, true) > 0;
    case 'image/jpeg':
      return jpegStatesSize(view);
    default:
      return view.byteLength >= 30;
  }
}
