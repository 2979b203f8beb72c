import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';

/**
 * Timeouts for the start of an assistant, for the navigation of a single-page app, and for reading the page. A running
 * assistant normally answers only when it has read the page and the text matches the address.
 */
const ASSISTANT_WAIT_MS = 1500;
const NAVIGATION_WAIT_MS = 5000;
const READING_WAIT_MS = 8000;
/** Longer than all timeouts of the assistant, so that it is exceeded only if the page's main thread is busy. */
const ANSWER_TIMEOUT_MS = 15_000;

/** The address in the page's report differs from the one that the browser reports. */
export class PageMovedError extends Error {
  override name = 'PageMovedError';
}

/** The page still shows the text of its previous address. */
export class StaleTextError extends Error {
  override name = 'StaleTextError';
}

/** The page's main thread is busy, so our scripts in it can't answer. */
export class PageBusyError extends Error {
  override name = 'PageBusyError';
}

/** @throws PageBusyError on a timeout */
async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PageBusyError('no answer')), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the address in a tab's report matches the one that the browser reports. */
async function isReportCurrent(tabId: number, { url }: PageReport): Promise<boolean> {
  const { url: tabUrl } = await browser.tabs.get(tabId);
  // The browser reveals the address of every page in which our scripts run.
  if (tabUrl === undefined || !URL.canParse(tabUrl)) throw new NoReceiverError(`no address of tab ${tabId}`);
  return isSameDocument(tabUrl, url);
}

/** Starts listening for changes that the assistant in a tab reports. `wait` resolves at the first, or on a timeout. */
function listenForChange(tabId: number): { wait: (ms: number) => Promise<void>; stop: () => void } {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  listen('page/changed', (_, from) => from === tabId && resolve(), controller.signal);
  return {
    wait: (ms) => {
      const timer = setTimeout(resolve, ms);
      controller.signal.addEventListener('abort', () => clearTimeout(timer));
      return promise;
    },
    stop: () => controller.abort(),
  };
}

/** Asks the assistant for its report; null if it is not running yet although the page has an article. */
async function askAssistant(tabId: number, anyText: boolean): Promise<PageReport | null> {
  try {
    return await withTimeout(
      sendToTab(tabId, 'page/report', { html: true, isFresh: true, waits: true, anyText }),
    );
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    // When a single-page app changes to another article, the assistant is restarted.
    const answer = await withTimeout(sendToTab(tabId, 'gate/ask', null));
    if (!answer.verdict.isArticle && answer.isComing !== true) throw error;
    return null;
  }
}

/**
 * Waits until the assistant has read the current page and the address matches, and returns its report.
 *
 * @param anyText whether to accept a page that isn't an article, because the user chose to save it
 * @throws NoReceiverError, BadMessageError; PageMovedError and StaleTextError if a single-page app does not complete
 *   a change to another article in time; PageBusyError if the page does not answer
 */
export async function readTab(tabId: number, anyText = false): Promise<PageReport> {
  const start = Date.now();
  for (;;) {
    // Start listening before asking, so that no event is missed.
    const change = listenForChange(tabId);
    try {
      const report = await askAssistant(tabId, anyText);
      const waited = Date.now() - start;
      let remaining: number;
      if (report === null) {
        remaining = ASSISTANT_WAIT_MS - waited;
        if (remaining <= 0) throw new NoReceiverError(`no assistant in tab ${tabId}`);
      } else if (!(await isReportCurrent(tabId, report))) {
        remaining = NAVIGATION_WAIT_MS - waited;
        if (remaining <= 0) throw new PageMovedError(report.url);
      } else if (report.isStale === true) throw new StaleTextError(report.url);
      else {
        remaining = READING_WAIT_MS - waited;
        if (report.state !== 'reading' || remaining <= 0) return report;
      }
      await change.wait(remaining);
    } finally {
      change.stop();
    }
  }
}
