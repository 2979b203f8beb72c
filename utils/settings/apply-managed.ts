/** What an organisation decides, in place of what the user chose. */
import { isOffByPolicy, type ManagedFeature, type ManagedSettings } from './managed.ts';
import { siteSettings } from './read-settings.ts';
import type { Settings, SiteSettings } from './schema.ts';

/** The user's settings with what the organisation decides in its place. */
export function applyManaged(own: Settings, managed: ManagedSettings): Settings {
  const settings = { ...own };
  const isOff = (feature: ManagedFeature): boolean => isOffByPolicy(managed, feature);
  if (managed.reading !== undefined) settings.reading = managed.reading;
  if (managed.chosenSites !== undefined) settings.chosen = [...new Set(managed.chosenSites)];
  // What a policy does not name of a site stays the user's: to say what its pages are does not switch it on.
  if (managed.sites !== undefined) {
    settings.sites = { ...own.sites };
    for (const [host, site] of Object.entries(managed.sites))
      settings.sites[host] = { ...(Object.hasOwn(own.sites, host) ? own.sites[host] : {}), ...site };
    // Single pages count before their site, and would let the user out.
    settings.pages = own.pages.filter(({ url }) => managedSite(managed, url).treatAs === undefined);
  }
  if (isOff('summaries')) settings.summaries = false;
  if (isOff('siteMemory')) settings.siteMemory = false;
  if (isOff('underlineQuotes')) settings.underlineQuotes = 'off';
  if (isOff('highlightOffer')) settings.highlightOffer = 'never';
  return settings;
}

/**
 * What an organisation decides for a page's site.
 *
 * @param managed null until it is known
 * @returns `{}` where it decides nothing
 */
export function managedSite(managed: ManagedSettings | null, url: string): SiteSettings {
  return siteSettings({ sites: managed?.sites ?? {} }, url);
}

/**
 * What to store for a site after the user changed what holds there: the organisation's part of it goes when the policy
 * does, so it is not theirs to store, and what they had decided themselves is kept below it.
 *
 * @param own what the user had decided
 * @param edited what is to hold; null forgets the user's part
 * @param decided what the organisation decides for the site
 */
export function ownSite(
  own: SiteSettings,
  edited: SiteSettings | null,
  decided: SiteSettings,
): SiteSettings | null {
  if (edited === null) return null;
  const isDecided = ([name]: [string, unknown]): boolean => Object.hasOwn(decided, name);
  return Object.fromEntries([
    ...Object.entries(edited).filter((entry) => !isDecided(entry)),
    ...Object.entries(own).filter(isDecided),
  ]);
}
