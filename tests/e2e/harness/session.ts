import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../scripts/find-browser.ts';
import type { GateReport, PageReport, SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { correctQuotes } from '../../../utils/quotes/corrections.ts';
import { summariseSpeakers } from '../../../utils/quotes/speakers/people/summarise-speakers.ts';
import { type Quote, type QuotedSpeaker, toQuoteInput } from '../../../utils/quotes/types.ts';
import type { FixtureNetwork } from '../../fixtures/serve.ts';
import { startFixtureSites } from '../../fixtures/sites.ts';
import { ExtensionConsole, openExtensionPage } from './extension-console.ts';
import {
  findWelcome,
  type InstallOptions,
  type Launched,
  type LaunchOptions,
  launchWithExtension,
} from './launch-browser.ts';
import { type Lent, lendBrowser, takeBack } from './lend-browser.ts';
import { openPages, openTab } from './open-pages.ts';
import { Screen } from './screen.ts';
import { readVisibleText } from './visible-text.ts';
import { waitFor } from './wait-for.ts';

const KIND: BrowserKind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** CSS pixels. */
const POPUP_SIZE = { width: 420, height: 600 };

/** A report with what our own pages find in its article. */
type QuotedReport = PageReport & { quotes: Quote[]; voices: QuotedSpeaker[] };

/** A web page in a tab. */
export interface Tab {
  page: Page;
  id: number;
}

/** In the tab that the extension has opened by itself, unless a test is to see what it shows there. */
async function openConsole(launched: Launched, options: LaunchOptions): Promise<ExtensionConsole> {
  // With a profile of its own it was shown once; Firefox closes it where it restarts the extension for private windows.
  const isGone = options.profile !== undefined || (options.privateWindows && launched.kind === 'firefox');
  if (options.keepsWelcome || isGone) return ExtensionConsole.open(launched);
  return ExtensionConsole.openIn(launched, await findWelcome(launched));
}

/** A browser with the extension and the invented sites: what one test file works with. */
export class Session {
  readonly launched: Launched;
  readonly network: FixtureNetwork;
  /** Speaks with the extension. */
  extension: ExtensionConsole;

  readonly #isLent: boolean;

  private constructor({ launched, network }: Lent, extension: ExtensionConsole, isLent: boolean) {
    this.launched = launched;
    this.network = network;
    this.extension = extension;
    this.#isLent = isLent;
  }

  /** @param kind by default the one in `OFFPRINT_BROWSER`, else Chromium */
  static async start(options: LaunchOptions = {}, kind: BrowserKind = KIND): Promise<Session> {
    const network = await startFixtureSites();
    const launched = await launchWithExtension(kind, {
      ...options,
      keepsWelcome: true,
      proxyPort: network.port,
    });
    return new Session({ launched, network }, await openConsole(launched, options), false);
  }

  /**
   * The same in a browser that an earlier file of this worker has used, if there is one: a start takes seconds. The
   * extension is installed anew, as the options say, and what sites had stored is gone.
   */
  static async borrow(options: InstallOptions = {}): Promise<Session> {
    const lent = await lendBrowser(KIND, { ...options, keepsWelcome: true });
    try {
      return new Session(lent, await openConsole(lent.launched, options), true);
    } catch (error) {
      await takeBack(lent);
      throw error;
    }
  }

  get kind(): BrowserKind {
    return this.launched.kind;
  }

  async close(): Promise<void> {
    const { launched, network } = this;
    if (this.#isLent) return takeBack({ launched, network });
    await launched.close();
    await network.close();
  }

  /** Updates the extension to the same version; its pages are closed, and web pages stay. */
  async updateExtension(): Promise<void> {
    await this.launched.update();
    this.extension = await waitFor('the extension to be back', () => ExtensionConsole.open(this.launched));
  }

  /** Opens an address in a new tab and waits until it has loaded. */
  async visit(url: string): Promise<Tab> {
    const { page, tabId } = await this.extension.newTab();
    await page.goto(url);
    return { page, id: tabId };
  }

  /** The gate's answer for a tab. */
  verdict(tab: Tab): Promise<GateReport> {
    return waitFor('the gate to answer', () => this.extension.askTab(tab.id, 'gate/ask', null));
  }

  /**
   * The assistant's report once it has finished reading, and who says what in the article.
   *
   * @param suits waits further until this holds of the report
   */
  report(tab: Tab, suits: (report: QuotedReport) => boolean = () => true): Promise<QuotedReport> {
    return waitFor('the report', async () => {
      const report = await this.extension.askTab(tab.id, 'page/report', { html: true });
      if (report === null || report.state === 'reading') return false;
      const quoted = await this.#quote(report);
      return suits(quoted) && quoted;
    });
  }

  async #quote(report: PageReport): Promise<QuotedReport> {
    if (report.article === null) return { ...report, quotes: [], voices: [] };
    const found = await this.extension.findQuotes(toQuoteInput(report.article));
    const quotes = correctQuotes(found.quotes, report.corrections);
    return { ...report, quotes, voices: summariseSpeakers(quotes) };
  }

  /** Waits until a user no longer sees any of these texts in a tab. */
  async waitUntilHidden(tab: Tab, ...texts: string[]): Promise<void> {
    await waitFor(`“${texts.join('”, “')}” to be hidden`, async () => {
      const visible = await readVisibleText(tab.page);
      return texts.every((text) => !visible.includes(text));
    });
  }

  /** One of the extension's own pages, in a tab of its own. */
  async screen(path: string): Promise<Screen> {
    const page = await openTab(this.launched);
    return Screen.of(await openExtensionPage(this.launched, page, path));
  }

  /**
   * The popup about a tab, in a small window of its own: as with the real one, the page stays in view.
   *
   * @param isPrivate true for the popup of a private window; Chromium has one popup for all windows
   */
  async popup(tab: Pick<Tab, 'id'>, isPrivate = false): Promise<Screen> {
    const path = `popup.html?tab=${tab.id}`;
    // A tab may be closing while they are looked through.
    const pages = await waitFor('the open tabs', () => openPages(this.launched));
    const known = new Set(pages.map(({ page }) => page));
    await this.extension.call('windows.create', {
      url: `${this.launched.extensionUrl}/${path}`,
      type: 'popup',
      ...POPUP_SIZE,
      ...(isPrivate && this.kind === 'firefox' ? { incognito: true } : {}),
    });
    const { page } = await waitFor('the popup', async () =>
      (await openPages(this.launched)).find((tab_) => !known.has(tab_.page) && tab_.url.endsWith(path)),
    );
    await waitFor('the popup to load', () => page.evaluate(() => document.readyState === 'complete'));
    await page.setViewport(POPUP_SIZE);
    // Names that come late take more room than was kept: what is below moves under the pointer.
    await waitFor('the popup to settle', () =>
      page.evaluate(
        () =>
          document.querySelector('main.popup') !== null &&
          document.querySelector('.key-quotes--coming') === null,
      ),
    );
    return Screen.of(page);
  }

  /** Saves the article of a tab once it has been read, as the key does: opening the popup for it takes seconds. */
  async save(tab: Tab): Promise<void> {
    await this.report(tab);
    const message = { offprint: 'background', type: 'article/save', data: { tabId: tab.id } };
    const reply = await this.extension.call<{ value?: SaveOutcome }>('runtime.sendMessage', message);
    if (reply.value?.ok !== true) throw new Error(`not saved: ${JSON.stringify(reply)}`);
  }

  /**
   * A tab of the extension's that was opened by itself, such as the reader after "Read".
   *
   * @throws Error that names the tabs there are instead
   */
  async openedPage(path: RegExp): Promise<Screen> {
    let met: string[] = [];
    const { page } = await waitFor(`a tab at ${path}`, async () => {
      const open = await openPages(this.launched);
      met = open.map(({ url }) => url);
      return open.find(({ url }) => url.startsWith(this.launched.extensionUrl) && path.test(url));
    }).catch((cause: unknown) => {
      throw new Error(`no tab at ${path}, but ${met.join(', ')}`, { cause });
    });
    return Screen.of(page);
  }
}
