import type { NoAccessReason } from '../../components/popup/PopupMessages.tsx';
import type { ShownPage } from '../../components/popup/shown-page.ts';
import { isSameDocument } from '../../utils/article/metadata/page-address.ts';
import type { Article } from '../../utils/article/types.ts';
import type { HiddenItem } from '../../utils/clutter/types.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { GateReport, PageReport } from '../../utils/messaging/protocol.ts';
import { sendToBackground, sendToTab } from '../../utils/messaging/send.ts';
import type { TabInfo } from '../../utils/platform/active-tab.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { hasFullAccess } from '../../utils/platform/site-access.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import { findCanonicalSite, findOverride, getSiteSettings } from '../../utils/settings/site-settings.ts';
import type { PageQuotes } from './quotes/page-quotes.ts';

/** The tab's report on an article, with its quotes. */
interface ArticleInTab extends Omit<PageReport, 'article' | 'canonicalUrl' | 'hidden'> {
  hidden: readonly HiddenItem[];
  article: Article & Pick<PageQuotes, 'quotes' | 'voices'>;
  /** Null once the quotes have been found. */
  pendingQuotations: readonly Quotation[] | null;
  /** The canonical address, if it is on another host of the same owner. */
  canonicalUrl: string | null;
}

/** What popup and side panel know about the page of a tab. */
export type PageInTab = ShownPage<TabInfo, ArticleInTab>;

/** Null if none of our scripts answers. */
async function orNull<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof NoReceiverError) return null;
    throw error;
  }
}

/** The address of a tab, by the browser or, if that does not reveal it, by our script there. */
const whereIs = (tab: TabInfo, answer: { url: string }): string => (tab.url === '' ? answer.url : tab.url);

async function readReport(tab: TabInfo, report: PageReport): Promise<PageInTab> {
  const { article } = report;
  // The browser's address decides: an application may be navigating, and a compromised page process may report anything.
  const isElsewhere =
    URL.canParse(tab.url) && URL.canParse(report.url) && !isSameDocument(tab.url, report.url);
  if (isElsewhere || report.isStale === true) return { kind: 'reading', tab, wait: 'following' };
  if (article !== null) {
    const canonicalUrl = await findCanonicalSite(whereIs(tab, report), report.canonicalUrl ?? null);
    const unquoted = { ...article, quotes: [], voices: [] };
    return { kind: 'article', tab, ...report, article: unquoted, pendingQuotations: [], canonicalUrl };
  }
  if (report.state === 'failed') {
    return {
      kind: 'failed',
      tab,
      message: report.error ?? '',
      isUserDecision: report.verdict.reason === 'userSaysYes',
    };
  }
  return { kind: 'reading', tab, wait: 'reading' };
}

async function readVerdict(tab: TabInfo, answer: GateReport): Promise<PageInTab> {
  const settings = await loadSettings();
  const url = whereIs(tab, answer);
  // A page may claim any address, and the user would switch on someone else's site.
  const canonicalUrl = await findCanonicalSite(url, answer.canonicalUrl ?? null);
  const off = [url, canonicalUrl ?? url].filter((one) => getSiteSettings(settings, one).off === true);
  if (off.length > 0) return { kind: 'siteOff', tab, canonicalUrl, addresses: [...new Set(off)] };
  const said = findOverride(settings, answer.url);
  if (said === 'not-article') {
    return { kind: 'notArticle', tab, verdict: { isArticle: false, reason: 'userSaysNo', score: 0 } };
  }
  // The gate has confirmed an article, and the background is injecting the assistant.
  if (answer.verdict.isArticle || said === 'article') return { kind: 'reading', tab, wait: 'reading' };
  if (answer.isComing === true) return { kind: 'reading', tab, wait: 'following' };
  return { kind: 'notArticle', tab, verdict: answer.verdict };
}

/**
 * Whether none of our scripts can run at an address. Browsers may never answer for their own pages, such as a page's
 * source; they reveal the address of all others if the user granted access everywhere.
 */
async function isClosed(url: string): Promise<boolean> {
  return url === '' ? hasFullAccess() : !/^(?:https?|file):/.test(url);
}

async function whyClosed(url: string): Promise<NoAccessReason> {
  if (url.startsWith('file:')) return 'file';
  const seesAll = await hasFullAccess();
  // Granting access does not help if it was granted already.
  if (/^https?:/.test(url)) return seesAll ? 'notLoaded' : 'site';
  // The browser reveals addresses only of pages we may read.
  return url === '' && !seesAll ? 'onClick' : 'browserPage';
}

/**
 * Asks the assistant in the tab, or else the gate, or else the background, which injects the gate.
 *
 * @param tab null if there is none
 * @param waits whether the assistant answers only when it has read the page
 */
export async function askPage(tab: TabInfo | null, waits = false): Promise<PageInTab> {
  if (tab === null || (await isClosed(tab.url))) return { kind: 'noAccess', tab, reason: 'browserPage' };
  const report = await orNull(sendToTab(tab.id, 'page/report', { html: false, waits }));
  if (report !== null) return readReport(tab, report);
  const answer =
    (await orNull(sendToTab(tab.id, 'gate/ask', null))) ??
    (await orNull(sendToBackground('page/ask', { tabId: tab.id })));
  if (answer !== null) return readVerdict(tab, answer);
  return { kind: 'noAccess', tab, reason: await whyClosed(tab.url) };
}
