import { sendToTab } from '../../utils/messaging/send.ts';
import type { TabInfo } from '../../utils/platform/active-tab.ts';

/** Scrolls the page to a quote and marks it; false where it is not there (any more). */
export async function jumpToQuote(tab: TabInfo | null, index: number): Promise<boolean> {
  if (tab === null) return false;
  try {
    return (await sendToTab(tab.id, 'page/jumpToQuote', { index })).found;
  } catch (error) {
    console.warn('offprint: could not jump', error);
    return false;
  }
}

/** Scrolls the page to a stretch of its article's text and marks it; false where it is not there (any more). */
export async function jumpToPlace(tab: TabInfo | null, start: number, end: number): Promise<boolean> {
  if (tab === null) return false;
  try {
    return (await sendToTab(tab.id, 'page/jumpToPlace', { start, end })).found;
  } catch (error) {
    console.warn('offprint: could not jump', error);
    return false;
  }
}

/** Marks a quote without scrolling; null takes the mark away. A mark that fails is not worth a word. */
export function markQuote(tab: TabInfo | null, index: number | null): void {
  if (tab === null) return;
  sendToTab(tab.id, 'page/markQuote', { index }).catch((error: unknown) =>
    console.warn('offprint: no mark', error),
  );
}
