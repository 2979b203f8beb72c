import type { Fetched } from '../../../utils/fetching/fetch-limited.ts';
import { detectImageType, SVG_TYPE } from '../../../utils/fetching/image-type.ts';
import { getHost } from '../../../utils/library/articles/article-identity.ts';
import { hasSiteIcon, storeSiteIcon } from '../../../utils/library/articles/site-icons.ts';
import { fetchPublicUrl } from '../../../utils/platform/fetch-public-url.ts';
import { doDomTask } from '../do-dom-task.ts';

const MAX_ICON_BYTES = 32 * 1024;
const TIMEOUT_MS = 10_000;

async function toDataUrl(image: Blob): Promise<string> {
  let binary = '';
  for (const byte of new Uint8Array(await image.arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:${image.type};base64,${btoa(binary)}`;
}

/** Fetches an icon as a data URL; null if it is too large or not an image. */
async function readIcon(address: string): Promise<string | null> {
  // Firefox reports the tab's icon as a data URL. Base64 makes it about 1.4 times as long as the image.
  if (/^data:image\//i.test(address)) return address.length <= MAX_ICON_BYTES * 1.4 ? address : null;
  if (!/^https?:/i.test(address)) return null;
  const image = await readImage(await fetchPublicUrl(address, { bytes: MAX_ICON_BYTES, time: TIMEOUT_MS }));
  return image === null ? null : toDataUrl(image);
}

/**
 * Stores the icon of a page's site unless it is stored already. Failures are only logged.
 *
 * @param address URL of the icon, which may be a data URL
 */
export async function storeSiteIconOf(pageUrl: string, address: string | undefined): Promise<void> {
  if (address === undefined) return;
  try {
    const host = getHost(pageUrl);
    if (await hasSiteIcon(host)) return;
    const icon = await readIcon(address);
    if (icon !== null) await storeSiteIcon(host, icon);
  } catch (error) {
    console.warn('offprint: no icon of the site', error);
  }
}

/** Sanitises an image that was synced from another device; null if it is not an image. */
export async function sanitiseImage(image: Blob): Promise<Blob | null> {
  if (!/^image\/svg/i.test(image.type)) return image;
  return readImage({ bytes: new Uint8Array(await image.arrayBuffer()), contentType: image.type });
}

/** Detects the image type of a response and sanitises SVG; null if it is not an image. */
export async function readImage({ bytes, contentType }: Omit<Fetched, 'url'>): Promise<Blob | null> {
  const type = detectImageType(contentType, bytes);
  if (type === null) return null;
  if (type !== SVG_TYPE) return new Blob([bytes], { type });
  const sanitised = await doDomTask({ kind: 'svg', svg: new TextDecoder().decode(bytes) });
  return sanitised === null ? null : new Blob([sanitised], { type });
}
