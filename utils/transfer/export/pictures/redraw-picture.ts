/** Converts images of rarely supported formats, such as WebP and AVIF, to JPEG. */

/** Maximum length of a side in pixels: no reading device shows more. */
const MAX_SIDE_PX = 2400;
const QUALITY = 0.86;

/**
 * Converts an image.
 *
 * @returns null if the browser can't decode it
 */
export async function convertToJpeg(image: Blob): Promise<Blob | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(image);
  } catch {
    // Damaged, or in a format that this browser doesn't support.
    return null;
  }
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG has no transparency, and most pages are light.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
