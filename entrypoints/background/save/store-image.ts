import type { Fetched } from '../../../utils/fetching/fetch-limited.ts';
import { imageTypeOf, SVG } from '../../../utils/fetching/image-type.ts';
import { getHost } from '../../../utils/library/articles/article-identity.ts';
import { hasSiteIcon, storeSiteIcon } from '../../../utils/library/articles/site-icons.ts';
import { fetchPublicUrl } from '../../../utils/platform/fetch-public-url.ts';
import { doDomTask } from '../do-dom-task.ts';

/** An icon is shown beside a line of text, so it can be small. */
const MAX_ICON_BYTES = 32 * 1024;
const TIMEOUT_MS = 10_000;

async function toDataUrl(image: Blob): Promise<string> {
  let binary = '';
  for (const byte of new Uint8Array(await image.arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:${image.type};base64,${btoa(binary)}`;
}

/** The icon at an address as a data URL; null if it is no image. */
async function readIcon(address: string): Promise<string | null> {
  // Firefox gives a data URL of the icon it shows.
  if (/^data:image\//i.test(address)) return address.length <= MAX_ICON_BYTES * 1.4 ? address : null;
  if (!/^https?:/i.test(address)) return null;
  const image = await readImage(await fetchPublicUrl(address, { bytes: MAX_ICON_BYTES, time: TIMEOUT_MS }));
  return image === null ? null : toDataUrl(image);
}

/**
 * Stores the icon of a saved page, once per site. Never throws: an article is complete without it.
 *
 * @param address of the icon, as the browser reports it for the tab
 */
export async function storeIconOf(pageUrl: string, address: string | undefined): Promise<void> {
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

/** Sanitises an image that another device sent, like one from a site; null if it is not an image. */
export async function sanitiseImage(picture: Blob): Promise<Blob | null> {
  if (!/^image\/svg/i.test(picture.type)) return picture;
  return readImage({ bytes: new Uint8Array(await picture.arrayBuffer()), contentType: picture.type });
}

/** Reads a response as an image of its detected type, sanitising SVG; null if it is not an image. */
export async function readImage({ bytes, contentType }: Omit<Fetched, 'url'>): Promise<Blob | null> {
  const type = imageTypeOf(contentType, bytes);
  if (type === null) return null;
  if (type !== SVG) return new Blob([bytes], { type });
  const clean = await doDomTask({ kind: 'svg', svg: new TextDecoder().decode(bytes) });
  return clean === null ? null : new Blob([clean], { type });
}
