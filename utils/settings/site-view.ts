import { siteKey, siteSettings } from './read-settings.ts';
import type { Settings } from './schema.ts';

/**
 * What a tab may know of the settings: what holds everywhere, and what the user decided for the tab's own site. Of
 * other sites it holds nothing, not even that there are any.
 */
export type SiteView = Pick<
  Settings,
  'theme' | 'clutter' | 'siteMemory' | 'underlineQuotes' | 'sites' | 'pages'
>;

/**
 * Leaves of the settings what a page of one site needs.
 *
 * @param url the page's address; one without a host gets what holds everywhere
 */
export function viewForSite(settings: Settings, url: string): SiteView {
  const host = siteKey(url);
  const own = siteSettings(settings, url);
  const { theme, clutter, siteMemory, underlineQuotes } = settings;
  return {
    theme,
    clutter,
    siteMemory,
    underlineQuotes,
    sites: Object.keys(own).length > 0 ? { [host]: own } : {},
    pages: host === '' ? [] : settings.pages.filter((page) => siteKey(page.url) === host),
  };
}
