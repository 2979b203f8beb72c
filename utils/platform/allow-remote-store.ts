/**
 * The user's own sync location may be in their local network, which is blocked for all other requests of the extension
 * (`block-rules.ts`); an exception allows this one folder, for the extension alone.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { browser } from './browser.ts';

/** An id and a priority above those of `block-rules.ts`. */
const RULE = 1000;
const PRIORITY = 2;

/**
 * Exempts requests to a folder from the blocking rules. Call it each time the background has started, before the first
 * request.
 *
 * @param address null if sync is not set up any more
 */
export async function allowRemoteStore(address: string | null): Promise<void> {
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
