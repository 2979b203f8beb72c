import { ALL_PAGES, sitePatterns } from '../settings/site-settings.ts';
import { browser } from './browser.ts';

const ALL_SITES = [...ALL_PAGES];

/** Without a port, since Firefox allows none in match patterns; such a pattern matches all ports in both browsers. */
function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** True if Offprint may fetch from a web address. */
export function hasAccessToUrl(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(url)] });
}

/**
 * Asks the browser for access to one site, or to all. Must be called inside the user's action, before any
 * `await`.
 *
 * @param url an address of the site; null for all sites
 * @returns whether access was given
 */
export function requestAccess(url: string | null): Promise<boolean> {
  const origins = url === null ? ALL_SITES : [patternOf(url)];
  return browser.permissions.request({ origins });
}

/** True if Offprint has access to all sites. */
export function hasFullAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/**
 * Asks the browser for access to a site and its subdomains. Must be called inside the user's action, before any
 * `await`.
 *
 * @param host as returned by `siteKey`
 */
export function requestSiteAccess(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: sitePatterns(host) });
}

/** True if Offprint has access to a site. */
export function hasSiteAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: sitePatterns(host) });
}

/** Gives up access to a site. */
export async function revokeSiteAccess(host: string): Promise<void> {
  if (!isAccessPermanent()) await browser.permissions.remove({ origins: sitePatterns(host) });
}

/** True in Chromium, where access granted by the manifest can be revoked in the browser's settings only. */
export function isAccessPermanent(): boolean {
  return !browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Opens the browser's own settings of this extension, where the user can narrow its access. */
export async function openAccessSettings(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}

/** Gives up access to all sites; pages are then read on click only. False if the browser does not allow that. */
export async function revokeFullAccess(): Promise<boolean> {
  return isAccessPermanent() ? false : browser.permissions.remove({ origins: ALL_SITES });
}

/** Calls back when access was given or taken, here or in the browser's settings. */
export function watchAccess(listener: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  });
}
