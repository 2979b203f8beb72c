import { PALETTE } from '../../utils/look/palette.ts';
import { browser } from '../../utils/platform/browser.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { BADGE_COLOUR, showSavedBadge } from './badge.ts';
import { isButtonSeen, showToast } from './toast.ts';

/** How long a sign stays on the toolbar button, in ms: less than a browser lets an idle background live. */
const SIGN_MS = 8000;

/** How long a word of success stays over the page, in ms. */
const WORD_MS = 4000;

/** Ground of a badge that tells of a failure: `--danger` of `components/ui/base/tokens.css`. */
const BAD_COLOUR = PALETTE.danger[0];

/** What the toolbar button says for a while over one tab: how a save went that has no window of its own to speak in. */
export interface Sign {
  /** At most four characters. */
  badge: string;
  /** Whole words, which show when the button is pointed at. */
  title: string;
  isBad?: boolean;
}

const endings = new Map<number, ReturnType<typeof setTimeout>>();

async function paint(tabId: number, { badge, title, isBad }: Sign): Promise<void> {
  clearTimeout(endings.get(tabId));
  endings.delete(tabId);
  // Of the tab, never of all: what is said of all tabs would not be seen over one that has the badge of a saved page.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: isBad === true ? BAD_COLOUR : BADGE_COLOUR }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** From now on the button says again what it says of the page in the tab. */
async function endSign(tabId: number): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  await paint(tabId, { badge: '', title: await browser.action.getTitle({}) });
  if (url !== undefined) await showSavedBadge(tabId, url);
}

/**
 * Shows a sign for some seconds. Another one in the same tab takes its place. Why something failed is said in the page,
 * too, as nobody looks for it over a button; and so is all else where the button can't be seen.
 */
export async function showSign(tabId: number, sign: Sign): Promise<void> {
  await paint(tabId, sign);
  const isBad = sign.isBad === true;
  if (isBad || !(await isButtonSeen())) await showToast(tabId, sign.title, isBad, isBad ? SIGN_MS : WORD_MS);
  const ending = setTimeout(() => {
    // The tab may be closed by now; its badge went with it.
    endSign(tabId).catch((error: unknown) => console.warn('offprint: sign not cleared', error));
  }, SIGN_MS);
  endings.set(tabId, ending);
}

/** Says that we are at it, until `showSign` says how it went. */
export function showWork(tabId: number): Promise<void> {
  return paint(tabId, { badge: '…', title: readMessage('actionSaving') });
}

/** The tab that is in front of a window: the only one whose button the reader sees. */
export async function tabInFront(windowId: number | undefined): Promise<number | null> {
  if (windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ windowId, active: true });
  return tab?.id ?? null;
}
