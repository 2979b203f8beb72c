/**
 * What the browser has to let through for a place of the user's own. It may be in their local network, where no other
 * request of ours may go (`block-rules.ts`): this one folder is let through, for the extension alone.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { browser } from './browser.ts';

/** Beside those of `block-rules.ts`, and above them. */
const RULE = 1000;
const PRIORITY = 2;

/** Match patterns hold no port in Firefox; without one they are of all ports in both browsers. */
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

/** Whether the browser lets us ask there. Without access it would name the extension to the server, and hide answers. */
export function hasAccessToPlace(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/**
 * Lets requests to a folder through that the rules would block: called before the first one, whenever the background
 * has started.
 *
 * @param address null where no place is set up any more
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
