import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/** So many loads of one page, in so many ms, are the page's own doing. */
const MOST_LOADS = 4;
const WITHIN_MS = 15_000;
/** How long such a page is left alone, in ms. */
const LEFT_MS = 10 * 60_000;

interface Loads {
  url: string;
  /** When the page was opened, in ms since 1970, the latest last. */
  opened: number[];
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
  const loads: Loads = before?.url === page ? before : { url: page, opened: [], leftUntil: 0 };
  if (!loads.opened.includes(opened)) loads.opened.push(opened);
  loads.opened = loads.opened.filter((at) => now - at < WITHIN_MS).slice(-MOST_LOADS);
  if (loads.opened.length >= MOST_LOADS) loads.leftUntil = now + LEFT_MS;
  tabs.delete(tabId);
  tabs.set(tabId, loads);
  const [oldest] = tabs.keys();
  if (tabs.size > MOST_TABS && oldest !== undefined) tabs.delete(oldest);
  return { keepsLoading: now < loads.leftUntil };
}
