import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';

/**
 * How long to wait for an assistant after the page changed, for an application to arrive at its next page, and for a page
 * whose assistant was stopped while reading. A running assistant itself waits until its page is read and the text
 * matches the address.
 */
const ASSISTANT_WAIT_MS = 1500;
const NAVIGATION_WAIT_MS = 5000;
const READING_WAIT_MS = 8000;
/** An assistant answers when its own waits are over, and later than this only if the page's main thread is busy. */
const ANSWER_TIMEOUT_MS = 15_000;

/** The page's address differs from the one that was read. */
export class PageMovedError extends Error {
  override name = 'PageMovedError';
}

/** The page still shows the text of its previous address. */
export class StaleTextError extends Error {
  override name = 'StaleTextError';
}

/** The page's main thread is busy, so that its scripts can't answer. */
export class PageBusyError extends Error {
  override name = 'PageBusyError';
}

/** @throws PageBusyError on a timeout */
async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PageBusyError('no answer')), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the address in a tab's report matches the one that the browser reports. */
async function isAt(tabId: number, { url }: PageReport): Promise<boolean> {
  const { url: known } = await browser.tabs.get(tabId);
  // The browser reports the address of every page in which our scripts run.
  if (known === undefined || !URL.canParse(known)) throw new NoReceiverError(`no address of tab ${tabId}`);
  return isSameDocument(known, url);
}

/** Waits for an event of the assistant in the tab. */
function listenForChange(tabId: number): { within: (ms: number) => Promise<void>; end: () => void } {
  const life = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  listen('page/changed', (_, from) => from === tabId && resolve(), life.signal);
  return {
    within: (ms) => {
      const timer = setTimeout(resolve, ms);
      life.signal.addEventListener('abort', () => clearTimeout(timer));
      return promise;
    },
    end: () => life.abort(),
  };
}

/** Asks the assistant; null if there is none at the moment although the page has an article. */
async function askAssistant(tabId: number, anyText: boolean): Promise<PageReport | null> {
  try {
    return await withTimeout(
      sendToTab(tabId, 'page/report', { html: true, isFresh: true, waits: true, anyText }),
    );
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    // Between two articles of an application, the old assistant has stopped and the new one has not started.
    const answer = await withTimeout(sendToTab(tabId, 'gate/ask', null));
    if (!answer.verdict.isArticle && answer.isComing !== true) throw error;
    return null;
  }
}

/**
 * The assistant's report, once it has read the current page and the address matches.
 *
 * @param anyText the user wants the page saved although it is no article
 * @throws NoReceiverError, BadMessageError; PageMovedError and StaleTextError if an application is changing from one
 *   article to another and does not finish within seconds
 */
export async function readTab(tabId: number, anyText = false): Promise<PageReport> {
  const start = Date.now();
  for (;;) {
    // Listens before asking, so that no event between the answer and the wait is missed.
    const news = listenForChange(tabId);
    try {
      const report = await askAssistant(tabId, anyText);
      const waited = Date.now() - start;
      let left: number;
      if (report === null) {
        left = ASSISTANT_WAIT_MS - waited;
        if (left <= 0) throw new NoReceiverError(`no assistant in tab ${tabId}`);
      } else if (!(await isAt(tabId, report))) {
        left = NAVIGATION_WAIT_MS - waited;
        if (left <= 0) throw new PageMovedError(report.url);
      } else if (report.isStale === true) throw new StaleTextError(report.url);
      else {
        left = READING_WAIT_MS - waited;
        if (report.state !== 'reading' || left <= 0) return report;
      }
      await news.within(left);
    } finally {
      news.end();
    }
  }
}
