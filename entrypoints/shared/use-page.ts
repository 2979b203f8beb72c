import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BadMessageError } from '../../utils/messaging/errors.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { findActiveTab, findTab, type TabInfo, watchTabs } from '../../utils/platform/active-tab.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { askPage, type PageKnowledge } from './ask-page.ts';

/**
 * While the assistant is on its way: it tells us when it has read the page, and we look now and then in case it could
 * not; and when a screen says that it takes long. In ms.
 */
const LOOK_MS = 1000;
const SLOW_MS = 2500;
/** After this the assistant is not coming any more, in ms. */
const GIVE_UP_MS = 15_000;

export interface WatchedPage {
  page: PageKnowledge;
  /** Reading takes longer than usual. */
  isSlow: boolean;
  /** Asks again. */
  refresh: () => void;
}

function tabOf(page: PageKnowledge): TabInfo | null {
  return page.kind === 'loading' ? null : page.tab;
}

/** The tab named in the page's own address, for popups that are opened as tabs; null means the active one. */
export function tabInAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : null;
}

/**
 * Keeps up with the page of a tab.
 *
 * @param follows true to go along when the user switches tabs
 */
export function useWatchedPage(follows: boolean): WatchedPage {
  const [page, setPage] = useState<PageKnowledge>({ kind: 'loading' });
  const [isSlow, setSlow] = useState(false);
  const turn = useRef(0);
  const tabId = useRef<number | null>(null);

  const refresh = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const wanted = tabInAddress();
    const ask = async (): Promise<void> => {
      const tab = await (wanted === null ? findActiveTab() : findTab(wanted));
      tabId.current = tab?.id ?? null;
      const answer = await askPage(tab);
      // Asked again meanwhile: the later answer counts.
      if (mine === turn.current) setPage(answer);
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
      setPage((before) =>
        'tab' in before && before.tab !== null ? { kind: 'failed', tab: before.tab, message } : before,
      );
    });
  }, []);

  // Not after the first frame: the answer decides when there is one to see.
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
    const { tab } = page;
    const look = setInterval(refresh, LOOK_MS);
    const slow = setTimeout(() => setSlow(true), SLOW_MS);
    const giveUp = setTimeout(() => {
      turn.current += 1;
      setPage({ kind: 'failed', tab, message: readMessage('readingGaveUp') });
    }, GIVE_UP_MS);
    return () => {
      clearInterval(look);
      clearTimeout(slow);
      clearTimeout(giveUp);
    };
  }, [page.kind, tabOf(page)?.url, refresh]);

  return { page, isSlow, refresh };
}
