import { sendToTab } from '../../../utils/messaging/send.ts';
import { activateTab, type TabInfo } from '../../../utils/platform/active-tab.ts';
import { hasPanel } from '../../../utils/platform/open-panel.ts';
import type { Quotation } from '../../../utils/quotes/types.ts';

const toQuotation = ({ start, end, text }: Quotation): Quotation => ({ start, end, text });

/**
 * Scrolls the page to a passage of its article and marks it. On phones, where the list of quotes is in another tab, switches
 * to the page's tab.
 *
 * @returns false if the page does not contain the passage
 */
export async function jumpToQuote(tab: TabInfo | null, quote: Quotation | undefined): Promise<boolean> {
  if (tab === null || quote === undefined) return false;
  try {
    const { found } = await sendToTab(tab.id, 'page/jumpToPlace', toQuotation(quote));
    if (found && !hasPanel()) await activateTab(tab.id);
    return found;
  } catch (error) {
    console.warn('offprint: could not jump', error);
    return false;
  }
}

/** Scrolls the page back to its position before the last jump; on phones, switches to its tab. */
export async function jumpBack(tab: TabInfo): Promise<void> {
  await sendToTab(tab.id, 'page/jumpBack', null);
  if (!hasPanel()) await activateTab(tab.id);
}

/** Marks a quote without scrolling; null removes the mark. Failures are not reported to the user. */
export function markQuote(tab: TabInfo | null, quote: Quotation | null | undefined): void {
  if (tab === null) return;
  const place = quote ? toQuotation(quote) : null;
  sendToTab(tab.id, 'page/markPlace', { place }).catch((error: unknown) =>
    console.warn('offprint: no mark', error),
  );
}
