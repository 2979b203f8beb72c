/** The user's word on what is an article, against the gate's: for single pages and for whole sites. */
import { stripTrackers } from '../article/metadata/page-address.ts';
import { editSite } from './edit-site.ts';
import { siteKey, siteSettings } from './read-settings.ts';
import type { Settings, TreatAs } from './schema.ts';

/** So many pages are remembered; the oldest word is forgotten first. */
const MOST_PAGES = 200;
/** Longer addresses are not remembered. */
const LONGEST_URL = 2000;

/**
 * What the user said of a page: of the page itself, otherwise of its site.
 *
 * @param urls the page's addresses: where it is, and what it says its address is
 * @returns undefined where the user said nothing and the gate decides
 */
export function userSays(
  settings: Pick<Settings, 'sites' | 'pages'>,
  ...urls: readonly string[]
): TreatAs | undefined {
  const keys = urls.map(stripTrackers);
  const page = settings.pages.findLast(({ url }) => keys.includes(url));
  return page?.treatAs ?? siteSettings(settings, urls[0] ?? '').treatAs;
}

/**
 * Remembers the user's word on a page; changes the settings in place.
 *
 * @param treatAs null forgets what was said of the page
 */
export function rememberPage(settings: Settings, url: string, treatAs: TreatAs | null): void {
  const key = stripTrackers(url);
  settings.pages = settings.pages.filter((page) => page.url !== key);
  if (treatAs === null || key.length > LONGEST_URL) return;
  settings.pages.push({ url: key, treatAs });
  settings.pages.splice(0, settings.pages.length - MOST_PAGES);
}

/**
 * Remembers the user's word on a site, and forgets what was said of this page; changes the settings in place.
 *
 * @param treatAs null forgets what was said of the site
 */
export function rememberSite(settings: Settings, url: string, treatAs: TreatAs | null): void {
  rememberPage(settings, url, null);
  editSite(settings, siteKey(url), (site) => {
    if (treatAs !== null) site.treatAs = treatAs;
    else delete site.treatAs;
  });
}

/**
 * The sites about which, or about a page of which, the user said something, as match patterns
 * (developer.chrome.com/docs/extensions/develop/concepts/match-patterns); these know no IPv6 addresses.
 */
export function overriddenSites(settings: Settings): string[] {
  const hosts = new Set(settings.pages.map(({ url }) => siteKey(url)));
  for (const [host, { treatAs }] of Object.entries(settings.sites)) if (treatAs) hosts.add(host);
  return [...hosts]
    .filter((host) => /^[\w.-]+$/.test(host))
    .sort()
    .flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
}
