import { updateSettings } from '../../utils/platform/settings-storage.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';
import { managedSite } from '../../utils/settings/managed.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { editSite, offInEither, siteKey } from '../../utils/settings/site-settings.ts';
import type { PageKnowledge } from './ask-page.ts';

/** The page's addresses: where it is, and where it says it is at home, which is of the same owner. */
export function addressesOf(page: PageKnowledge): string[] {
  const here = page.kind === 'loading' ? '' : (page.tab?.url ?? '');
  const stated = page.kind === 'article' || page.kind === 'siteOff' ? page.canonicalUrl : null;
  return stated === null || siteKey(stated) === siteKey(here) ? [here] : [here, stated];
}

/** What an organisation decides for a page, by where it is and where it is at home. */
export function managedForPage(
  managed: ManagedSettings | null,
  [here = '', home = '']: string[],
): SiteSettings {
  const own = managedSite(managed, here);
  return { ...own, ...offInEither(own, managedSite(managed, home)) };
}

/**
 * Turns one switch of a page's site on or off.
 *
 * @param urls the page's addresses, the one where it is first. Turning off concerns that one alone; turning on, all of
 *   them, as a page is off by any. Where the user is shown the names of sites, pass those and no others
 */
export async function changeSite(urls: string[], which: 'off' | 'clutterOff', on: boolean): Promise<void> {
  await updateSettings((settings) => {
    for (const url of on ? urls.slice(0, 1) : urls)
      editSite(settings, siteKey(url), (site) => {
        if (on) site[which] = true;
        else delete site[which];
      });
  });
}
