import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/** So many loads of one page, in so many ms, are the page's own doing. */
const MOST_LOADS = 4;
const WITHIN_MS = 15_000;
/** How long such a page is left alone, in ms. */
const LEFT_MS = 10 * 60_000;

interface Loads {
  url: string;
  /** Each load by when the page says it was opened, and when we heard of it, in ms since 1970; the latest last. */
  seen: { opened: number; at: number }[];
  leftUntil: number;
}

/** By tab. A stopped background forgets, and counts again. */
const tabs = new Map<number, Loads>();
const MOST_TABS = 200;

/** Counts a load of the page in a tab, once however often the page asks. */
export async function countLoad(
  { opened }: BackgroundMessages['page/loaded']['request'],
  { tabId, url }: Sender,
  now = Date.now(),
): Promise<BackgroundMessages['page/loaded']['response']> {
  if (tabId === null) return { keepsLoading: false };
  const page = url.replace(/#.*$/, '');
  const before = tabs.get(tabId);
  const loads: Loads = before?.url === page ? before : { url: page, seen: [], leftUntil: 0 };
  // The clock of a page may differ from ours: its time tells loads apart, and ours how long ago they were.
  if (!loads.seen.some((load) => load.opened === opened)) loads.seen.push({ opened, at: now });
  loads.seen = loads.seen.filter(({ at }) => now - at < WITHIN_MS).slice(-MOST_LOADS);
  if (loads.seen.length >= MOST_LOADS) loads.leftUntil = now + LEFT_MS;
  tabs.delete(tabId);
  tabs.set(tabId, loads);
  const [oldest] = tabs.keys();
  if (tabs.size > MOST_TABS && oldest !== undefined) tabs.delete(oldest);
  return { keepsLoading: now < loads.leftUntil };
}
