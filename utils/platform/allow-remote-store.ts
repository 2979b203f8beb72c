/**
 * The user's sync location may be on their local network, to which the extension's requests are blocked
 * (`block-rules.ts`). An exception allows requests by the extension to this one folder.
 */
import { mayFetch } from '../fetching/address-policy.ts';
import { browser } from './browser.ts';

/** Both are higher than those in `block-rules.ts`. */
const RULE_ID = 1000;
const PRIORITY = 2;

/**
 * Exempts requests to a folder from the blocking rules. Call it each time the background starts, before the first
 * request to the folder.
 *
 * @param address URL of the folder; null removes the exception
 */
export async function allowRemoteStore(address: string | null): Promise<void> {
  const { hostname } = new URL(browser.runtime.getURL(''));
  const isLocal = address !== null && !mayFetch(address);
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: isLocal
      ? [
          {
            id: RULE_ID,
            priority: PRIORITY,
            action: { type: 'allow' },
            condition: { initiatorDomains: [hostname], urlFilter: `|${address}` },
          },
        ]
      : [],
  });
}
