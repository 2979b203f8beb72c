import type { Page } from 'puppeteer-core';
import type { Reply } from '../../../utils/messaging/envelope.ts';
import type { PageReport, TabMessages } from '../../../utils/messaging/protocol.ts';
import type { Quote, QuoteInput } from '../../../utils/quotes/types.ts';
import type { QuoteWorkerMessage } from '../../../utils/quotes/worker/handle-quote-requests.ts';
import type { Launched } from './launch-browser.ts';
import { openTab, PATIENCE_MS } from './open-pages.ts';
import { waitFor } from './wait-for.ts';

interface TabInfo {
  id: number;
  index: number;
  url?: string;
  active: boolean;
  incognito: boolean;
  windowId: number;
}

/** After how long an address is asked for again where the tab is still empty, in ms. */
const ASK_AGAIN_MS = 8000;

/**
 * Opens one of the extension's own pages in a tab.
 *
 * @param path such as `library.html?list=inbox`
 * @returns the page once its document is there
 */
export async function openExtensionPage(launched: Launched, page: Page, path: string): Promise<Page> {
  const url = `${launched.extensionUrl}/${path}`;
  if (launched.kind === 'chromium') {
    await page.goto(url);
    return page;
  }
  // Firefox moves the tab into the extensions' process, and `goto` never hears of its arrival.
  let complaint = 'nothing was heard of the way there';
  let askedAt = 0;
  const ask = (): void => {
    askedAt = Date.now();
    page.goto(url).catch((error: unknown) => {
      complaint = String(error);
    });
  };
  ask();
  let at = '';
  const isThere = async (): Promise<boolean> => {
    at = await page.evaluate(() => `${location.href} (${document.readyState})`);
    // The browser has lost the question on the way to another process.
    if (at.startsWith('about:blank') && Date.now() - askedAt > ASK_AGAIN_MS) ask();
    return at === `${url} (complete)`;
  };
  await waitFor(`${path} to open`, isThere).catch((cause: unknown) => {
    throw new Error(`${path} did not open: the tab is at ${at}; ${complaint}`, { cause });
  });
  return page;
}

/** Speaks with the extension through one of its own pages, kept open for that. */
/** A box over highlighted words, in CSS px of the page. */
export interface HighlightBox {
  colour: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export class ExtensionConsole {
  readonly #launched: Launched;
  readonly #page: Page;
  #questions = 0;

  private constructor(launched: Launched, page: Page) {
    this.#launched = launched;
    this.#page = page;
  }

  static async open(launched: Launched): Promise<ExtensionConsole> {
    const page = await openTab(launched);
    await openExtensionPage(launched, page, 'options.html');
    return new ExtensionConsole(launched, page);
  }

  /** The same in a tab that shows another page of the extension's. */
  static async openIn(launched: Launched, page: Page): Promise<ExtensionConsole> {
    const address = `${launched.extensionUrl}/options.html`;
    // Later: a page that is gone before it has answered leaves the question open.
    await page.evaluate((url) => void setTimeout(() => location.replace(url)), address);
    await waitFor('options.html to open', () =>
      page.evaluate((url) => location.href === url && document.readyState === 'complete', address),
    );
    page.setDefaultTimeout(PATIENCE_MS);
    return new ExtensionConsole(launched, page);
  }

  /**
   * Calls a function of the extension API.
   *
   * @param path such as `tabs.query`
   */
  call<T>(path: string, ...args: unknown[]): Promise<T> {
    return this.#page.evaluate(
      async (path_, args_) => {
        let owner: unknown = (globalThis as { chrome?: unknown }).chrome;
        const names = path_.split('.');
        const method = names.pop() ?? '';
        for (const name of names) owner = (owner as Record<string, unknown>)[name];
        const call = (owner as Record<string, (...rest: unknown[]) => unknown>)[method];
        return await call?.apply(owner, args_);
      },
      path,
      args,
    ) as Promise<T>;
  }

  /** Runs a function in this page of the extension's own; what it leaves in `globalThis` is there the next time. */
  run<Given extends unknown[], T>(run: (...given: Given) => Promise<T>, ...given: Given): Promise<T> {
    return this.#page.evaluate(run as (...given: unknown[]) => Promise<unknown>, ...given) as Promise<T>;
  }

  tabs(): Promise<TabInfo[]> {
    return this.call<TabInfo[]>('tabs.query', {});
  }

  /** Opens an empty tab and tells its id. One at a time: the id is found by what is new, and no page's yet. */
  async newTab(): Promise<{ page: Page; tabId: number }> {
    const before = new Set((await this.tabs()).map((tab) => tab.id));
    const page = await openTab(this.#launched);
    const tabId = await waitFor('the new tab', async () => {
      // Of an empty tab the extension may not know the address.
      const fresh = (await this.tabs()).filter(
        ({ id, url = 'about:blank' }) => !before.has(id) && url === 'about:blank',
      );
      return fresh.length === 1 ? fresh[0]?.id : null;
    });
    return { page, tabId };
  }

  /**
   * Asks the gate or the assistant in a tab.
   *
   * @returns null where nobody in the tab answers (yet)
   * @throws Error with the handler's own words when it failed
   */
  async askTab<T extends keyof TabMessages>(
    tabId: number,
    type: T,
    data: TabMessages[T]['request'],
  ): Promise<TabMessages[T]['response'] | null> {
    const answer = await this.#page.evaluate(
      async (tabId_, message) => {
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { sendMessage(id: number, message: unknown, options: unknown): Promise<unknown> } };
        };
        try {
          return { reply: (await chrome.tabs.sendMessage(tabId_, message, { frameId: 0 })) ?? null };
        } catch (error) {
          // Nobody listens there, or the page went away before it answered.
          return { reply: null, error: String(error) };
        }
      },
      tabId,
      { offprint: 'tab', type, data },
    );
    const reply = answer.reply as Reply | null;
    if (reply === null) return null;
    if (!reply.ok) throw new Error(reply.error);
    return reply.value as TabMessages[T]['response'];
  }

  /**
   * Asks the worker that our own pages ask.
   *
   * @throws Error with the worker's own words when it failed
   */
  async findQuotes(question: QuoteInput): Promise<{ quotes: Quote[]; ms: number }> {
    const news = (await this.#page.evaluate(
      (task) =>
        new Promise((resolve, reject) => {
          const world = globalThis as unknown as { quoteWorker?: Worker };
          world.quoteWorker ??= new Worker('/quote-worker.js');
          const worker = world.quoteWorker;
          worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
          const hear = ({ data }: MessageEvent<QuoteWorkerMessage>): void => {
            if (data.id !== task.id || (data.type !== 'quotes' && data.type !== 'failed')) return;
            worker.removeEventListener('message', hear);
            resolve(data);
          };
          worker.addEventListener('message', hear);
          worker.postMessage(task);
        }),
      { id: this.#questions++, input: question },
    )) as QuoteWorkerMessage;
    if (news.type !== 'quotes') throw new Error(news.type === 'failed' ? news.error : 'no quotes came');
    return news;
  }

  /**
   * Calls a function of the extension API as a script of ours in a tab would, in each of the tab's frames.
   *
   * @param path such as `runtime.sendMessage`
   * @returns what it answered, or why it was refused; the tab's own page comes first
   */
  callInTab(tabId: number, path: string, ...args: unknown[]): Promise<{ value?: unknown; error?: string }[]> {
    return this.#page.evaluate(
      async (tabId_, path_, args_) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            scripting: { executeScript(what: unknown): Promise<{ frameId: number; result: unknown }[]> };
          };
        };
        const call = async (steps: string[], given: string): Promise<unknown> => {
          try {
            const names = [...steps];
            const method = names.pop() ?? '';
            let owner: unknown = (globalThis as { chrome?: unknown }).chrome;
            for (const name of names) owner = (owner as Record<string, unknown>)[name];
            const value = await (owner as Record<string, (...rest: unknown[]) => unknown>)[method]?.(
              ...(JSON.parse(given) as unknown[]),
            );
            return { value };
          } catch (error) {
            return { error: String(error) };
          }
        };
        const frames = await chrome.scripting.executeScript({
          target: { tabId: tabId_, allFrames: true },
          func: call,
          // As text: on its way into the tab a null would become undefined.
          args: [path_.split('.'), JSON.stringify(args_)],
        });
        const sorted = frames.sort((a, b) => a.frameId - b.frameId);
        return sorted.map(({ result }) => result as { value?: unknown; error?: string });
      },
      tabId,
      path,
      args,
    );
  }

  /**
   * Has a tab answer with a report of its own making, as a page could that took its process over. There must be no
   * assistant in it; the last report given holds.
   *
   * @param url where it says it is
   * @param articleUrl whose article it says it has
   */
  async forgeReport(tabId: number, url: string, articleUrl: string = url, dir = 'ltr'): Promise<void> {
    const text = 'Nothing of this was ever printed.';
    const report: PageReport = {
      state: 'article',
      url,
      verdict: { isArticle: true, reason: 'articleData', score: 9 },
      article: {
        ...{ url: articleUrl, canonicalUrl: articleUrl, title: 'Council votes to sink the harbour' },
        ...{ byline: null, siteName: 'North Quay Gazette', publishedAt: null, modifiedAt: null, lang: 'en' },
        ...{ excerpt: null, leadImage: null, html: `<p>${text}</p>`, text, wordCount: 6, isPreview: false },
        dir: dir as 'ltr',
      },
      pages: null,
      corrections: [],
      known: null,
      hidden: [],
      clutterOn: true,
      clutterPaused: false,
      error: null,
      ms: { gate: 0, assistant: 0 },
    };
    await this.#page.evaluate(
      async (tabId_, forged) => {
        const { chrome } = globalThis as unknown as {
          chrome: { scripting: { executeScript(what: unknown): Promise<unknown> } };
        };
        const forge = (answer: string): void => {
          type Send = (reply: unknown) => void;
          type Listener = (message: { type?: string }, sender: unknown, send: Send) => boolean;
          const world = globalThis as unknown as {
            forged?: unknown;
            chrome: { runtime: { onMessage: { addListener(listener: Listener): void } } };
          };
          const isFirst = world.forged === undefined;
          world.forged = JSON.parse(answer);
          if (!isFirst) return;
          world.chrome.runtime.onMessage.addListener(({ type }, _, send) => {
            if (type === 'page/report') send({ ok: true, value: world.forged });
            return false;
          });
        };
        await chrome.scripting.executeScript({ target: { tabId: tabId_ }, func: forge, args: [forged] });
      },
      tabId,
      // Chromium leaves out of arguments what is null.
      JSON.stringify(report),
    );
  }

  /** Runs a function in a tab as a script of the extension's; it sees nothing of what is around it here. */
  async runInTab<T>(tabId: number, run: (...args: never[]) => T, args: unknown[]): Promise<T> {
    const what = `{ target: { tabId: ${tabId} }, func: ${run}, args: ${JSON.stringify(args)} }`;
    const frames = await this.#page.evaluate(`chrome.scripting.executeScript(${what})`);
    return (frames as { result: T }[])[0]?.result as T;
  }

  /** The words that Offprint shows over the page in a tab at this moment: the page itself can't read them. */
  async readWordOverPage(tabId: number): Promise<string> {
    const words = await this.#page.evaluate(async (tabId_) => {
      type Look = (element: Element) => ShadowRoot | null;
      const { chrome } = globalThis as unknown as {
        chrome: {
          dom?: { openOrClosedShadowRoot?: Look };
          scripting: { executeScript(what: unknown): Promise<{ result: unknown }[]> };
        };
      };
      const readWords = (): string =>
        [
          ...((Reflect.get(Document.prototype, 'documentElement', document) as Element | null)?.children ??
            []),
        ]
          .map((host) => {
            const { openOrClosedShadowRoot: root } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
            return (root ?? chrome.dom?.openOrClosedShadowRoot?.(host))?.textContent ?? '';
          })
          .join('');
      const [frame] = await chrome.scripting.executeScript({ target: { tabId: tabId_ }, func: readWords });
      return frame?.result;
    }, tabId);
    return String(words ?? '');
  }

  /** The boxes over highlighted words in a page, with their colours; in CSS px of the page. */
  async readBoxesOverPage(tabId: number): Promise<HighlightBox[]> {
    const boxes = await this.#page.evaluate(async (tabId_) => {
      type Look = (element: Element) => ShadowRoot | null;
      const { chrome } = globalThis as unknown as {
        chrome: {
          dom?: { openOrClosedShadowRoot?: Look };
          scripting: { executeScript(what: unknown): Promise<{ result: unknown }[]> };
        };
      };
      const readBoxes = (): unknown[] =>
        [
          ...((Reflect.get(Document.prototype, 'documentElement', document) as Element | null)?.children ??
            []),
        ].flatMap((host) => {
          const { openOrClosedShadowRoot: root } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
          const within = root ?? chrome.dom?.openOrClosedShadowRoot?.(host);
          return [...(within?.querySelectorAll<HTMLElement>('[data-colour]') ?? [])].map((box) => {
            const { left, top, width, height } = box.getBoundingClientRect();
            const colour = box.dataset.colour ?? '';
            return { colour, left: left + scrollX, top: top + scrollY, width, height };
          });
        });
      const [frame] = await chrome.scripting.executeScript({ target: { tabId: tabId_ }, func: readBoxes });
      return frame?.result;
    }, tabId);
    return (boxes ?? []) as HighlightBox[];
  }

  /** The visible texts of the extension's own popups, side panels or tabs that are open. */
  readViews(type: 'popup' | 'sidebar' | 'tab'): Promise<string[]> {
    return this.#page.evaluate((type_) => {
      const { chrome } = globalThis as unknown as {
        chrome: { extension: { getViews(filter: unknown): Window[] } };
      };
      return chrome.extension.getViews({ type: type_ }).map((view) => view.document.body.textContent ?? '');
    }, type);
  }

  /** Whether a page of the extension with this address, popup or tab, has the focus on such an element. */
  hasFocusOn(address: string, selector: string): Promise<boolean> {
    return this.#page.evaluate(
      (part, wanted) => {
        const { chrome } = globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } };
        return chrome.extension
          .getViews()
          .some((view) => view.location.href.includes(part) && view.document.activeElement?.matches(wanted));
      },
      address,
      selector,
    );
  }

  /**
   * Closes the popups that are open under the toolbar button, and waits until they are gone: a click there would close
   * them, too, and do nothing else.
   */
  async closePopups(): Promise<void> {
    await waitFor('the popup to be gone', () =>
      this.#page.evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { extension: { getViews(filter: unknown): Window[] } };
        };
        const popups = chrome.extension.getViews({ type: 'popup' });
        for (const view of popups) view.close();
        return popups.length === 0;
      }),
    );
  }

  /** The words of the extension in the browser's language. */
  message(key: string, substitutions: string[] = []): Promise<string> {
    return this.call<string>('i18n.getMessage', key, substitutions);
  }
}
