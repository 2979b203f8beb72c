/**
 * All network requests of the extension go through this file, except those to the sync location. See `docs/network.md`.
 *
 * An extension can't see the target of a redirect before following it. Therefore, `declarativeNetRequest` rules block the
 * extension's own requests to addresses that are not public. Firefox applies these rules only to hosts that the extension
 * has access to, so redirects are followed only with access to all sites.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { createBlockRules } from '../fetching/block-rules.ts';
import { NoAccessError, NotPublicError } from '../fetching/errors.ts';
import { type Fetched, type FetchLimits, fetchLimited } from '../fetching/fetch-limited.ts';
import { browser } from './browser.ts';
import { hasAccessToUrl, hasFullAccess } from './site-access.ts';

async function installRules(): Promise<boolean> {
  try {
    const { declarativeNetRequest: net } = browser;
    const { hostname } = new URL(browser.runtime.getURL(''));
    // Session rules outlive the service worker, but not the browser session.
    const addRules = createBlockRules(hostname);
    const ownIds = new Set(addRules.map(({ id }) => id));
    const oldRules = await net.getSessionRules();
    await net.updateSessionRules({
      removeRuleIds: oldRules.map(({ id }) => id).filter((id) => ownIds.has(id)),
      addRules,
    });
    return true;
  } catch (error) {
    console.error('offprint: redirects can’t be checked, so none are followed', error);
    return false;
  }
}

let installed: Promise<boolean> | null = null;

/** Installs the blocking rules, once per run of the background. @returns whether the browser accepted them */
export function guardRedirects(): Promise<boolean> {
  installed ??= installRules();
  return installed;
}

/**
 * Fetches a public URL anonymously.
 *
 * @throws NotPublicError before anything is sent
 * @throws NoAccessError without access to the site, before anything is sent: the browser would reveal the extension in
 *   the `Origin` header
 * @throws the errors of `fetchLimited`
 */
export async function fetchPublicUrl(url: string, limits: FetchLimits): Promise<Fetched> {
  if (!mayFetch(url)) throw new NotPublicError(url);
  const isGuarded = await guardRedirects();
  if (!(await hasAccessToUrl(url))) throw new NoAccessError(url);
  const redirect = isGuarded && (await hasFullAccess()) ? 'follow' : 'error';
  return fetchLimited(url, limits, redirect);
}
