/**
 * "Always read this site" needs a permission, and Firefox closes the popup when it asks the user for it. So the request
 * is stored first, and completed by the popup or the background when the browser has answered.
 */
import { chooseSite } from '../settings/site-settings.ts';
import { browser } from './browser.ts';
import { updateSettings } from './settings-storage.ts';
import { hasSiteAccess, requestSiteAccess } from './site-access.ts';

/** Key in session storage, since the browser's question does not survive a restart either. */
const KEY = 'site-being-chosen';
/** Requests expire after this time (ms): access given later has another reason. */
const KEEP_MS = 10 * 60 * 1000;

interface Asked {
  host: string;
  /** Milliseconds since 1970. */
  at: number;
}

async function choose(host: string): Promise<void> {
  await updateSettings((settings) => {
    settings.reading = 'chosen';
    chooseSite(settings, host, true);
  });
}

/**
 * Asks the browser for access to a site and, if given, has it read automatically. Must be called inside the user's
 * action, before any `await`.
 *
 * @param host as returned by `siteKey`
 * @returns true if access was given
 * @throws Error if the browser does not ask
 */
export async function requestAutomaticReading(host: string): Promise<boolean> {
  const answer = requestSiteAccess(host);
  const asked: Asked = { host, at: Date.now() };
  const stored = browser.storage.session.set({ [KEY]: asked }).catch((error: unknown) => {
    console.warn('offprint: the request for a site was not stored', error);
  });
  const [isGiven] = await Promise.all([answer, stored]);
  if (isGiven) await choose(host);
  await browser.storage.session.remove(KEY);
  return isGiven;
}

/** Completes the request of a screen that was closed meanwhile. Called when the browser has given access. */
export async function completePendingRequest(): Promise<void> {
  const asked = (await browser.storage.session.get(KEY))[KEY] as Asked | undefined;
  if (asked === undefined) return;
  const age = Date.now() - asked.at;
  if (!(age >= 0 && age < KEEP_MS)) return browser.storage.session.remove(KEY);
  // The access that was given is for another site.
  if (!(await hasSiteAccess(asked.host))) return;
  await choose(asked.host);
  await browser.storage.session.remove(KEY);
}
