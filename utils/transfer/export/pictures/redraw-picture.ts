/** Pictures in formats that few reading devices show, such as WebP and AVIF, redrawn as JPEG. */

/** Longest side in pixels: no reading device shows more. */
const MAX_SIDE_PX = 2400;
const QUALITY = 0.86;

/** @returns null where the browser can't read the picture */
export async function redrawPicture(picture: Blob): Promise<Blob | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture);
  } catch {
    // Damaged, or in a format that this browser doesn't know.
    return null;
  }
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG knows no transparency, and pages are mostly light.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
