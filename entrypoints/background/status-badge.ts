import { PALETTE } from '../../utils/look/palette.ts';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { browser } from '../../utils/platform/browser.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { BADGE_COLOUR, showSavedBadge } from './badge.ts';
import { isButtonSeen, showToast, type Toast } from './toast/toast.ts';

/** How long the badge stays on the toolbar button, in ms: less than a browser lets an idle background live. */
const BADGE_MS = 8000;

/** How long a word of success stays over the page, in ms, and one with buttons. */
const TOAST_MS = 4000;
const TOAST_WITH_BUTTONS_MS = 8000;

/** Ground of a badge that tells of a failure: `--danger` of `components/ui/base/tokens.css`. */
const BAD_COLOUR = PALETTE.danger[0];

/** What the toolbar button says for a while over one tab: how a save went that has no window of its own to speak in. */
export interface StatusBadge {
  /** At most four characters. */
  badge: string;
  /** Whole words, which show when the button is pointed at. */
  title: string;
  isBad?: boolean;
  /** What can be done next, in a toast over the page. */
  acts?: Required<Pick<Toast, 'token' | 'buttons' | 'takesFocus'>>;
}

const endings = new Map<number, ReturnType<typeof setTimeout>>();
/** What was said last over each tab: what is still on its way when something new is said gives way to it. */
const last = new Map<number, StatusBadge>();

async function paint(tabId: number, status: StatusBadge): Promise<void> {
  const { badge, title, isBad } = status;
  clearTimeout(endings.get(tabId));
  endings.delete(tabId);
  last.set(tabId, status);
  // Of the tab, never of all: what is said of all tabs would not be seen over one that has the badge of a saved page.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: isBad === true ? BAD_COLOUR : BADGE_COLOUR }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** From now on the button says again what it says of the page in the tab. */
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
 * Shows a badge for some seconds. Another one in the same tab takes its place. Why something failed is said in the page,
 * too, as nobody looks for it over a button; and so is all else where the button can't be seen.
 */
export async function showStatus(tabId: number, status: StatusBadge): Promise<void> {
  const painted = paint(tabId, status);
  // From now on, not from when the toast is there: by then another may have taken the place of this one.
  if (!IS_TEST_BUILD)
    endings.set(
      tabId,
      setTimeout(() => end(tabId), BADGE_MS),
    );
  await painted;
  const { title: text, isBad = false, acts } = status;
  if (acts !== undefined) await showToast(tabId, { text, isBad, stay: TOAST_WITH_BUTTONS_MS, ...acts });
  else if (isBad || !(await isButtonSeen()))
    await showToast(tabId, { text, isBad, stay: isBad ? BADGE_MS : TOAST_MS });
}

function end(tabId: number): void {
  // The tab may be closed by now; its badge went with it.
  clearStatus(tabId).catch((error: unknown) => {
    last.delete(tabId);
    console.warn('offprint: badge not cleared', error);
  });
}

/** Says that we are at it, until `showStatus` says how it went. */
export function showWork(tabId: number): Promise<void> {
  return paint(tabId, { badge: '…', title: readMessage('actionSaving') });
}

/** The tab that is in front of a window: the only one whose button the user sees. */
export async function tabInFront(windowId: number | undefined): Promise<number | null> {
  if (windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ windowId, active: true });
  return tab?.id ?? null;
}
