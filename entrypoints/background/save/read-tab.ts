import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';

/**
 * How long to wait for an assistant where the page was just changed, and for the page that an application is on its way
 * to, and for one whose assistant was ended while it read, in ms. An assistant that is there waits itself for its page
 * to be read, and for the text to follow the address.
 */
const COMING = 1500;
const FOLLOWING = 5000;
const READING = 8000;
/**
 * How long a tab's answer is waited for, in ms: an assistant gives one when its own waiting is over, and answers later
 * only where the page's thread is busy.
 */
const ANSWERING = 15_000;

/** The page is at another address than the one that was read. */
export class PageMovedError extends Error {
  override name = 'PageMovedError';
}

/** The page's text is still that of the address before. */
export class TextBehindError extends Error {
  override name = 'TextBehindError';
}

/** The page's thread is busy: its scripts do not get to answer. */
export class PageBusyError extends Error {
  override name = 'PageBusyError';
}

/** @throws PageBusyError where the answer does not come in time */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PageBusyError('no answer')), ANSWERING);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether what a tab says of its address is true, by the browser's word. */
async function isAt(tabId: number, { url }: PageReport): Promise<boolean> {
  const { url: known } = await browser.tabs.get(tabId);
  // Where our scripts run, the browser tells the address.
  if (known === undefined || !URL.canParse(known)) throw new NoReceiverError(`no address of tab ${tabId}`);
  return isSameDocument(known, url);
}

/** Waits for an assistant in the tab to say that it has something to report. */
function hearOf(tabId: number): { within: (ms: number) => Promise<void>; end: () => void } {
  const life = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  listen('page/changed', (event) => event.tabId === tabId && resolve(), life.signal);
  return {
    within: (ms) => {
      const timer = setTimeout(resolve, ms);
      life.signal.addEventListener('abort', () => clearTimeout(timer));
      return promise;
    },
    end: () => life.abort(),
  };
}

/** Asks the assistant; null where there is none for the moment, but the page has an article. */
async function askAssistant(tabId: number, anyText: boolean): Promise<PageReport | null> {
  try {
    return await inTime(sendToTab(tabId, 'page/report', { html: true, isFresh: true, waits: true, anyText }));
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    // Between two articles of an application the one assistant has left and the next has not come.
    const answer = await inTime(sendToTab(tabId, 'gate/ask', null));
    if (!answer.verdict.isArticle && answer.isComing !== true) throw error;
    return null;
  }
}

/**
 * The assistant's report, once it has read the page as it is now, and the page is where the report says.
 *
 * @param anyText the user keeps the page although it is no article
 * @throws NoReceiverError, BadMessageError; PageMovedError and TextBehindError where an application is on its way from
 *   one article to another, and does not arrive within seconds
 */
export async function readTab(tabId: number, anyText = false): Promise<PageReport> {
  const start = Date.now();
  for (;;) {
    // Heard from before the question on: what is told between the answer and the wait is not missed.
    const news = hearOf(tabId);
    try {
      const report = await askAssistant(tabId, anyText);
      const waited = Date.now() - start;
      let left: number;
      if (report === null) {
        left = COMING - waited;
        if (left <= 0) throw new NoReceiverError(`no assistant in tab ${tabId}`);
      } else if (!(await isAt(tabId, report))) {
        left = FOLLOWING - waited;
        if (left <= 0) throw new PageMovedError(report.url);
      } else if (report.isStale === true) throw new TextBehindError(report.url);
      else {
        left = READING - waited;
        if (report.state !== 'reading' || left <= 0) return report;
      }
      await news.within(left);
    } finally {
      news.end();
    }
  }
}
