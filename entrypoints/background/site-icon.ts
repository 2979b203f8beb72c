import { hostOf } from '../../utils/library/articles/article-identity.ts';
import { hasSiteIcon, storeSiteIcon } from '../../utils/library/articles/site-icons.ts';
import { fetchOutside } from '../../utils/platform/fetch-outside.ts';
import { imageOf } from './save/keep-image.ts';

/** Bytes an icon may have: it stands beside a line of text. */
const LIMIT = 32 * 1024;
const TIMEOUT_MS = 10_000;

async function asAddress(image: Blob): Promise<string> {
  let binary = '';
  for (const byte of new Uint8Array(await image.arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:${image.type};base64,${btoa(binary)}`;
}

/** The icon at an address, as one that holds it; null where it is no picture. */
async function readIcon(address: string): Promise<string | null> {
  // Firefox gives what it has shown itself.
  if (/^data:image\//i.test(address)) return address.length <= LIMIT * 1.4 ? address : null;
  if (!/^https?:/i.test(address)) return null;
  const image = await imageOf(await fetchOutside(address, { bytes: LIMIT, time: TIMEOUT_MS }));
  return image === null ? null : asAddress(image);
}

/**
 * Keeps the icon of a page that was saved, once for each site. Never throws: an article is complete without it.
 *
 * @param address of the icon, as the browser shows it on the tab
 */
export async function keepIconOf(pageUrl: string, address: string | undefined): Promise<void> {
  if (address === undefined) return;
  try {
    const host = hostOf(pageUrl);
    if (await hasSiteIcon(host)) return;
    const icon = await readIcon(address);
    if (icon !== null) await storeSiteIcon(host, icon);
  } catch (error) {
    console.warn('offprint: no icon of the site', error);
  }
}
