import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useElapsedThreshold } from '../../components/ui/hooks/use-elapsed-threshold.ts';
import { BadMessageError } from '../../utils/messaging/envelope.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { findActiveTab, findTab, type TabInfo, watchTabs } from '../../utils/platform/active-tab.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { askForQuotes } from './quotes/find-quotes-in-worker.ts';
import { quotePage } from './quotes/page-quotes.ts';
import { type PageInTab, readPageState } from './read-page-state.ts';

/**
 * How long an article is held back, so that it appears together with its quotes. A worker takes 25 ms to start and 60 ms for
 * its first answer, and the popup starts it before its own scripts are loaded.
 */
const QUOTES_WAIT_MS = 50;
/** The same if the page has cached its quotes, so that only corrections have to be read from the library. */
const KNOWN_QUOTES_WAIT_MS = 400;
/** How long the previous article is shown while a single-page app navigates; most navigations are faster. */
const HOLD_MS = 250;
/** Time after which the screen says that the page is busy; an idle page answers within a few ms. */
const BUSY_MS = 800;
/** Time after which the screen says that reading takes long. */
const SLOW_MS = 2500;
/** Polling interval while a page navigates, because no event reports that it has no article. */
const POLL_MS = 1000;
/** Time after which we no longer wait for the assistant. */
const GIVE_UP_MS = 15_000;

/** Whether to poll a navigating page after this time. */
const isPollTime = (ms: number): boolean => ms > 0 && ms < GIVE_UP_MS && ms % POLL_MS === 0;

const THRESHOLDS_MS = [
  ...[QUOTES_WAIT_MS, HOLD_MS, KNOWN_QUOTES_WAIT_MS, BUSY_MS, SLOW_MS],
  ...Array.from({ length: GIVE_UP_MS / POLL_MS }, (_, index) => (index + 1) * POLL_MS),
].sort((a, b) => a - b);

export interface WatchedPage {
  page: PageInTab;
  /** The page to show; like `page`, but an article is held back until its quotes are known, unless that takes long. */
  shown: PageInTab;
  /** Reads the page's state again. */
  refresh: () => void;
}

/** Identifies what we are waiting for, so that a new wait restarts the time; null if everything is known. */
function describeWait(page: PageInTab): string | null {
  if (page.kind === 'loading') return 'answer';
  if (page.kind === 'reading') return `${page.wait} ${page.tab.id} ${page.tab.url}`;
  return page.kind === 'article' && page.pendingQuotations !== null ? `quotes of ${page.url}` : null;
}

/** The page's state, adjusted to the time waited. @param before the previous state */
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

/** Whether a page may replace the one on screen. An article without its quotes may only after the wait. */
function mayReplaceShown(page: PageInTab, waitedMs: number): boolean {
  if (page.kind !== 'article' || page.pendingQuotations === null) return true;
  return waitedMs >= (page.known === null ? QUOTES_WAIT_MS : KNOWN_QUOTES_WAIT_MS);
}

/** The id in `?tab=` of this page's URL, for popups opened as a window or tab; null means the active tab. */
export function tabIdFromUrl(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : null;
}

/** Reads the state of a tab's page and reports it at once, and again as quotes arrive. */
async function readPageAndQuotes(tab: TabInfo | null, waits: boolean, report: (page: PageInTab) => void) {
  const page = await readPageState(tab, waits);
  report(page);
  if (page.kind !== 'article') return;
  const { quotes, voices, error } = await quotePage(page.tab.id, page, (question) =>
    askForQuotes(question, (pendingQuotations) => report({ ...page, pendingQuotations })),
  );
  const article = { ...page.article, quotes, voices };
  report({ ...page, article, pendingQuotations: null, error: page.error ?? error });
}

/** Whether to keep showing a complete article, because the new state of the same page has no quotes yet. */
function mustKeep(before: PageInTab, next: PageInTab): boolean {
  if (before.kind !== 'article' || next.kind !== 'article' || before.url !== next.url) return false;
  return before.pendingQuotations === null && next.pendingQuotations !== null;
}

/**
 * Observes the state of a tab's page.
 *
 * @param follows whether to change to another tab when the user does
 */
export function useWatchedPage(follows: boolean): WatchedPage {
  const [state, setState] = useState<PageInTab>({ kind: 'loading', tab: null });
  const requestId = useRef(0);
  const tabId = useRef<number | null>(null);

  const readAgain = useCallback((waits: boolean) => {
    requestId.current += 1;
    const ownId = requestId.current;
    // Ignores answers to earlier requests.
    const report = (next: PageInTab): void => {
      if (ownId === requestId.current) setState((before) => (mustKeep(before, next) ? before : next));
    };
    let found: TabInfo | null = null;
    const read = async (): Promise<void> => {
      const tabIdInUrl = tabIdFromUrl();
      const tab = await (tabIdInUrl === null ? findActiveTab() : findTab(tabIdInUrl));
      found = tab;
      tabId.current = tab?.id ?? null;
      setState((before) => (before.kind === 'loading' ? { kind: 'loading', tab } : before));
      await readPageAndQuotes(tab, waits, report);
    };
    read().catch((error: unknown) => {
      console.error('offprint: page not asked', error);
      const detail = error instanceof Error ? error.message : String(error);
      const message = error instanceof BadMessageError ? readMessage('reportInvalid') : detail;
      if (ownId !== requestId.current) return;
      setState((before) => {
        const tab = before.tab ?? found;
        return tab === null ? before : { kind: 'failed', tab, message };
      });
    });
  }, []);
  const refresh = useCallback(() => readAgain(false), [readAgain]);

  // A layout effect, because the first frame waits for the answer.
  useLayoutEffect(() => {
    const controller = new AbortController();
    const isThisTab = (id: number | null): boolean => id === null || id === tabId.current;
    listen('page/changed', (_, from) => isThisTab(from) && refresh(), controller.signal);
    listen('page/left', (_, from) => isThisTab(from) && refresh(), controller.signal);
    watchTabs((id, isSwitch) => {
      if (isSwitch ? follows && tabIdFromUrl() === null : id === tabId.current) refresh();
    }, controller.signal);
    refresh();
    return () => controller.abort();
  }, [follows, refresh]);

  const waitKey = describeWait(state);
  const waitedMs = useElapsedThreshold(waitKey, THRESHOLDS_MS);
  const wait = state.kind === 'reading' ? state.wait : null;
  useEffect(() => {
    // Resolves when the assistant has read the page. If it is still starting, an event will report it.
    if (wait === 'reading') readAgain(true);
  }, [wait, waitKey, readAgain]);
  useEffect(() => {
    if (wait === 'following' && isPollTime(waitedMs)) refresh();
  }, [wait, waitedMs, refresh]);

  const lastPage = useRef<PageInTab>(state);
  const page = afterWait(state, waitedMs, lastPage.current);
  lastPage.current = page;
  const shown = useRef<PageInTab>(page);
  if (mayReplaceShown(page, waitedMs)) shown.current = page;
  return { page, shown: shown.current, refresh };
}
