import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { NoReceiverError } from '../../../utils/messaging/errors.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';

/** How long to wait for an assistant that is still reading, and how often to ask, in milliseconds. */
const READING = 8000;
const ASK_AGAIN = 100;
/** How long for an application's text to follow its address, and for an assistant where the page was just changed. */
const FOLLOWING = 5000;
const COMING = 1500;

/** The page is at another address than the one that was read. */
export class PageMovedError extends Error {
  override name = 'PageMovedError';
}

/** The page's text is still that of the address before. */
export class TextBehindError extends Error {
  override name = 'TextBehindError';
}

/** Whether what a tab says of its address is true, by the browser's word. */
async function isAt(tabId: number, { url }: PageReport): Promise<boolean> {
  const { url: known } = await browser.tabs.get(tabId);
  // Where our scripts run, the browser tells the address.
  if (known === undefined || !URL.canParse(known)) throw new NoReceiverError(`no address of tab ${tabId}`);
  return isSameDocument(known, url);
}

/** Asks the assistant; null where there is none for the moment, but the page has an article. */
async function askAssistant(tabId: number): Promise<PageReport | null> {
  try {
    return await sendToTab(tabId, 'page/report', { html: true, isFresh: true });
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    // Between two articles of an application the one assistant has left and the next has not come.
    const answer = await sendToTab(tabId, 'gate/ask', null);
    if (!answer.verdict.isArticle) throw error;
    return null;
  }
}

/**
 * The assistant's report, once it has read the page as it is now, and the page is where the report says.
 *
 * @throws NoReceiverError, BadMessageError; PageMovedError and TextBehindError where an application is on its way from
 *   one article to another, and does not arrive within seconds
 */
export async function readTab(tabId: number): Promise<PageReport> {
  const start = Date.now();
  for (;;) {
    const report = await askAssistant(tabId);
    const waited = Date.now() - start;
    if (report === null) {
      if (waited >= COMING) throw new NoReceiverError(`no assistant in tab ${tabId}`);
    } else if (!(await isAt(tabId, report))) {
      if (waited >= FOLLOWING) throw new PageMovedError(report.url);
    } else if (report.isStale === true) {
      if (waited >= FOLLOWING) throw new TextBehindError(report.url);
    } else if (report.state !== 'reading' || waited >= READING) return report;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
}
