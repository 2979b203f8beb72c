/** Notices pages that load themselves again and again because something in them was hidden. */
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/**
 * A page that loads itself again three times in a row, each time so soon (in ms) after something began to be hidden,
 * does it for that reason: scripts that look for hidden boxes look a few times a second. A page that reloads by the
 * clock meets no such moment so often. A load that the page did not announce (`watch-own-reloads.ts`) is most often the
 * user's, or its message was lost with its page: only nine of these in a row are suspicious. A background that was
 * stopped has forgotten the loads: those of more than half a minute each are not noticed.
 */
const SUSPICION = { announced: 3, unannounced: 1 } as const;
const MAX_SUSPICION = 9;
const SOON_MS = 3000;
/** How long such a page is left alone, in ms. */
const LEFT_ALONE_MS = 10 * 60_000;
/** A page that loads itself again within so many ms although it was left alone does not do it because of us. */
const ANYWAY_MS = 15_000;

interface Loads {
  url: string;
  /** When the page was opened last, by its own clock, in ms since 1970 as all times here. */
  opened: number;
  /** When something in it was hidden, by the same clock. */
  hidden: number[];
  /** The page said that it loads itself again. */
  isReloading: boolean;
  /** Of loads in a row that began soon after something was hidden, added up. */
  suspicion: number;
  leftUntil: number;
  /** It loads itself again whether anything is hidden or not, or the user said to hide anyway. */
  isAcquitted: boolean;
}

/** By tab. */
const tabs = new Map<number, Loads>();
const MAX_TABS = 200;
/** Moments of hiding that are remembered of a page. */
const MAX_MOMENTS = 20;

const pageOf = (url: string): string => url.replace(/#.*$/, '');

const firstLoad = (url: string, opened: number): Loads => ({
  url,
  opened,
  hidden: [],
  isReloading: false,
  suspicion: 0,
  leftUntil: 0,
  isAcquitted: false,
});

/**
 * When what was hidden last before a load began to be hidden: something that is hidden every other second, as new boxes
 * come, says nothing about a load that comes in between.
 *
 * @returns null where nothing was hidden before
 */
function hidingBegan(moments: readonly number[], before: number): number | null {
  let began: number | null = null;
  for (const at of moments.filter((moment) => moment <= before).toReversed()) {
    if (began !== null && began - at >= SOON_MS) break;
    began = at;
  }
  return began;
}

/** What a load of the same page in the same tab says about the page. */
function judgeReload(loads: Loads, opened: number, now: number): void {
  if (now < loads.leftUntil) {
    if (!loads.isReloading || opened - loads.opened >= ANYWAY_MS) return;
    loads.isAcquitted = true;
    loads.leftUntil = 0;
    return;
  }
  // The clock of a page may differ from ours, which tells how long ago a load was: its times are for each other. While a
  // slow line is asked for the page once more, it is still there, and more may be hidden in it.
  const began = hidingBegan(loads.hidden, opened);
  const isSoon = began !== null && opened - began < SOON_MS;
  loads.suspicion = isSoon ? loads.suspicion + SUSPICION[loads.isReloading ? 'announced' : 'unannounced'] : 0;
  if (loads.suspicion < MAX_SUSPICION) return;
  loads.suspicion = 0;
  loads.leftUntil = now + LEFT_ALONE_MS;
}

/** Counts a load of the page in a tab, once however often the page asks. */
export async function countLoad(
  { opened }: BackgroundMessages['page/loaded']['request'],
  { tabId, url }: Sender,
  now = Date.now(),
): Promise<BackgroundMessages['page/loaded']['response']> {
  if (tabId === null) return { keepsLoading: false };
  const page = pageOf(url);
  const before = tabs.get(tabId);
  const loads = before?.url === page ? before : firstLoad(page, opened);
  if (loads.opened !== opened) {
    if (!loads.isAcquitted) judgeReload(loads, opened, now);
    loads.opened = opened;
    loads.hidden = [];
    loads.isReloading = false;
  }
  tabs.delete(tabId);
  tabs.set(tabId, loads);
  const [oldest] = tabs.keys();
  if (tabs.size > MAX_TABS && oldest !== undefined) tabs.delete(oldest);
  return { keepsLoading: now < loads.leftUntil };
}

/** The page in the sender's tab, if it is the one that was opened at that time. */
function find(opened: number, { tabId, url }: Sender): Loads | null {
  const loads = tabId === null ? undefined : tabs.get(tabId);
  return loads?.url === pageOf(url) && loads.opened === opened ? loads : null;
}

/** Something in the page of a tab was hidden: a load that begins right after it may come of that. */
export async function recordHidden(
  { opened, at }: BackgroundMessages['page/hidden']['request'],
  sender: Sender,
): Promise<null> {
  const loads = find(opened, sender);
  if (loads !== null) loads.hidden = [...loads.hidden, at].slice(-MAX_MOMENTS);
  return null;
}

/** The page of a tab is about to load itself again, without the user. */
export async function recordReload(
  { opened }: BackgroundMessages['page/reloads']['request'],
  sender: Sender,
): Promise<null> {
  const loads = find(opened, sender);
  if (loads !== null) loads.isReloading = true;
  return null;
}

/** The user wants things hidden although the page reloads: it is not left alone in this tab any more. */
export async function hideAnyway(
  { opened }: BackgroundMessages['page/hideAnyway']['request'],
  sender: Sender,
): Promise<null> {
  const loads = find(opened, sender);
  if (loads !== null) Object.assign(loads, { isAcquitted: true, leftUntil: 0 });
  return null;
}
