import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useElapsedThreshold } from '../../components/ui/hooks/use-elapsed-threshold.ts';
import { BadMessageError } from '../../utils/messaging/envelope.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { findActiveTab, findTab, type TabInfo, watchTabs } from '../../utils/platform/active-tab.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { askPage, type PageInTab } from './ask-page.ts';
import { askForQuotes } from './quotes/ask-quotes.ts';
import { quotePage } from './quotes/page-quotes.ts';

/**
 * How long an article waits for its quotes, so that both appear together, in ms. A worker takes 25 ms to start and 60 ms for
 * its first answer; the popup starts it before its own scripts are loaded.
 */
const TOGETHER_MS = 50;
/** The same if the page has the quotes already, and only the library is read. */
const KNOWN_TOGETHER_MS = 400;
/** How long an article stays on screen while its page navigates: most arrive sooner. */
const HOLD_MS = 250;
/** When a screen says that the page is busy; an idle page answers within a few ms. */
const BUSY_MS = 800;
/** When a screen says that reading takes long. */
const SLOW_MS = 2500;
/** Interval of questions to a navigating page, since nothing announces that no text comes. */
const FOLLOW_MS = 1000;
/** When the assistant is no longer expected. */
const GIVE_UP_MS = 15_000;

/** Whether it is time to ask a navigating page again. */
const isFollowTime = (ms: number): boolean => ms > 0 && ms < GIVE_UP_MS && ms % FOLLOW_MS === 0;

const MOMENTS = [
  ...[TOGETHER_MS, HOLD_MS, KNOWN_TOGETHER_MS, BUSY_MS, SLOW_MS],
  ...Array.from({ length: GIVE_UP_MS / FOLLOW_MS }, (_, index) => (index + 1) * FOLLOW_MS),
].sort((a, b) => a - b);

export interface WatchedPage {
  page: PageInTab;
  /** The page as it is to be shown: an article appears together with its quotes unless they take long. */
  shown: PageInTab;
  /** Asks the page again. */
  refresh: () => void;
}

/** What the page is waited for; null if everything is known. */
function awaited(page: PageInTab): string | null {
  if (page.kind === 'loading') return 'answer';
  if (page.kind === 'reading') return `${page.wait} ${page.tab.id} ${page.tab.url}`;
  return page.kind === 'article' && page.pendingQuotations !== null ? `quotes of ${page.url}` : null;
}

/** The page after waiting for it. @param before the page shown until now */
function afterWait(page: PageInTab, waitedMs: number, before: PageInTab): PageInTab {
  const { kind } = page;
  if (kind !== 'loading' && kind !== 'reading') return page;
  const { tab } = page;
  if (tab === null) return page;
  if (waitedMs >= GIVE_UP_MS) return { kind: 'failed', tab, message: readMessage('readingGaveUp') };
  if (kind === 'loading') return waitedMs >= BUSY_MS ? { kind: 'reading', tab, wait: 'busy' } : page;
  if (page.wait === 'following') return before.kind === 'article' && waitedMs < HOLD_MS ? before : page;
  return waitedMs >= SLOW_MS ? { ...page, wait: 'slow' } : page;
}

/** Whether a page may replace the one that is shown: an article without its quotes only if they are late. */
function isWorthShowing(page: PageInTab, waitedMs: number): boolean {
  if (page.kind !== 'article' || page.pendingQuotations === null) return true;
  return waitedMs >= (page.known === null ? TOGETHER_MS : KNOWN_TOGETHER_MS);
}

/** The tab named in the page's own address, for popups opened as tabs; null means the active one. */
export function tabInAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : null;
}

/** Asks a tab's page, and tells what is known of it: at once, and again as quotes arrive. */
async function followAnswer(tab: TabInfo | null, waits: boolean, tell: (page: PageInTab) => void) {
  const page = await askPage(tab, waits);
  tell(page);
  if (page.kind !== 'article') return;
  const { quotes, voices, error } = await quotePage(page.tab.id, page, (question) =>
    askForQuotes(question, (pendingQuotations) => tell({ ...page, pendingQuotations })),
  );
  const article = { ...page.article, quotes, voices };
  tell({ ...page, article, pendingQuotations: null, error: page.error ?? error });
}

/** A complete article that is known stays until the new one is complete. */
function isComplete(before: PageInTab, next: PageInTab): boolean {
  if (before.kind !== 'article' || next.kind !== 'article' || before.url !== next.url) return false;
  return before.pendingQuotations === null && next.pendingQuotations !== null;
}

/**
 * Follows the state of a tab's page.
 *
 * @param follows whether to follow the user to other tabs
 */
export function useWatchedPage(follows: boolean): WatchedPage {
  const [answer, setAnswer] = useState<PageInTab>({ kind: 'loading', tab: null });
  const turn = useRef(0);
  const tabId = useRef<number | null>(null);

  const askAgain = useCallback((waits: boolean) => {
    turn.current += 1;
    const mine = turn.current;
    // Only the answer to the latest question counts.
    const tell = (next: PageInTab): void => {
      if (mine === turn.current) setAnswer((before) => (isComplete(before, next) ? before : next));
    };
    let found: TabInfo | null = null;
    const ask = async (): Promise<void> => {
      const wanted = tabInAddress();
      const tab = await (wanted === null ? findActiveTab() : findTab(wanted));
      found = tab;
      tabId.current = tab?.id ?? null;
      setAnswer((before) => (before.kind === 'loading' ? { kind: 'loading', tab } : before));
      await followAnswer(tab, waits, tell);
    };
    ask().catch((error: unknown) => {
      console.error('offprint: page not asked', error);
      const detail = error instanceof Error ? error.message : String(error);
      const message = error instanceof BadMessageError ? readMessage('reportInvalid') : detail;
      if (mine !== turn.current) return;
      setAnswer((before) => {
        const tab = before.tab ?? found;
        return tab === null ? before : { kind: 'failed', tab, message };
      });
    });
  }, []);
  const refresh = useCallback(() => askAgain(false), [askAgain]);

  // Before the first frame, which waits for the answer.
  useLayoutEffect(() => {
    const life = new AbortController();
    const isOurs = (id: number | null): boolean => id === null || id === tabId.current;
    listen('page/changed', (_, from) => isOurs(from) && refresh(), life.signal);
    listen('page/left', (_, from) => isOurs(from) && refresh(), life.signal);
    watchTabs((id, isSwitch) => {
      if (isSwitch ? follows && tabInAddress() === null : id === tabId.current) refresh();
    }, life.signal);
    refresh();
    return () => life.abort();
  }, [follows, refresh]);

  const subject = awaited(answer);
  const waitedMs = useElapsedThreshold(subject, MOMENTS);
  const wait = answer.kind === 'reading' ? answer.wait : null;
  useEffect(() => {
    // An assistant answers when it has read the page; one that is starting announces that.
    if (wait === 'reading') askAgain(true);
  }, [wait, subject, askAgain]);
  useEffect(() => {
    if (wait === 'following' && isFollowTime(waitedMs)) refresh();
  }, [wait, waitedMs, refresh]);

  const last = useRef<PageInTab>(answer);
  const page = afterWait(answer, waitedMs, last.current);
  last.current = page;
  const shown = useRef<PageInTab>(page);
  if (isWorthShowing(page, waitedMs)) shown.current = page;
  return { page, shown: shown.current, refresh };
}
