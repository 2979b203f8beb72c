/**
 * Access to the user's own sync location. It may be in their local network, which is blocked for all other requests of
 * the extension (`block-rules.ts`); an exception allows this one folder, for the extension alone.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { browser } from './browser.ts';

/** An id and a priority above those of `block-rules.ts`. */
const RULE = 1000;
const PRIORITY = 2;

/** Without a port, since Firefox allows none in match patterns; such a pattern matches all ports in both browsers. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the browser for access to one host. Must be called inside the user's action, before any `await`.
 *
 * @returns whether access was given
 */
export function askForPlace(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(address)] });
}

/** True if the extension has access to the host. Without it, requests would reveal the extension and hide answers. */
export function hasAccessToPlace(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/**
 * Exempts requests to a folder from the blocking rules. Call it each time the background has started, before the first
 * request.
 *
 * @param address null if sync is not set up any more
 */
export async function allowPlace(address: string | null): Promise<void> {
  const { hostname } = new URL(browser.runtime.getURL(''));
  const isLocal = address !== null && !mayFetch(address);
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE],
    addRules: isLocal
      ? [
          {
            id: RULE,
            priority: PRIORITY,
            action: { type: 'allow' },
            condition: { initiatorDomains: [hostname], urlFilter: `|${address}` },
          },
        ]
      : [],
  });
}
