import { ALL_PAGES, getSitePatterns } from '../settings/site-settings.ts';
import { browser } from './browser.ts';

const ALL_SITES = [...ALL_PAGES];

/** A match pattern without a port, which Firefox does not allow. In both browsers, it matches all ports. */
function matchPatternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Whether Offprint has access to the host of a URL, so that it can fetch from it. */
export function hasAccessToUrl(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchPatternOf(url)] });
}

/**
 * Asks the user for access to the host of a URL, or to all sites. Must be called inside a user gesture, before any
 * `await`.
 *
 * @param url null for all sites
 * @returns whether access was granted
 */
export function requestAccess(url: string | null): Promise<boolean> {
  const origins = url === null ? ALL_SITES : [matchPatternOf(url)];
  return browser.permissions.request({ origins });
}

/** Whether Offprint has access to all sites. */
export function hasFullAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/**
 * Asks the user for access to a site and its subdomains. Must be called inside a user gesture, before any `await`.
 *
 * @param host as returned by `siteKey`
 * @returns whether access was granted
 */
export function requestSiteAccess(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: getSitePatterns(host) });
}

/** Whether Offprint has access to a site and its subdomains. @param host as returned by `siteKey` */
export function hasSiteAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: getSitePatterns(host) });
}

/** Gives up access to a site, if the browser allows that. @param host as returned by `siteKey` */
export async function revokeSiteAccess(host: string): Promise<void> {
  if (!isAccessPermanent()) await browser.permissions.remove({ origins: getSitePatterns(host) });
}

/** True in Chromium, where access that the manifest requires can be revoked only in the browser's settings. */
export function isAccessPermanent(): boolean {
  return !browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Opens Chromium's settings page for this extension, where the user can restrict its access. */
export async function openAccessSettings(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}

/** Gives up access to all sites, so that pages are read only on click. False if the browser does not allow that. */
export async function revokeFullAccess(): Promise<boolean> {
  return isAccessPermanent() ? false : browser.permissions.remove({ origins: ALL_SITES });
}

/** Calls `listener` when access was granted or revoked, here or in the browser's settings, until the signal aborts. */
export function watchAccess(listener: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  });
}
