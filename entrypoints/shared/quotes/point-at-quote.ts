import { sendToTab } from '../../../utils/messaging/send.ts';
import { showTab, type TabInfo } from '../../../utils/platform/active-tab.ts';
import type { Quotation } from '../../../utils/quotes/types.ts';
import { hasPanel } from '../open-panel-of-tab.ts';

const placeOf = ({ start, end, text }: Quotation): Quotation => ({ start, end, text });

/**
 * Scrolls the page to a quote, or other words of its article, and marks it. On a phone, where the quotes cover the page,
 * the page comes to the front.
 *
 * @returns false where the quote is not there (any more)
 */
export async function jumpToQuote(tab: TabInfo | null, quote: Quotation | undefined): Promise<boolean> {
  if (tab === null || quote === undefined) return false;
  try {
    const { found } = await sendToTab(tab.id, 'page/jumpToPlace', placeOf(quote));
    if (found && !hasPanel()) await showTab(tab.id);
    return found;
  } catch (error) {
    console.warn('offprint: could not jump', error);
    return false;
  }
}

/** Scrolls the page back to where it was before the last jump; the page comes to the front as it does for a jump. */
export async function jumpBack(tab: TabInfo): Promise<void> {
  await sendToTab(tab.id, 'page/jumpBack', null);
  if (!hasPanel()) await showTab(tab.id);
}

/** Marks a quote without scrolling; null takes the mark away. A mark that fails is not worth a word. */
export function markQuote(tab: TabInfo | null, quote: Quotation | null | undefined): void {
  if (tab === null) return;
  const place = quote ? placeOf(quote) : null;
  sendToTab(tab.id, 'page/markPlace', { place }).catch((error: unknown) =>
    console.warn('offprint: no mark', error),
  );
}
