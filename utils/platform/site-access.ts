import { browser } from './browser.ts';

/** Every web page; the same patterns as the manifest's. */
const ALL_SITES = ['http://*/*', 'https://*/*'];

/**
 * Asks the browser for access to one site, or to all. Must be called inside the reader's action, before any
 * `await`.
 *
 * @param url an address of the site; null for all sites
 * @returns whether access was given
 */
export function askForAccess(url: string | null): Promise<boolean> {
  const origins = url === null ? ALL_SITES : [`${new URL(url).origin}/*`];
  return browser.permissions.request({ origins });
}

/** True where Offprint may look at every page by itself. */
export function hasAccessEverywhere(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/** Gives access to all sites back; pages are then read on click only. False where the browser keeps it. */
export async function dropAccess(): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: ALL_SITES });
  } catch (error) {
    // Chromium refuses for what the manifest asks for: there the reader changes it on the extension's page.
    console.warn('offprint: access stays', error);
    return false;
  }
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
