/** Settings of single sites and pages: overrides of the gate, switches, chosen sites, and the part a tab may know. */

import { stripTrackers } from '../article/metadata/page-address.ts';
import { isSameOwner } from '../article/metadata/settle-address.ts';
import type { ClutterKind } from '../clutter/types.ts';
import { MAX_CHOSEN_SITES, type Settings, type SiteSettings, type TreatAs } from './schema.ts';

/**
 * The key of a page's site in `Settings.sites`.
 *
 * @param url an absolute URL
 * @returns the host name without `www.`, or `''` if there is none
 */
export function siteKey(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // Not an address, so there is no site.
    return '';
  }
}

/** True for a host name as returned by `siteKey` that a match pattern can express, which excludes IPv6 addresses. */
export function isHost(host: string): boolean {
  return /^[\w.-]+$/.test(host) && siteKey(`https://${host}`) === host;
}

/** Adds a site to those that are read automatically, or removes it, in place. */
export function chooseSite(settings: Settings, host: string, isChosen: boolean): void {
  const others = settings.chosen.filter((one) => one !== host);
  settings.chosen = isChosen && isHost(host) ? [...others, host].slice(-MAX_CHOSEN_SITES) : others;
}

/** True if Offprint reads a page automatically, according to the settings; the browser may still deny access. */
export function readsAutomatically({ reading, chosen }: Settings, url: string): boolean {
  if (reading !== 'chosen') return reading === 'all';
  const host = siteKey(url);
  return chosen.some((one) => host === one || host.endsWith(`.${one}`));
}

/**
 * The settings of a page's site.
 *
 * @returns `{}` if there are none, also for a host named like an inherited property
 */
export function siteSettings(settings: Pick<Settings, 'sites'>, url: string): SiteSettings {
  const key = siteKey(url);
  return Object.hasOwn(settings.sites, key) ? (settings.sites[key] ?? {}) : {};
}

/** The kinds of clutter hidden on a page: the settings of its site, otherwise the global ones. */
export function clutterKinds(
  settings: Pick<Settings, 'sites' | 'clutter'>,
  url: string,
): Record<ClutterKind, boolean> {
  return { ...settings.clutter, ...siteSettings(settings, url).kinds };
}

/** Switches a kind of clutter on or off for a page's site; stores nothing if it equals the global setting. */
export function setKindForSite(settings: Settings, url: string, kind: ClutterKind, on: boolean): void {
  editSite(settings, siteKey(url), (site) => {
    const kinds = { ...site.kinds };
    if (on === settings.clutter[kind]) delete kinds[kind];
    else kinds[kind] = on;
    if (Object.keys(kinds).length > 0) site.kinds = kinds;
    else delete site.kinds;
  });
}

/** The settings that affect clearing a page, as a string for comparison. */
export function clutterSettingsKey(settings: Pick<Settings, 'sites' | 'clutter'>, url: string): string {
  return JSON.stringify([clutterKinds(settings, url), siteSettings(settings, url).clutterOff]);
}

/** Replaces the settings of a site, in place. A site without settings is removed. */
export function setSite(settings: Pick<Settings, 'sites'>, host: string, site: SiteSettings | null): void {
  if (site !== null && Object.keys(site).length > 0) settings.sites[host] = site;
  else delete settings.sites[host];
}

/**
 * Edits the settings of a site, in place. A site without settings is removed.
 *
 * @param host as returned by `siteKey`; nothing happens if it is empty
 * @param change edits a copy of the site's settings in place
 */
export function editSite(
  settings: Pick<Settings, 'sites'>,
  host: string,
  change: (site: SiteSettings) => void,
): void {
  if (host === '') return;
  // A host may be named like an inherited property ("constructor").
  const site = Object.hasOwn(settings.sites, host) ? { ...settings.sites[host] } : {};
  change(site);
  setSite(settings, host, site);
}

/** The user's overrides of the gate, for single pages and for whole sites. */

/** Maximum number of pages with overrides; the oldest is dropped first. */
const MAX_PAGES = 200;
/** Overrides of longer addresses are not stored. */
const MAX_URL_LENGTH = 2000;

/**
 * The user's override for a page: that of the page itself, otherwise that of its site.
 *
 * @param urls the page's address, and its canonical address
 * @returns undefined if there is none, so that the gate decides
 */
export function overrideFor(
  settings: Pick<Settings, 'sites' | 'pages'>,
  ...urls: readonly string[]
): TreatAs | undefined {
  const keys = urls.map(stripTrackers);
  const page = settings.pages.findLast(({ url }) => keys.includes(url));
  return page?.treatAs ?? siteSettings(settings, urls[0] ?? '').treatAs;
}

/**
 * Stores an override for a page, in place.
 *
 * @param treatAs null removes the override
 */
export function overridePage(settings: Settings, url: string, treatAs: TreatAs | null): void {
  const key = stripTrackers(url);
  settings.pages = settings.pages.filter((page) => page.url !== key);
  if (treatAs === null || key.length > MAX_URL_LENGTH) return;
  settings.pages.push({ url: key, treatAs });
  settings.pages.splice(0, settings.pages.length - MAX_PAGES);
}

/**
 * Stores an override for a page's site and removes that of the page itself, in place.
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

/** A site without its other subdomains, as match patterns. */
export const exactSitePatterns = (host: string): string[] => [`*://${host}/*`, `*://www.${host}/*`];

/**
 * All sites with an override, or with a page that has one, as match patterns
 * (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). Match patterns can't express IPv6 addresses.
 */
export function overriddenSites(settings: Settings): string[] {
  const hosts = new Set(settings.pages.map(({ url }) => siteKey(url)));
  for (const [host, { treatAs }] of Object.entries(settings.sites)) if (treatAs) hosts.add(host);
  return [...hosts]
    .filter((host) => /^[\w.-]+$/.test(host))
    .sort()
    .flatMap(exactSitePatterns);
}

/**
 * The features switched off for a page. The settings of the site of its canonical address (`rel=canonical`) apply, too:
 * what is switched off on paper.example must also be off on m.paper.example.
 */

type SwitchedOff = Pick<SiteSettings, 'off' | 'clutterOff'>;

/** Combines the switches of two sites: a feature is off if either has it off. */
export function mergeDisabledFeatures(a: SwitchedOff, b: SwitchedOff): SwitchedOff {
  return {
    ...((a.off === true || b.off === true) && { off: true }),
    ...((a.clutterOff === true || b.clutterOff === true) && { clutterOff: true }),
  };
}

/**
 * The address of the other site that a page belongs to, according to its canonical address.
 *
 * @param url the page's address according to the browser
 * @param canonicalUrl the address that the page claims; null if unknown
 * @returns null if it is the same site, or one of another owner: otherwise a page could find out, by claiming any
 *   address, what the user has switched off elsewhere
 */
export async function findCanonicalSite(url: string, canonicalUrl: string | null): Promise<string | null> {
  if (canonicalUrl === null || !URL.canParse(canonicalUrl) || !URL.canParse(url)) return null;
  if (siteKey(canonicalUrl) === siteKey(url)) return null;
  return (await isSameOwner(url, canonicalUrl)) ? canonicalUrl : null;
}

/**
 * The features switched off for a page, by its own site or by that of its canonical address.
 *
 * @param url the page's address according to the browser
 * @param canonicalUrl the address that the page claims; null if unknown
 */
export async function findDisabledFeatures(
  settings: Pick<Settings, 'sites'>,
  url: string,
  canonicalUrl: string | null,
): Promise<SwitchedOff> {
  const other = await findCanonicalSite(url, canonicalUrl);
  return mergeDisabledFeatures(
    siteSettings(settings, url),
    other === null ? {} : siteSettings(settings, other),
  );
}

/**
 * The settings that a tab may know: global ones and those of its own site. It reveals nothing about other sites, not
 * even whether there are any.
 */
export type SiteView = Pick<Settings, 'theme' | 'clutter' | 'underlineQuotes' | 'sites' | 'pages'>;

/**
 * The settings for a page of one site.
 *
 * @param url the page's address; without a host, only global settings are included
 */
export function viewForSite(settings: Settings, url: string): SiteView {
  const host = siteKey(url);
  const own = siteSettings(settings, url);
  const { theme, clutter, underlineQuotes } = settings;
  return {
    theme,
    clutter,
    underlineQuotes,
    sites: Object.keys(own).length > 0 ? { [host]: own } : {},
    pages: host === '' ? [] : settings.pages.filter((page) => siteKey(page.url) === host),
  };
}

/** The pages into which the browser injects the gate, as match patterns. */

/** Every web page. */
export const ALL_PAGES: readonly string[] = ['http://*/*', 'https://*/*'];

/** A site and its subdomains (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
export function sitePatterns(host: string): string[] {
  return [`http://*.${host}/*`, `https://*.${host}/*`];
}

/**
 * The pages that Offprint reads automatically.
 *
 * @returns match patterns; none if it reads pages on click only
 */
export function readingPatterns({ reading, chosen }: Settings): string[] {
  if (reading === 'all') return [...ALL_PAGES];
  return reading === 'chosen' ? [...chosen].sort().flatMap(sitePatterns) : [];
}
