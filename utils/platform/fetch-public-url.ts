/**
 * Every network request of the extension goes through this file. See `docs/network.md`.
 *
 * An extension can't see the target of a redirect, so rules make the browser block its own requests to addresses that
 * are not public. Firefox applies them only to hosts that the extension has access to. So redirects are followed only
 * with access to all sites.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { blockRules } from '../fetching/block-rules.ts';
import { NoAccessError, NotPublicError } from '../fetching/errors.ts';
import { type Fetched, type FetchLimits, fetchLimited } from '../fetching/fetch-limited.ts';
import { browser } from './browser.ts';
import { hasAccessToUrl, hasFullAccess } from './site-access.ts';

async function installRules(): Promise<boolean> {
  try {
    const { declarativeNetRequest: net } = browser;
    const { hostname } = new URL(browser.runtime.getURL(''));
    // Session rules survive the service worker, but not the browser.
    const addRules = blockRules(hostname);
    const own = new Set(addRules.map(({ id }) => id));
    const old = await net.getSessionRules();
    await net.updateSessionRules({
      removeRuleIds: old.map(({ id }) => id).filter((id) => own.has(id)),
      addRules,
    });
    return true;
  } catch (error) {
    console.error('offprint: redirects are not checked, so none is followed', error);
    return false;
  }
}

let installed: Promise<boolean> | null = null;

/** Installs the rules, once per run of the background. @returns true if the browser accepted them */
export function guardRedirects(): Promise<boolean> {
  installed ??= installRules();
  return installed;
}

/**
 * Fetches a public address anonymously.
 *
 * @throws before anything is sent: NotPublicError, and NoAccessError without access to the site, since the browser would
 *   then reveal the extension in the `Origin` header; also the errors of `fetchLimited`
 */
export async function fetchPublicUrl(url: string, limits: FetchLimits): Promise<Fetched> {
  if (!mayFetch(url)) throw new NotPublicError(url);
  const isGuarded = await guardRedirects();
  if (!(await hasAccessToUrl(url))) throw new NoAccessError(url);
  const redirect = isGuarded && (await hasFullAccess()) ? 'follow' : 'error';
  return fetchLimited(url, limits, redirect);
}
