import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../scripts/find-browser.ts';
import { waitFor } from './wait-for.ts';

/** How long Firefox is given to tell of a new tab itself, in ms. */
const TOLD_MS = 5000;

/** How long a page may take to load, in ms: alone it takes one second at most. */
export const PATIENCE_MS = 30_000;

/** What WebDriver BiDi's `browsingContext.getTree` tells of a tab. */
interface ContextInfo {
  context: string;
  url: string;
}

interface Connection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
  emit(event: string, info: ContextInfo): void;
}

/** The connection to a Firefox, for commands that puppeteer has no function for. */
export const connectionOf = (browser: Browser): Connection =>
  (browser as unknown as { connection: Connection }).connection;

/** puppeteer's name for the tab of a page: over BiDi, the browser's own. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

interface Running {
  kind: BrowserKind;
  browser: Browser;
}

/** A tab and the address of the document in it. */
interface OpenPage {
  page: Page;
  url: string;
}

/**
 * Every tab that is open, asked of the browser itself.
 *
 * puppeteer knows the tabs of a Firefox that it was told of, and Firefox tells of a new one only if its first document
 * is there within 100 ms and was not replaced by then (`waitForTopBrowsingContextToBeReady` in its remote agent): on a
 * busy machine a tab of ours, which moves to the extensions' process at once, goes untold for good. So what the
 * browser lists and puppeteer lacks is told here, as puppeteer itself does with the tabs it finds at the start.
 */
export async function openPages({ kind, browser }: Running): Promise<OpenPage[]> {
  if (kind === 'chromium') return (await browser.pages()).map((page) => ({ page, url: page.url() }));
  const connection = connectionOf(browser);
  const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
  const { contexts } = result as { contexts: ContextInfo[] };
  const told = new Set((await browser.pages()).map(contextOf));
  for (const info of contexts) {
    if (!told.has(info.context)) connection.emit('browsingContext.contextCreated', info);
  }
  const urls = new Map(contexts.map(({ context, url }) => [context, url]));
  // A tab that came since the list was made is in the next one.
  return (await browser.pages()).flatMap((page) => {
    const url = urls.get(contextOf(page));
    return url === undefined ? [] : [{ page, url }];
  });
}

/**
 * Opens an empty tab. Firefox, which may not tell of it (see `openPages`), does not answer puppeteer then either. No
 * other tab may be opened at the same time: the new one is known by being new and empty.
 */
export async function openTab(running: Running): Promise<Page> {
  const { kind, browser } = running;
  let page: Page | null;
  if (kind === 'chromium') page = await browser.newPage();
  else {
    const known = new Set((await openPages(running)).map((open) => open.page));
    const told = browser.newPage();
    page = await Promise.race([told, wait(TOLD_MS, null)]);
    if (page === null) {
      // Where it is told of at last, it is the same tab; where never, the browser's end is its answer.
      told.catch((error: unknown) => console.warn('a new tab was never told of', error));
      page = await waitFor('the new tab', async () => {
        const fresh = (await openPages(running)).find(
          (open) => !known.has(open.page) && open.url === 'about:blank',
        );
        return fresh?.page;
      });
    }
  }
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  return page;
}
