import { ALL_PAGES, sitePatterns } from '../settings/reading-places.ts';
import { browser } from './browser.ts';

const ALL_SITES = [...ALL_PAGES];

/** Match patterns hold no port in Firefox; without one they are of all ports in both browsers. */
function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** True where Offprint may fetch from an address of the web. */
export function mayAccess(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(url)] });
}

/**
 * Asks the browser for access to one site, or to all. Must be called inside the user's action, before any
 * `await`.
 *
 * @param url an address of the site; null for all sites
 * @returns whether access was given
 */
export function askForAccess(url: string | null): Promise<boolean> {
  const origins = url === null ? ALL_SITES : [patternOf(url)];
  return browser.permissions.request({ origins });
}

/** True where Offprint may look at every page by itself. */
export function hasAccessEverywhere(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/**
 * Asks the browser for access to a site and its subdomains. Must be called inside the user's action, before any
 * `await`.
 *
 * @param host as `siteKey` gives it
 */
export function askForSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: sitePatterns(host) });
}

/** True where Offprint may look at a site by itself. */
export function hasAccessTo(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: sitePatterns(host) });
}

/** Gives access to a site back. */
export async function dropSite(host: string): Promise<void> {
  if (!keepsAccess()) await browser.permissions.remove({ origins: sitePatterns(host) });
}

/** True where the browser never takes back what the manifest asks for, but in its own settings: Chromium. */
export function keepsAccess(): boolean {
  return !browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Opens the browser's own settings of this extension, where the user can narrow its access. */
export async function openAccessSettings(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}

/** Gives access to all sites back; pages are then read on click only. False where the browser keeps it. */
export async function dropAccess(): Promise<boolean> {
  return keepsAccess() ? false : browser.permissions.remove({ origins: ALL_SITES });
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
