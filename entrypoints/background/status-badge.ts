import { findSaved } from '../../utils/library/articles/articles.ts';
import { PALETTE } from '../../utils/look/palette.ts';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { browser } from '../../utils/platform/browser.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { isToolbarButtonVisible, showToast, type Toast } from './toast.ts';

/** How long the badge stays: less than a browser keeps an idle background alive. */
const BADGE_MS = 8000;

/** How long a toast stays after a success, without and with buttons. */
const TOAST_MS = 4000;
const TOAST_WITH_BUTTONS_MS = 8000;

/** Background of a badge that reports a failure: `--danger` of `components/ui/base/tokens.css`. */
const ERROR_COLOUR = PALETTE.danger[0];

/** What the toolbar button shows for a while over one tab: the result of a save that has no window of its own. */
export interface StatusBadge {
  /** At most four characters. */
  badge: string;
  /** Full text, shown when the pointer is over the button. */
  title: string;
  isBad?: boolean;
  /** What can be done next, in a toast over the page. */
  acts?: Required<Pick<Toast, 'token' | 'buttons' | 'takesFocus'>>;
}

const clearTimers = new Map<number, ReturnType<typeof setTimeout>>();
/** The status shown last over each tab; an older one that is still being shown gives way to it. */
const last = new Map<number, StatusBadge>();

async function paint(tabId: number, status: StatusBadge): Promise<void> {
  const { badge, title, isBad } = status;
  clearTimeout(clearTimers.get(tabId));
  clearTimers.delete(tabId);
  last.set(tabId, status);
  // Per tab, never for all: a global badge would be covered by that of a saved page.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: isBad === true ? ERROR_COLOUR : BADGE_COLOUR }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Restores what the button normally shows for the page in the tab. */
export async function clearStatus(tabId: number): Promise<void> {
  const shown = last.get(tabId);
  const [{ url }, title] = await Promise.all([browser.tabs.get(tabId), browser.action.getTitle({})]);
  if (last.get(tabId) !== shown) return;
  const nothing: StatusBadge = { badge: '', title };
  await paint(tabId, nothing);
  const isStill = (): boolean => last.get(tabId) === nothing;
  if (url !== undefined) await showSavedBadge(tabId, url, isStill);
  if (isStill()) last.delete(tabId);
}

/**
 * Shows a badge for some seconds, in place of an earlier one in the same tab. Failures are also shown as a toast, since
 * nobody looks for the reason over a button; so is everything if the button is not visible.
 */
export async function showStatus(tabId: number, status: StatusBadge): Promise<void> {
  const painted = paint(tabId, status);
  // Counted from now, not from when the toast is there: by then another status may have replaced this one.
  if (!IS_TEST_BUILD)
    clearTimers.set(
      tabId,
      setTimeout(() => end(tabId), BADGE_MS),
    );
  await painted;
  const { title: text, isBad = false, acts } = status;
  if (acts !== undefined) await showToast(tabId, { text, isBad, stay: TOAST_WITH_BUTTONS_MS, ...acts });
  else if (isBad || !(await isToolbarButtonVisible()))
    await showToast(tabId, { text, isBad, stay: isBad ? BADGE_MS : TOAST_MS });
}

function end(tabId: number): void {
  // The tab may be closed by now; its badge went with it.
  clearStatus(tabId).catch((error: unknown) => {
    last.delete(tabId);
    console.warn('offprint: badge not cleared', error);
  });
}

/** Shows that a save is in progress, until `showStatus` shows its result. */
export function showSaving(tabId: number): Promise<void> {
  return paint(tabId, { badge: '…', title: readMessage('actionSaving') });
}

/** The active tab of a window: the only one whose button the user sees. */
export async function activeTabOf(windowId: number | undefined): Promise<number | null> {
  if (windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ windowId, active: true });
  return tab?.id ?? null;
}

/** The badge has one meaning: the page in this tab is in the library. */
const SAVED = '✓';

/** Background of the badge: `--accent` of `components/ui/base/tokens.css`. */
export const BADGE_COLOUR = PALETTE.accent[0];

/**
 * Shows or clears the badge of one tab. The browser clears it when the tab navigates.
 *
 * @param isWanted asked once the library has answered: whether the badge is still wanted
 */
export async function showSavedBadge(
  tabId: number,
  url: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const saved = await findSaved(url);
  if (!isWanted()) return;
  await browser.action.setBadgeText({ tabId, text: saved === undefined || saved === null ? '' : SAVED });
}

export function setUpBadge(): void {
  const paint = async (): Promise<void> => {
    await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  };
  paint().catch((error: unknown) => console.warn('offprint: no badge colour', error));
}
