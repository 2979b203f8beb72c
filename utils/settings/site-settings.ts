/** Settings for single sites and pages: overrides of the gate, switches, chosen sites, and the part that tabs receive. */

import { stripTrackingParameters } from '../article/metadata/page-address.ts';
import { isSameOwner } from '../article/metadata/resolve-canonical-url.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import { MAX_CHOSEN_SITES, MAX_RULES, type Settings, type SiteSettings, type TreatAs } from './schema.ts';

/**
 * Returns the key of a page's site in `Settings.sites`.
 *
 * @param url an absolute URL
 * @returns the host name without `www.`, or `''` if there is none
 */
export function siteKey(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // Not a URL.
    return '';
  }
}

/** True for a host name as returned by `siteKey`, except IPv6 addresses, which match patterns can't express. */
export function isHost(host: string): boolean {
  return /^[\w.-]+$/.test(host) && siteKey(`https://${host}`) === host;
}

/** Adds a site to the chosen ones or removes it, in place. Only the latest `MAX_CHOSEN_SITES` are kept. */
export function chooseSite(settings: Settings, host: string, isChosen: boolean): void {
  const others = settings.chosen.filter((chosenHost) => chosenHost !== host);
  settings.chosen = isChosen && isHost(host) ? [...others, host].slice(-MAX_CHOSEN_SITES) : others;
}

/** Whether Offprint should read a page automatically, according to the settings. The browser may still deny access. */
export function shouldReadAutomatically({ reading, chosen }: Settings, url: string): boolean {
  if (reading !== 'chosen') return reading === 'all';
  const host = siteKey(url);
  return chosen.some((chosenHost) => host === chosenHost || host.endsWith(`.${chosenHost}`));
}

/**
 * Returns the settings of a page's site.
 *
 * @returns `{}` if there are none, also if the host has the name of an inherited property ("constructor")
 */
export function getSiteSettings(settings: Pick<Settings, 'sites'>, url: string): SiteSettings {
  const key = siteKey(url);
  return Object.hasOwn(settings.sites, key) ? (settings.sites[key] ?? {}) : {};
}

/** Whether each kind of clutter is hidden on a page: the settings of its site, otherwise the global ones. */
export function getClutterKinds(
  settings: Pick<Settings, 'sites' | 'clutter'>,
  url: string,
): Record<ClutterKind, boolean> {
  return { ...settings.clutter, ...getSiteSettings(settings, url).kinds };
}

/** Hides or shows a kind of clutter on a page's site, in place. Nothing is stored if that is the global setting. */
export function setKindForSite(settings: Settings, url: string, kind: ClutterKind, isHidden: boolean): void {
  editSite(settings, siteKey(url), (site) => {
    const kinds = { ...site.kinds };
    if (isHidden === settings.clutter[kind]) delete kinds[kind];
    else kinds[kind] = isHidden;
    if (Object.keys(kinds).length > 0) site.kinds = kinds;
    else delete site.kinds;
  });
}

/** Serialises the settings that determine what is hidden on a page, so that they can be compared. */
export function clutterSettingsKey(settings: Pick<Settings, 'sites' | 'clutter'>, url: string): string {
  return JSON.stringify([getClutterKinds(settings, url), getSiteSettings(settings, url).clutterOff]);
}

/** Replaces the settings of a site, in place. If they are empty or null, the site's entry is removed. */
export function setSite(settings: Pick<Settings, 'sites'>, host: string, site: SiteSettings | null): void {
  if (site !== null && Object.keys(site).length > 0) settings.sites[host] = site;
  else delete settings.sites[host];
}

/**
 * Edits the settings of a site, in place. If they become empty, the site's entry is removed.
 *
 * @param host as returned by `siteKey`; nothing happens if it is empty
 * @param edit changes a copy of the site's settings, which then replaces them
 */
export function editSite(
  settings: Pick<Settings, 'sites'>,
  host: string,
  edit: (site: SiteSettings) => void,
): void {
  if (host === '') return;
  // A host may have the name of an inherited property ("constructor").
  const site = Object.hasOwn(settings.sites, host) ? { ...settings.sites[host] } : {};
  edit(site);
  setSite(settings, host, site);
}

/** Adds a rule of a site, in place. A rule with the same id is replaced, and the oldest is dropped if there are too many. */
export function addRule(settings: Pick<Settings, 'sites'>, host: string, rule: UserRule): void {
  editSite(settings, host, (site) => {
    const others = (site.rules ?? []).filter(({ id }) => id !== rule.id);
    site.rules = [...others, rule].slice(-MAX_RULES);
  });
}

/** Removes a rule of a site, in place, and the site's entry if it becomes empty. */
export function removeRule(settings: Pick<Settings, 'sites'>, host: string, id: string): void {
  editSite(settings, host, (site) => {
    const others = (site.rules ?? []).filter((rule) => rule.id !== id);
    if (others.length > 0) site.rules = others;
    else delete site.rules;
  });
}

/** Maximum number of pages with overrides. The oldest is dropped first. */
const MAX_PAGE_OVERRIDES = 200;
/** Overrides of longer URLs are not stored. */
const MAX_URL_LENGTH = 2000;

/**
 * Finds the user's override for a page: that of the page itself, otherwise that of its site.
 *
 * @param urls the page's URL, followed by its canonical URL if known
 * @returns undefined if the gate decides
 */
export function findOverride(
  settings: Pick<Settings, 'sites' | 'pages'>,
  ...urls: readonly string[]
): TreatAs | undefined {
  const keys = urls.map(stripTrackingParameters);
  const page = settings.pages.findLast(({ url }) => keys.includes(url));
  return page?.treatAs ?? getSiteSettings(settings, urls[0] ?? '').treatAs;
}

/**
 * Stores an override for a page, in place.
 *
 * @param treatAs null removes the override
 */
export function overridePage(settings: Settings, url: string, treatAs: TreatAs | null): void {
  const key = stripTrackingParameters(url);
  settings.pages = settings.pages.filter((page) => page.url !== key);
  if (treatAs === null || key.length > MAX_URL_LENGTH) return;
  settings.pages.push({ url: key, treatAs });
  settings.pages.splice(0, settings.pages.length - MAX_PAGE_OVERRIDES);
}

/**
 * Stores an override for a page's site, and removes that of the page itself, in place.
 *
 * @param treatAs null removes the override
 */
export function overrideSite(settings: Settings, url: string, treatAs: TreatAs | null): void {
  overridePage(settings, url, null);
  editSite(settings, siteKey(url), (site) => {
    if (treatAs !== null) site.treatAs = treatAs;
    else delete site.treatAs;
  });
}

/** Match patterns for a site and its `www.` subdomain, but no others. */
export const getExactSitePatterns = (host: string): string[] => [`*://${host}/*`, `*://www.${host}/*`];

/**
 * Match patterns for all sites with an override, or with a page that has one
 * (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). They can't express IPv6 addresses.
 */
export function getOverriddenSitePatterns(settings: Settings): string[] {
  const hosts = new Set(settings.pages.map(({ url }) => siteKey(url)));
  for (const [host, { treatAs }] of Object.entries(settings.sites)) if (treatAs) hosts.add(host);
  return [...hosts]
    .filter((host) => /^[\w.-]+$/.test(host))
    .sort()
    .flatMap(getExactSitePatterns);
}

/**
 * The features that are disabled for a page. The settings for the site of its canonical URL (`rel=canonical`) also apply:
 * a feature that is disabled on paper.example must also be disabled on m.paper.example.
 */
type DisabledFeatures = Pick<SiteSettings, 'off' | 'clutterOff'>;

/** Merges the settings of two sites: a feature is disabled if either site has it disabled. */
export function mergeDisabledFeatures(a: DisabledFeatures, b: DisabledFeatures): DisabledFeatures {
  return {
    ...((a.off === true || b.off === true) && { off: true }),
    ...((a.clutterOff === true || b.clutterOff === true) && { clutterOff: true }),
  };
}

/**
 * Returns a page's canonical URL if it is on another site with the same owner, whose settings also apply to the page.
 *
 * @param url the page's URL as reported by the browser
 * @param canonicalUrl the URL that the page declares; null if unknown
 * @returns null if it is on the same site, or the owner differs. Otherwise, a page could find out what the user has
 *   disabled elsewhere, by declaring any URL
 */
export async function findCanonicalSite(url: string, canonicalUrl: string | null): Promise<string | null> {
  if (canonicalUrl === null || !URL.canParse(canonicalUrl) || !URL.canParse(url)) return null;
  if (siteKey(canonicalUrl) === siteKey(url)) return null;
  return (await isSameOwner(url, canonicalUrl)) ? canonicalUrl : null;
}

/**
 * Finds the features that are disabled for a page, by the settings of its own site or of its canonical URL's site.
 *
 * @param url the page's URL as reported by the browser
 * @param canonicalUrl the URL that the page declares; null if unknown
 */
export async function findDisabledFeatures(
  settings: Pick<Settings, 'sites'>,
  url: string,
  canonicalUrl: string | null,
): Promise<DisabledFeatures> {
  const canonicalSiteUrl = await findCanonicalSite(url, canonicalUrl);
  return mergeDisabledFeatures(
    getSiteSettings(settings, url),
    canonicalSiteUrl === null ? {} : getSiteSettings(settings, canonicalSiteUrl),
  );
}

/**
 * The settings that are sent to a tab: global ones and those of its own site. They reveal nothing about other sites, not
 * even whether there are settings for any.
 */
export type SiteView = Pick<Settings, 'theme' | 'clutter' | 'underlineQuotes' | 'sites' | 'pages'>;

/**
 * Returns the part of the settings that applies to a page.
 *
 * @param url the page's URL; if it has no host, only global settings are included
 */
export function getSiteView(settings: Settings, url: string): SiteView {
  const host = siteKey(url);
  const own = getSiteSettings(settings, url);
  const { theme, clutter, underlineQuotes } = settings;
  return {
    theme,
    clutter,
    underlineQuotes,
    sites: Object.keys(own).length > 0 ? { [host]: own } : {},
    pages: host === '' ? [] : settings.pages.filter((page) => siteKey(page.url) === host),
  };
}

/** Match patterns for all web pages. */
export const ALL_PAGES: readonly string[] = ['http://*/*', 'https://*/*'];

/** Match patterns for a site and its subdomains. */
export function getSitePatterns(host: string): string[] {
  return [`http://*.${host}/*`, `https://*.${host}/*`];
}

/**
 * Match patterns for the pages that Offprint reads automatically, into which the browser injects the gate.
 *
 * @returns none if pages are read only on click
 */
export function getReadingPatterns({ reading, chosen }: Settings): string[] {
  if (reading === 'all') return [...ALL_PAGES];
  return reading === 'chosen' ? [...chosen].sort().flatMap(getSitePatterns) : [];
}
