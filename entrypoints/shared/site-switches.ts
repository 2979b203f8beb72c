import { updateSettings } from '../../utils/platform/settings-storage.ts';
import type { PolicySettings } from '../../utils/settings/policy.ts';
import { getPolicyForSite } from '../../utils/settings/policy.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { editSite, mergeDisabledFeatures, siteKey } from '../../utils/settings/site-settings.ts';
import type { PageInTab } from './ask-page.ts';

/** The page's addresses: its own, and the canonical one if that is of the same owner. */
export function addressesOf(page: PageInTab): string[] {
  const here = page.tab?.url ?? '';
  const stated = page.kind === 'article' || page.kind === 'siteOff' ? page.canonicalUrl : null;
  return stated === null || siteKey(stated) === siteKey(here) ? [here] : [here, stated];
}

/** The policies for a page, by its own and its canonical address. */
export function managedForPage(
  managed: PolicySettings | null,
  [here = '', home = '']: string[],
): SiteSettings {
  const own = getPolicyForSite(managed, here);
  return { ...own, ...mergeDisabledFeatures(own, getPolicyForSite(managed, home)) };
}

/**
 * Switches a page's site off or on.
 *
 * @param urls the page's addresses, its own first. Switching off affects only that one; switching on affects all, because a
 *   page is off if any of them is. If the user is shown names of sites, pass exactly those
 */
export async function changeSite(
  urls: readonly string[],
  which: 'off' | 'clutterOff',
  on: boolean,
): Promise<void> {
  await updateSettings((settings) => {
    for (const url of on ? urls.slice(0, 1) : urls)
      editSite(settings, siteKey(url), (site) => {
        if (on) site[which] = true;
        else delete site[which];
      });
  });
}
