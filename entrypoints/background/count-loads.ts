/** Detects pages that keep reloading themselves because something in them was hidden. */
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';

/**
 * A page that reloads itself this many times in a row, each time within `SOON_MS` after something began to be hidden, does
 * so because of the hiding: scripts that look for hidden boxes check a few times a second, and a page that reloads on a
 * timer does not coincide with hiding that often. Only reloads that the page announced count (`watch-page-reloads.ts`). All
 * others are the user's, or the announcement was lost with the page, so they change nothing. A background that was stopped
 * has forgotten earlier loads: pages that reload less than twice a minute are not detected.
 */
const MAX_RELOADS = 3;
const SOON_MS = 3000;
/** How long nothing is hidden in such a page. */
const PAUSE_MS = 10 * 60_000;
/** A page that reloads itself within this time although nothing is hidden has another reason to. */
const UNRELATED_MS = 15_000;

interface Loads {
  url: string;
  /** When the page was last opened, by its own clock, in ms since 1970 like all times here. */
  opened: number;
  /** When something in it was hidden, by the same clock. */
  hidden: number[];
  /** Whether the page announced that it reloads itself. */
  isReloading: boolean;
  /** How many times in a row the page reloaded itself soon after something was hidden. */
  reloads: number;
  pausedUntil: number;
  /** The page reloads itself whether or not anything is hidden, or the user asked to hide anyway. */
  isExempt: boolean;
}

/** By tab. */
const tabs = new Map<number, Loads>();
const MAX_TABS = 200;
/** Moments of hiding kept per page. */
const MAX_MOMENTS = 20;

const pageOf = (url: string): string => url.replace(/#.*$/, '');

const firstLoad = (url: string, opened: number): Loads => ({
  url,
  opened,
  hidden: [],
  isReloading: false,
  reloads: 0,
  pausedUntil: 0,
  isExempt: false,
});

/**
 * Start of the last run of hiding before a load. Something hidden every other second, as new boxes appear, says nothing
 * about a load in between.
 *
 * @returns null if nothing was hidden before
 */
function startOfHiding(moments: readonly number[], before: number): number | null {
  let began: number | null = null;
  for (const at of moments.filter((moment) => moment <= before).toReversed()) {
    if (began !== null && began - at >= SOON_MS) break;
    began = at;
  }
  return began;
}

/** Updates the count after a load of the same page in the same tab. */
function judgeReload(loads: Loads, opened: number, now: number): void {
  if (now < loads.pausedUntil) {
    if (!loads.isReloading || opened - loads.opened >= UNRELATED_MS) return;
    loads.isExempt = true;
    loads.pausedUntil = 0;
    return;
  }
  // A page's clock may differ from ours, so its times are compared only with each other. On a slow connection the old
  // page is still there while it reloads, and more may be hidden in it.
  const began = startOfHiding(loads.hidden, opened);
  const isSoon = began !== null && opened - began < SOON_MS;
  if (!isSoon) loads.reloads = 0;
  else if (loads.isReloading) loads.reloads += 1;
  if (loads.reloads < MAX_RELOADS) return;
  loads.reloads = 0;
  loads.pausedUntil = now + PAUSE_MS;
}

/** Records a load of the page in a tab, once however often the page asks. */
export function recordLoad(
  { opened }: BackgroundMessages['page/loaded']['request'],
  { tabId, url }: Sender,
  now = Date.now(),
): BackgroundMessages['page/loaded']['response'] {
  const page = pageOf(url);
  const before = tabs.get(tabId);
  const loads = before?.url === page ? before : firstLoad(page, opened);
  if (loads.opened !== opened) {
    if (!loads.isExempt) judgeReload(loads, opened, now);
    loads.opened = opened;
    loads.hidden = [];
    loads.isReloading = false;
  }
  tabs.delete(tabId);
  tabs.set(tabId, loads);
  const [oldest] = tabs.keys();
  if (tabs.size > MAX_TABS && oldest !== undefined) tabs.delete(oldest);
  return { keepsLoading: now < loads.pausedUntil };
}

/** The page in the sender's tab, if it is the one opened at that time. */
function find(opened: number, { tabId, url }: Sender): Loads | null {
  const loads = tabs.get(tabId);
  return loads?.url === pageOf(url) && loads.opened === opened ? loads : null;
}

/** Records that something in a tab's page was hidden: a load that begins right after may be a reaction to it. */
export async function recordHidden(
  { opened, at }: BackgroundMessages['page/hidden']['request'],
  sender: Sender,
): Promise<void> {
  const loads = find(opened, sender);
  if (loads !== null) loads.hidden = [...loads.hidden, at].slice(-MAX_MOMENTS);
}

/** Records that a tab's page is about to reload itself without the user. */
export async function recordReload(
  { opened }: BackgroundMessages['page/reloads']['request'],
  sender: Sender,
): Promise<void> {
  const loads = find(opened, sender);
  if (loads !== null) loads.isReloading = true;
}

/** Hides again although the page reloads, because the user asked for it in this tab. */
export async function hideAnyway(
  { opened }: BackgroundMessages['page/hideAnyway']['request'],
  sender: Sender,
): Promise<void> {
  const loads = find(opened, sender);
  if (loads !== null) Object.assign(loads, { isExempt: true, pausedUntil: 0 });
}
