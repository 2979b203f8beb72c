/** Notices pages that load themselves again and again because something in them was hidden. */
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/** So many loads of one page, in so many ms, are the page's own doing, whatever they come of. */
const MOST_LOADS = 4;
const WITHIN_MS = 15_000;
/**
 * And so many in a row on a slow line, of which each but the first began so soon after something was hidden, in ms: such
 * a page looks a few times a second. A user sees what has come first, and a paper that refreshes its page does so by the
 * clock. A background that was stopped has forgotten them: loads of more than half a minute each are not noticed.
 */
const SOON_MS = 3000;
/** How long such a page is left alone, in ms. */
const LEFT_MS = 10 * 60_000;

interface Loads {
  url: string;
  /** When the page was opened last, by its own clock, in ms since 1970 as all times here. */
  opened: number;
  /** When something in it was hidden, by the same clock. */
  hidden: number[];
  /** Loads in a row that began soon after something was hidden, with the one before them. */
  row: number;
  /** When we heard of each load, the latest last. */
  heard: number[];
  leftUntil: number;
}

/** By tab. */
const tabs = new Map<number, Loads>();
const MOST_TABS = 200;
/** Moments of hiding that are remembered of a page. */
const MOST_MOMENTS = 20;

const pageOf = (url: string): string => url.replace(/#.*$/, '');

/** Counts a load of the page in a tab, once however often the page asks. */
export async function countLoad(
  { opened }: BackgroundMessages['page/loaded']['request'],
  { tabId, url }: Sender,
  now = Date.now(),
): Promise<BackgroundMessages['page/loaded']['response']> {
  if (tabId === null) return { keepsLoading: false };
  const page = pageOf(url);
  const before = tabs.get(tabId);
  const loads: Loads =
    before?.url === page
      ? before
      : { url: page, opened: Number.NaN, hidden: [], row: 0, heard: [], leftUntil: 0 };
  if (loads.opened !== opened) {
    // The clock of a page may differ from ours, which tells how long ago a load was: its times are for each other.
    // While a slow line is asked for the page once more, it is still there, and more may be hidden in it.
    const isForHidden = loads.hidden.some((at) => at <= opened && opened - at < SOON_MS);
    loads.row = isForHidden ? loads.row + 1 : 1;
    loads.opened = opened;
    loads.hidden = [];
    loads.heard.push(now);
  }
  loads.heard = loads.heard.filter((at) => now - at < WITHIN_MS).slice(-MOST_LOADS);
  if (loads.heard.length >= MOST_LOADS || loads.row >= MOST_LOADS) loads.leftUntil = now + LEFT_MS;
  tabs.delete(tabId);
  tabs.set(tabId, loads);
  const [oldest] = tabs.keys();
  if (tabs.size > MOST_TABS && oldest !== undefined) tabs.delete(oldest);
  return { keepsLoading: now < loads.leftUntil };
}

/** Something in the page of a tab was hidden: a load that begins right after it may come of that. */
export async function noteHidden(
  { opened, at }: BackgroundMessages['page/hidden']['request'],
  { tabId, url }: Sender,
): Promise<null> {
  const loads = tabId === null ? undefined : tabs.get(tabId);
  if (loads?.url !== pageOf(url) || loads.opened !== opened) return null;
  loads.hidden = [...loads.hidden, at].slice(-MOST_MOMENTS);
  return null;
}
