/** Detects pages that reload themselves in a loop because something in them was hidden. */
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/**
 * If a page reloads itself this many times in a row, each time within `REACTION_MS` after hiding began, we assume that it
 * reacts to the hiding:
 * - Scripts that look for hidden elements check a few times per second.
 * - Reloads by a timer would not coincide with hiding that often.
 *
 * Only reloads that the page announced are counted (`watch-page-reloads.ts`); all others may be the user's. The counts are
 * lost when the background is stopped, so pages that reload less than twice a minute are not detected.
 */
const MAX_RELOADS = 3;
const REACTION_MS = 3000;
/** How long hiding is paused in such a page. */
const PAUSE_MS = 10 * 60_000;
/** If the page still reloads itself within this time while hiding is paused, hiding is not the cause. */
const UNRELATED_MS = 15_000;

interface PageLoads {
  url: string;
  /** When the page was last loaded, by the page's own clock. All times are Unix timestamps in ms. */
  opened: number;
  /** When something in the page was hidden, by the page's clock. */
  hidden: number[];
  /** Whether the page announced that it is about to reload itself. */
  isReloading: boolean;
  /** How many times in a row the page reloaded itself soon after something was hidden. */
  reloads: number;
  pausedUntil: number;
  /** Never paused again, because hiding is not the cause of the reloads or the user asked to hide anyway. */
  isExempt: boolean;
}

/** Keyed by tab id. */
const loadsByTab = new Map<number, PageLoads>();
const MAX_TABS = 200;
/** Number of latest times stored per page. */
const MAX_HIDING_TIMES = 20;

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

const firstLoad = (url: string, opened: number): PageLoads => ({
  url,
  opened,
  hidden: [],
  isReloading: false,
  reloads: 0,
  pausedUntil: 0,
  isExempt: false,
});

/**
 * Finds when the last series of hidings before a load began. Hidings less than `REACTION_MS` apart are one series, because
 * a load in the middle of continuous hiding is probably not a reaction to it.
 *
 * @returns null if nothing was hidden before the load
 */
function findHidingStart(hidingTimes: readonly number[], before: number): number | null {
  let hidingStart: number | null = null;
  for (const at of hidingTimes.filter((time) => time <= before).toReversed()) {
    if (hidingStart !== null && hidingStart - at >= REACTION_MS) break;
    hidingStart = at;
  }
  return hidingStart;
}

/** Updates the count after a load of the same page in the same tab. */
function countReload(loads: PageLoads, opened: number, now: number): void {
  if (now < loads.pausedUntil) {
    if (!loads.isReloading || opened - loads.opened >= UNRELATED_MS) return;
    loads.isExempt = true;
    loads.pausedUntil = 0;
    return;
  }
  // A page's clock may differ from ours, so its times are compared only with each other. On a slow connection, the old
  // page stays visible during the reload, and more of it may be hidden.
  const hidingStart = findHidingStart(loads.hidden, opened);
  const isSoon = hidingStart !== null && opened - hidingStart < REACTION_MS;
  if (!isSoon) loads.reloads = 0;
  else if (loads.isReloading) loads.reloads += 1;
  if (loads.reloads < MAX_RELOADS) return;
  loads.reloads = 0;
  loads.pausedUntil = now + PAUSE_MS;
}

/** Records that the page in a tab was loaded. Repeated reports of one load are counted once. */
export function recordLoad(
  { opened }: BackgroundMessages['page/loaded']['request'],
  { tabId, url }: Sender,
  now = Date.now(),
): BackgroundMessages['page/loaded']['response'] {
  const pageUrl = withoutFragment(url);
  const before = loadsByTab.get(tabId);
  const loads = before?.url === pageUrl ? before : firstLoad(pageUrl, opened);
  if (loads.opened !== opened) {
    if (!loads.isExempt) countReload(loads, opened, now);
    loads.opened = opened;
    loads.hidden = [];
    loads.isReloading = false;
  }
  loadsByTab.delete(tabId);
  loadsByTab.set(tabId, loads);
  const [oldest] = loadsByTab.keys();
  if (loadsByTab.size > MAX_TABS && oldest !== undefined) loadsByTab.delete(oldest);
  return { keepsLoading: now < loads.pausedUntil };
}

/** The record of the sender's page; null if the tab has loaded another page since. */
function findLoads(opened: number, { tabId, url }: Sender): PageLoads | null {
  const loads = loadsByTab.get(tabId);
  return loads?.url === withoutFragment(url) && loads.opened === opened ? loads : null;
}

/** Records that something in a tab's page was hidden. */
export async function recordHidden(
  { opened, at }: BackgroundMessages['page/hidden']['request'],
  sender: Sender,
): Promise<void> {
  const loads = findLoads(opened, sender);
  if (loads !== null) loads.hidden = [...loads.hidden, at].slice(-MAX_HIDING_TIMES);
}

/** Records that a tab's page is about to reload itself. */
export async function recordReload(
  { opened }: BackgroundMessages['page/reloads']['request'],
  sender: Sender,
): Promise<void> {
  const loads = findLoads(opened, sender);
  if (loads !== null) loads.isReloading = true;
}

/** Ends the pause and exempts the page from further ones, at the user's request. */
export async function hideAnyway(
  { opened }: BackgroundMessages['page/hideAnyway']['request'],
  sender: Sender,
): Promise<void> {
  const loads = findLoads(opened, sender);
  if (loads !== null) Object.assign(loads, { isExempt: true, pausedUntil: 0 });
}
