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
  /** Quotations whose speakers are still being determined; null once the quotes have been found. */
  pendingQuotations: readonly Quotation[] | null;
  /** The canonical address, if it is on another host of the same owner. */
  canonicalUrl: string | null;
}

/** The state of a tab's page, as the popup and the side panel show it. */
export type PageInTab = ShownPage<TabInfo, ArticleInTab>;

/** Awaits an answer; null if none of our scripts runs in the tab. */
async function answerOrNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NoReceiverError) return null;
    throw error;
  }
}

/** The address of a tab; if the browser does not reveal it, the one that our script reports. */
const resolveUrl = (tab: TabInfo, answer: { url: string }): string => (tab.url === '' ? answer.url : tab.url);

async function readReport(tab: TabInfo, report: PageReport): Promise<PageInTab> {
  const { article } = report;
  // The browser's address is authoritative: a single-page app may be navigating, and a compromised page may lie.
  const hasNavigated =
    URL.canParse(tab.url) && URL.canParse(report.url) && !isSameDocument(tab.url, report.url);
  if (hasNavigated || report.isStale === true) return { kind: 'reading', tab, wait: 'following' };
  if (article !== null) {
    const canonicalUrl = await findCanonicalSite(resolveUrl(tab, report), report.canonicalUrl ?? null);
    const articleWithoutQuotes = { ...article, quotes: [], voices: [] };
    return {
      kind: 'article',
      tab,
      ...report,
      article: articleWithoutQuotes,
      pendingQuotations: [],
      canonicalUrl,
    };
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
  const url = resolveUrl(tab, answer);
  // A page may claim any canonical address, so one of another owner must not be offered to be switched on.
  const canonicalUrl = await findCanonicalSite(url, answer.canonicalUrl ?? null);
  const disabledUrls = [url, canonicalUrl ?? url].filter(
    (candidate) => getSiteSettings(settings, candidate).off === true,
  );
  if (disabledUrls.length > 0)
    return { kind: 'siteOff', tab, canonicalUrl, addresses: [...new Set(disabledUrls)] };
  const userOverride = findOverride(settings, answer.url);
  if (userOverride === 'not-article') {
    return { kind: 'notArticle', tab, verdict: { isArticle: false, reason: 'userSaysNo', score: 0 } };
  }
  // The gate has confirmed an article, and the background is injecting the assistant.
  if (answer.verdict.isArticle || userOverride === 'article')
    return { kind: 'reading', tab, wait: 'reading' };
  if (answer.isComing === true) return { kind: 'reading', tab, wait: 'following' };
  return { kind: 'notArticle', tab, verdict: answer.verdict };
}

/**
 * Whether our scripts can't run at an address, for instance on the browser's own pages, where messages may never be
 * answered. With access to all sites, the browser hides only the addresses of such pages.
 */
async function isInaccessible(url: string): Promise<boolean> {
  return url === '' ? hasFullAccess() : !/^(?:https?|file):/.test(url);
}

async function findNoAccessReason(url: string): Promise<NoAccessReason> {
  if (url.startsWith('file:')) return 'file';
  const hasAccess = await hasFullAccess();
  // Granting access does not help if it was granted already.
  if (/^https?:/.test(url)) return hasAccess ? 'notLoaded' : 'site';
  // The browser reveals only the addresses of pages that we may read.
  return url === '' && !hasAccess ? 'onClick' : 'browserPage';
}

/**
 * Determines the state of a tab's page by asking the assistant; if it is not running, the gate; if that is not running, the
 * background, which injects the gate.
 *
 * @param tab the tab; null if there is none
 * @param waits whether the assistant delays its answer until it has read the page
 */
export async function readPageState(tab: TabInfo | null, waits = false): Promise<PageInTab> {
  if (tab === null || (await isInaccessible(tab.url)))
    return { kind: 'noAccess', tab, reason: 'browserPage' };
  const report = await answerOrNull(sendToTab(tab.id, 'page/report', { html: false, waits }));
  if (report !== null) return readReport(tab, report);
  const answer =
    (await answerOrNull(sendToTab(tab.id, 'gate/ask', null))) ??
    (await answerOrNull(sendToBackground('page/ask', { tabId: tab.id })));
  if (answer !== null) return readVerdict(tab, answer);
  return { kind: 'noAccess', tab, reason: await findNoAccessReason(tab.url) };
}
