import { sendToTab } from '../../../utils/messaging/send.ts';
import type { TabInfo } from '../../../utils/platform/active-tab.ts';
import type { Quotation } from '../../../utils/quotes/types.ts';

const placeOf = ({ start, end, text }: Quotation): Quotation => ({ start, end, text });

/** Scrolls the page to a quote, or other words of its article, and marks it; false where it is not there (any more). */
export async function jumpToQuote(tab: TabInfo | null, quote: Quotation | undefined): Promise<boolean> {
  if (tab === null || quote === undefined) return false;
  try {
    return (await sendToTab(tab.id, 'page/jumpToPlace', placeOf(quote))).found;
  } catch (error) {
    console.warn('offprint: could not jump', error);
    return false;
  }
}

/** Marks a quote without scrolling; null takes the mark away. A mark that fails is not worth a word. */
export function markQuote(tab: TabInfo | null, quote: Quotation | null | undefined): void {
  if (tab === null) return;
  const place = quote ? placeOf(quote) : null;
  sendToTab(tab.id, 'page/markPlace', { place }).catch((error: unknown) =>
    console.warn('offprint: no mark', error),
  );
}
