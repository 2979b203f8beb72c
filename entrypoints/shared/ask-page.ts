import type { NoAccessReason } from '../../components/popup/PopupMessages.tsx';
import { isSameDocument } from '../../utils/article/metadata/page-address.ts';
import type { Article, Verdict } from '../../utils/article/types.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { GateAnswer, PageReport } from '../../utils/messaging/protocol.ts';
import { sendToBackground, sendToTab } from '../../utils/messaging/send.ts';
import type { TabInfo } from '../../utils/platform/active-tab.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { hasAccessEverywhere } from '../../utils/platform/site-access.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import { otherSiteOf, overrideFor, siteSettings } from '../../utils/settings/site-settings.ts';
import type { PageQuotes } from './quotes/page-quotes.ts';

/** Who says what on a page: the quotes, or the words that are quoted while it is being worked out by whom. */
export type SaidHere = PageQuotes & {
  /** Null once the quotes are there. */
  coming: readonly Quotation[] | null;
  /** The quotes take so long that the article is shown without them. */
  isLate: boolean;
};

/**
 * What is waited for: the page to be read; its text to follow its address; the page to answer, as its thread is busy.
 */
export type ReadingReason = 'reading' | 'following' | 'busy';

/** What a screen knows about the page of a tab. */
export type PageKnowledge =
  | { kind: 'loading' }
  | { kind: 'reading'; tab: TabInfo; reason: ReadingReason }
  /** `canonicalUrl`: see `siteOff`. */
  | {
      kind: 'article';
      tab: TabInfo;
      report: PageReport & { article: Article };
      said: SaidHere;
      canonicalUrl: string | null;
    }
  /** `isSaid`: it was read as an article because the user said that it is one. */
  | { kind: 'failed'; tab: TabInfo; message: string; isSaid?: boolean }
  | { kind: 'notArticle'; tab: TabInfo; verdict: Verdict }
  /**
   * `canonicalUrl`: where the page says it is at home, if that is another host of the same owner's; `off`: the one or
   * two of its addresses whose sites are switched off.
   */
  | { kind: 'siteOff'; tab: TabInfo; canonicalUrl: string | null; off: string[] }
  | { kind: 'noAccess'; tab: TabInfo | null; reason: NoAccessReason };

/** Null where no script of ours answers. */
async function orNull<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof NoReceiverError) return null;
    throw error;
  }
}

const NOTHING_YET: SaidHere = { quotes: [], voices: [], error: null, coming: [], isLate: false };

/** Where a tab is: as the browser knows it, or where it does not say, as our script there does. */
const whereIs = (tab: TabInfo, answer: { url: string }): string => (tab.url === '' ? answer.url : tab.url);

async function readReport(tab: TabInfo, report: PageReport): Promise<PageKnowledge> {
  const { article } = report;
  // The browser knows where the tab is. An application may be on its way from one page to the next; and whoever took
  // the page's process over may say anything.
  const isElsewhere =
    URL.canParse(tab.url) && URL.canParse(report.url) && !isSameDocument(tab.url, report.url);
  if (isElsewhere || report.isStale === true) return { kind: 'reading', tab, reason: 'following' };
  if (article !== null) {
    const canonicalUrl = await otherSiteOf(whereIs(tab, report), report.canonicalUrl ?? null);
    return { kind: 'article', tab, report: { ...report, article }, said: NOTHING_YET, canonicalUrl };
  }
  if (report.state === 'failed') {
    return {
      kind: 'failed',
      tab,
      message: report.error ?? '',
      isSaid: report.verdict.reason === 'userSaysYes',
    };
  }
  return { kind: 'reading', tab, reason: 'reading' };
}

async function readVerdict(tab: TabInfo, answer: GateAnswer): Promise<PageKnowledge> {
  const settings = await loadSettings();
  const url = whereIs(tab, answer);
  // Anybody may name any address, and the user would switch on what is somebody else's.
  const canonicalUrl = await otherSiteOf(url, answer.canonicalUrl ?? null);
  const off = [url, canonicalUrl ?? url].filter((one) => siteSettings(settings, one).off === true);
  if (off.length > 0) return { kind: 'siteOff', tab, canonicalUrl, off: [...new Set(off)] };
  const said = overrideFor(settings, answer.url);
  if (said === 'not-article') {
    return { kind: 'notArticle', tab, verdict: { isArticle: false, reason: 'userSaysNo', score: 0 } };
  }
  // The gate says yes, and the background is putting the assistant there at this moment.
  if (answer.verdict.isArticle || said === 'article') return { kind: 'reading', tab, reason: 'reading' };
  if (answer.isComing === true) return { kind: 'reading', tab, reason: 'following' };
  return { kind: 'notArticle', tab, verdict: answer.verdict };
}

/**
 * Whether no script of ours can run there. A browser may never answer for pages of its own, such as the source of
 * another; it tells the address of all but those where the user lets us in everywhere.
 */
async function isClosed(url: string): Promise<boolean> {
  return url === '' ? hasAccessEverywhere() : !/^(?:https?|file):/.test(url);
}

async function whyClosed(url: string): Promise<NoAccessReason> {
  if (url.startsWith('file:')) return 'file';
  const seesAll = await hasAccessEverywhere();
  // Access would help nobody where the user has given it already.
  if (/^https?:/.test(url)) return seesAll ? 'notLoaded' : 'site';
  // No address at all: the browser tells it only of pages we may read.
  return url === '' && !seesAll ? 'onClick' : 'browserPage';
}

/**
 * Asks who is in the tab: the assistant first, then the gate, then the background to put the gate there.
 *
 * @param tab the tab, or null where there is none
 * @param waits has the assistant answer when it has read the page
 */
export async function askPage(tab: TabInfo | null, waits = false): Promise<PageKnowledge> {
  if (tab === null || (await isClosed(tab.url))) return { kind: 'noAccess', tab, reason: 'browserPage' };
  const report = await orNull(sendToTab(tab.id, 'page/report', { html: false, waits }));
  if (report !== null) return readReport(tab, report);
  const answer =
    (await orNull(sendToTab(tab.id, 'gate/ask', null))) ??
    (await orNull(sendToBackground('page/ask', { tabId: tab.id })));
  if (answer !== null) return readVerdict(tab, answer);
  return { kind: 'noAccess', tab, reason: await whyClosed(tab.url) };
}
