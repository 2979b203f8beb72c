/**
 * "Always read this site" needs a permission, and Firefox closes the popup when it asks the user for one. Therefore, the
 * request is stored, and completed by the popup or, if it was closed, by the background.
 */
import { chooseSite } from '../settings/site-settings.ts';
import { browser } from './browser.ts';
import { updateSettings } from './settings-storage.ts';
import { hasSiteAccess, requestSiteAccess } from './site-access.ts';

/** A key in session storage, because the browser's permission prompt does not survive a restart either. */
const KEY = 'site-being-chosen';
/** Requests expire after this time (ms); access granted later has another reason. */
const REQUEST_TTL_MS = 10 * 60 * 1000;

interface PendingRequest {
  host: string;
  /** Milliseconds since 1970. */
  at: number;
}

async function addChosenSite(host: string): Promise<void> {
  await updateSettings((settings) => {
    settings.reading = 'chosen';
    chooseSite(settings, host, true);
  });
}

/**
 * Asks the browser for access to a site and, if granted, adds the site to those that are read automatically. Must be
 * called inside a user gesture, before any `await`.
 *
 * @param host as returned by `siteKey`
 * @returns whether access was granted
 * @throws the browser's error if it does not show its prompt
 */
export async function requestAutomaticReading(host: string): Promise<boolean> {
  const access = requestSiteAccess(host);
  const pending: PendingRequest = { host, at: Date.now() };
  const storing = browser.storage.session.set({ [KEY]: pending }).catch((error: unknown) => {
    console.warn('offprint: could not store the request for access', error);
  });
  const [isGranted] = await Promise.all([access, storing]);
  if (isGranted) await addChosenSite(host);
  await browser.storage.session.remove(KEY);
  return isGranted;
}

/** Completes a request whose popup was closed meanwhile. Called when the browser has granted access. */
export async function completePendingRequest(): Promise<void> {
  const pending = (await browser.storage.session.get(KEY))[KEY] as PendingRequest | undefined;
  if (pending === undefined) return;
  const age = Date.now() - pending.at;
  if (!(age >= 0 && age < REQUEST_TTL_MS)) return browser.storage.session.remove(KEY);
  // The granted access is for another site.
  if (!(await hasSiteAccess(pending.host))) return;
  await addChosenSite(pending.host);
  await browser.storage.session.remove(KEY);
}
