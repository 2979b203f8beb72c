import { updateSettings } from '../../utils/platform/settings-storage.ts';
import { editSite, siteKey } from '../../utils/settings/site-settings.ts';
import type { PageInTab } from './read-page-state.ts';

/** Returns a page's address, and its canonical address if that is on another site of the same owner. */
export function addressesOfPage(page: PageInTab): string[] {
  const url = page.tab?.url ?? '';
  const canonicalUrl = page.kind === 'article' || page.kind === 'siteOff' ? page.canonicalUrl : null;
  return canonicalUrl === null || siteKey(canonicalUrl) === siteKey(url) ? [url] : [url, canonicalUrl];
}

/**
 * Switches Offprint, or hiding clutter, off or on for a page's site.
 *
 * @param urls the page's addresses, its own first. Switching off affects only the first. Switching on affects all, because a
 *   page is off if any of its sites is; if the screen names sites, pass exactly those
 * @param isOff true to switch off
 */
export async function changeSite(
  urls: readonly string[],
  feature: 'off' | 'clutterOff',
  isOff: boolean,
): Promise<void> {
  await updateSettings((settings) => {
    for (const url of isOff ? urls.slice(0, 1) : urls)
      editSite(settings, siteKey(url), (site) => {
        if (isOff) site[feature] = true;
        else delete site[feature];
      });
  });
}
