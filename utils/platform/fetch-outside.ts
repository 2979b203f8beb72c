/**
 * The one way out: every request that the extension itself makes goes through here. See `docs/network.md`.
 *
 * An extension can't see where a redirect leads, so the browser is given rules that block our own requests to
 * addresses that are not public. Firefox heeds them only where the extension has access to what is blocked: with
 * access to some sites, or to none, redirects are not followed at all.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { blockRules } from '../fetching/block-rules.ts';
import { NoAccessError, NotPublicError } from '../fetching/errors.ts';
import { type Fetched, type FetchLimits, fetchLimited } from '../fetching/fetch-limited.ts';
import { browser } from './browser.ts';
import { hasAccessEverywhere, mayAccess } from './site-access.ts';

async function placeRules(): Promise<boolean> {
  try {
    const { declarativeNetRequest: net } = browser;
    const { hostname } = new URL(browser.runtime.getURL(''));
    // They outlive the worker, but not the browser.
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

let placed: Promise<boolean> | null = null;

/** Gives the browser the rules, once in a life of the background. @returns whether it took them */
export function guardRedirects(): Promise<boolean> {
  placed ??= placeRules();
  return placed;
}

/**
 * Fetches a public address without anything that tells who asks.
 *
 * @throws NotPublicError, or NoAccessError where the browser would name the extension to the site (`Origin`), before
 *   anything is sent; and what `fetchLimited` throws
 */
export async function fetchOutside(url: string, limits: FetchLimits): Promise<Fetched> {
  if (!mayFetch(url)) throw new NotPublicError(url);
  const isGuarded = await guardRedirects();
  if (!(await mayAccess(url))) throw new NoAccessError(url);
  const redirect = isGuarded && (await hasAccessEverywhere()) ? 'follow' : 'error';
  return fetchLimited(url, limits, redirect);
}
