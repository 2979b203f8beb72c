import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BadMessageError } from '../../utils/messaging/envelope.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { findActiveTab, findTab, type TabInfo, watchTabs } from '../../utils/platform/active-tab.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import type { Quote, QuoteQuestion } from '../../utils/quotes/types.ts';
import { askPage, type PageKnowledge, type SaidHere } from './ask-page.ts';
import { askForQuotes } from './quotes/ask-quotes.ts';
import { quotePage } from './quotes/page-quotes.ts';
import { KNOWN_TOGETHER_MS, TOGETHER_MS } from './quotes/patience.ts';

/** When a screen says that reading takes long. */
const SLOW_MS = 2500;
/** When a screen says that the page is busy; an idle page answers within a few ms. */
const BUSY_MS = 800;
/** How long an article stays on screen while its page navigates: most arrive sooner. */
const HOLD_MS = 250;
/** Interval of questions to a navigating page, since nothing announces that no text comes. */
const FOLLOW_MS = 1000;
/** When the assistant is no longer expected. */
const GIVE_UP_MS = 15_000;

export interface WatchedPage {
  page: PageKnowledge;
  /** The page as it is to be shown: an article appears together with its quotes unless they take long. */
  shown: PageKnowledge;
  /** Whether reading takes longer than usual. */
  isSlow: boolean;
  /** Asks the page again. */
  refresh: () => void;
}

type ArticleHere = Extract<PageKnowledge, { kind: 'article' }>;

/** Passes on an article at once, and again as its quotes arrive. A complete one that is shown stays until then. */
async function tellWithQuotes(
  article: ArticleHere,
  tell: (next: (before: PageKnowledge) => PageKnowledge) => void,
): Promise<void> {
  let said = article.said;
  const tellMore = (more: Partial<SaidHere>): void => {
    said = { ...said, ...more };
    tell((before) => {
      const isWhole =
        before.kind === 'article' && before.said.coming === null && before.report.url === article.report.url;
      return isWhole && said.coming !== null ? before : { ...article, said };
    });
  };
  tellMore({});
  const patience = article.report.known === null ? TOGETHER_MS : KNOWN_TOGETHER_MS;
  const timer = setTimeout(() => tellMore({ isLate: true }), patience);
  const ask = (question: QuoteQuestion): Promise<Quote[]> =>
    askForQuotes(question, (coming) => tellMore({ coming }));
  const quotes = await quotePage(article.tab.id, article.report, ask);
  clearTimeout(timer);
  tellMore({ ...quotes, coming: null });
}

/** An article without its quotes is shown only if they are late. */
const isWorthShowing = (page: PageKnowledge): boolean =>
  page.kind !== 'article' || page.said.coming === null || page.said.isLate;

function tabOf(page: PageKnowledge): TabInfo | null {
  return page.kind === 'loading' ? null : page.tab;
}

/** The tab named in the page's own address, for popups opened as tabs; null means the active one. */
export function tabInAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : null;
}

/**
 * Follows the state of a tab's page.
 *
 * @param follows whether to follow the user to other tabs
 */
export function useWatchedPage(follows: boolean): WatchedPage {
  const [page, setPage] = useState<PageKnowledge>({ kind: 'loading' });
  const [isSlow, setSlow] = useState(false);
  const turn = useRef(0);
  const tabId = useRef<number | null>(null);
  const kind = useRef(page.kind);
  kind.current = page.kind;

  const askAgain = useCallback((waits: boolean) => {
    turn.current += 1;
    const mine = turn.current;
    const wanted = tabInAddress();
    let found: Awaited<ReturnType<typeof findActiveTab>> = null;
    const ask = async (): Promise<void> => {
      const tab = await (wanted === null ? findActiveTab() : findTab(wanted));
      found = tab;
      tabId.current = tab?.id ?? null;
      const busy = setTimeout(() => {
        if (tab === null || mine !== turn.current) return;
        setPage((before) => (before.kind === 'loading' ? { kind: 'reading', tab, reason: 'busy' } : before));
      }, BUSY_MS);
      const answer = await askPage(tab, waits).finally(() => clearTimeout(busy));
      // Only the answer to the latest question counts.
      const tell: typeof setPage = (next) => {
        if (mine === turn.current) setPage(next);
      };
      const isOnTheWay = answer.kind === 'reading' && answer.reason === 'following';
      if (answer.kind === 'article') await tellWithQuotes(answer, tell);
      else if (isOnTheWay && kind.current === 'article') setTimeout(() => tell(answer), HOLD_MS);
      else tell(answer);
    };
    ask().catch((error: unknown) => {
      console.error('offprint: page not asked', error);
      const isBad = error instanceof BadMessageError;
      const message = isBad
        ? readMessage('reportInvalid')
        : error instanceof Error
          ? error.message
          : String(error);
      if (mine !== turn.current) return;
      setPage((before) => {
        const tab = ('tab' in before ? before.tab : null) ?? found;
        return tab === null ? before : { kind: 'failed', tab, message };
      });
    });
  }, []);
  const refresh = useCallback(() => askAgain(false), [askAgain]);

  // Before the first frame, which waits for the answer.
  useLayoutEffect(() => {
    const life = new AbortController();
    const isOurs = (id: number | null): boolean => id === null || id === tabId.current;
    listen('page/changed', (event) => isOurs(event.tabId) && refresh(), life.signal);
    listen('page/left', (event) => isOurs(event.tabId) && refresh(), life.signal);
    watchTabs((id, isSwitch) => {
      if (isSwitch ? follows && tabInAddress() === null : id === tabId.current) refresh();
    }, life.signal);
    refresh();
    return () => life.abort();
  }, [follows, refresh]);

  useEffect(() => {
    setSlow(false);
    if (page.kind !== 'reading') return;
    const { tab, reason } = page;
    // An assistant answers when it has read the page; one that is starting announces that.
    if (reason === 'reading') askAgain(true);
    const ask = reason === 'following' ? setInterval(refresh, FOLLOW_MS) : undefined;
    const slow = setTimeout(() => setSlow(true), SLOW_MS);
    const giveUp = setTimeout(() => {
      // A busy page was asked and may still answer.
      if (reason !== 'busy') turn.current += 1;
      setPage({ kind: 'failed', tab, message: readMessage('readingGaveUp') });
    }, GIVE_UP_MS);
    return () => {
      clearInterval(ask);
      clearTimeout(slow);
      clearTimeout(giveUp);
    };
  }, [page.kind, page.kind === 'reading' ? page.reason : null, tabOf(page)?.url, askAgain, refresh]);

  const worthy = useRef<PageKnowledge>(page);
  if (isWorthShowing(page)) worthy.current = page;
  return { page, shown: worthy.current, isSlow, refresh };
}
