import { findSaved } from '../../utils/library/articles/articles.ts';
import { PALETTE } from '../../utils/look/palette.ts';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { browser } from '../../utils/platform/browser.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { isToolbarButtonVisible, showToast, type Toast } from './toast.ts';

/** How long the badge is shown; shorter than browsers keep an idle background alive. */
const BADGE_MS = 8000;

/** How long a toast about a success is shown, without and with buttons. */
const TOAST_MS = 4000;
const TOAST_WITH_BUTTONS_MS = 8000;

/** Background of a badge that reports a failure: `--danger` of `components/ui/base/tokens.css`. */
const ERROR_COLOUR = PALETTE.danger[0];

/** What a tab's toolbar button temporarily shows, for instance the result of a save by shortcut. */
export interface StatusBadge {
  /** At most four characters. */
  badge: string;
  /** Full text, shown when the pointer is over the button. */
  title: string;
  isBad?: boolean;
  /** Buttons of a toast over the page, with what can be done next. */
  acts?: Required<Pick<Toast, 'token' | 'buttons' | 'takesFocus'>>;
}

const clearTimers = new Map<number, ReturnType<typeof setTimeout>>();
/** The latest status of each tab. Used to detect that a pending operation is outdated. */
const lastStatus = new Map<number, StatusBadge>();

async function paint(tabId: number, status: StatusBadge): Promise<void> {
  const { badge, title, isBad } = status;
  clearTimeout(clearTimers.get(tabId));
  clearTimers.delete(tabId);
  lastStatus.set(tabId, status);
  // Set per tab, because a saved page's own badge would hide a global one.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: isBad === true ? ERROR_COLOUR : BADGE_COLOUR }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Restores the tab's normal badge and title. */
export async function clearStatus(tabId: number): Promise<void> {
  const shown = lastStatus.get(tabId);
  const [{ url }, title] = await Promise.all([browser.tabs.get(tabId), browser.action.getTitle({})]);
  if (lastStatus.get(tabId) !== shown) return;
  const cleared: StatusBadge = { badge: '', title };
  await paint(tabId, cleared);
  const isCurrent = (): boolean => lastStatus.get(tabId) === cleared;
  if (url !== undefined) await showSavedBadge(tabId, url, isCurrent);
  if (isCurrent()) lastStatus.delete(tabId);
}

/**
 * Shows a badge for some seconds, replacing an earlier one in the same tab. A toast is shown too for failures, if there are
 * buttons to offer, and if the toolbar button is not visible.
 */
export async function showStatus(tabId: number, status: StatusBadge): Promise<void> {
  const painted = paint(tabId, status);
  // Started before awaiting anything, because another status may have replaced this one by then.
  if (!IS_TEST_BUILD)
    clearTimers.set(
      tabId,
      setTimeout(() => clearStatusSafely(tabId), BADGE_MS),
    );
  await painted;
  const { title: text, isBad = false, acts } = status;
  if (acts !== undefined) await showToast(tabId, { text, isBad, stay: TOAST_WITH_BUTTONS_MS, ...acts });
  else if (isBad || !(await isToolbarButtonVisible()))
    await showToast(tabId, { text, isBad, stay: isBad ? BADGE_MS : TOAST_MS });
}

function clearStatusSafely(tabId: number): void {
  // Fails if the tab was closed.
  clearStatus(tabId).catch((error: unknown) => {
    lastStatus.delete(tabId);
    console.warn('offprint: badge not cleared', error);
  });
}

/** Shows that a save is in progress, until `showStatus` shows its result. */
export function showSaving(tabId: number): Promise<void> {
  return paint(tabId, { badge: '…', title: readMessage('actionSaving') });
}

/** The active tab of a window, which is the only one whose toolbar button is visible. */
export async function findActiveTabOf(windowId: number | undefined): Promise<number | null> {
  if (windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ windowId, active: true });
  return tab?.id ?? null;
}

/** The badge of a tab whose page is in the library. */
const SAVED_BADGE = '✓';

/** Background of the badge: `--accent` of `components/ui/base/tokens.css`. */
export const BADGE_COLOUR = PALETTE.accent[0];

/**
 * Shows or clears the badge of a saved page in a tab. The browser clears it when the tab navigates.
 *
 * @param isWanted called after the library was queried; whether the badge should still be shown
 */
export async function showSavedBadge(
  tabId: number,
  url: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const saved = await findSaved(url);
  if (!isWanted()) return;
  await browser.action.setBadgeText({
    tabId,
    text: saved === undefined || saved === null ? '' : SAVED_BADGE,
  });
}

export function setUpBadge(): void {
  const paint = async (): Promise<void> => {
    await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  };
  paint().catch((error: unknown) => console.warn('offprint: no badge colour', error));
}
