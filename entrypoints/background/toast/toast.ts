import { lightDark } from '../../../utils/look/palette.ts';
import { IS_TEST_BUILD } from '../../../utils/look/test-build.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { loadSettings } from '../../../utils/platform/settings-storage.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { directionOfLanguage } from '../../../utils/text/text-direction.ts';
import type { ToastButton, ToastInPage } from '../../toast/toast-in-page.ts';

/** The longest time that `setTimeout` takes, in ms. */
const LONGEST = 2 ** 31 - 1;

/** What a toast says, and what can be done there and then. */
export interface Toast {
  text: string;
  isBad?: boolean;
  /** How long it stays, in ms. */
  stay: number;
  token?: string;
  buttons?: ToastButton[];
  takesFocus?: boolean;
}

/** False where the user can't see the toolbar button: browsers keep it behind a puzzle piece until it is pinned. */
export async function isButtonSeen(): Promise<boolean> {
  const action = browser.action as { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  return (await action.getUserSettings?.())?.isOnToolbar !== false;
}

/** Runs in a tab, where `toast.js` has run before; sees nothing of this module. */
function showToastInTab(toast: ToastInPage): void {
  type World = Record<symbol, { show?: (toast: ToastInPage) => void } | undefined>;
  (globalThis as unknown as World)[Symbol.for('offprintToast')]?.show?.(toast);
}

/** Shows a toast over the page in a tab for a while; where the browser lets no script in, nothing. */
export async function showToast(tabId: number, toast: Toast): Promise<void> {
  const { text, isBad = false, token = '', buttons = [], takesFocus = false } = toast;
  const stay = IS_TEST_BUILD ? LONGEST : toast.stay;
  const { theme } = await loadSettings();
  const dir = directionOfLanguage(readMessage('localeTag'));
  const colours = {
    ground: lightDark('raised'),
    ink: lightDark(isBad ? 'danger' : 'ink'),
    quiet: lightDark('ink-2'),
    rule: lightDark('rule'),
    accent: lightDark('accent'),
  };
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: ['/toast.js'], injectImmediately: true });
    await browser.scripting.executeScript({
      target,
      func: showToastInTab,
      args: [{ text, token, buttons, takesFocus, dir, theme, colours, stay }],
      injectImmediately: true,
    });
  } catch (error) {
    console.warn('offprint: no toast', error);
  }
}
