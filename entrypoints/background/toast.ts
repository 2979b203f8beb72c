import { lightDark } from '../../utils/look/palette.ts';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { directionOfLanguage } from '../../utils/text/text-direction.ts';
import type { ToastButton, ToastInPage } from '../toast/toast-in-page.ts';
import { inject } from './inject.ts';

/** The maximum of `setTimeout`. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** The text and buttons of a toast. */
export interface Toast {
  text: string;
  isBad?: boolean;
  /** How long it is shown, in ms. */
  stay: number;
  token?: string;
  buttons?: ToastButton[];
  takesFocus?: boolean;
}

/** Whether the user can see the toolbar button: browsers keep it behind a puzzle piece until it is pinned. */
export async function isToolbarButtonVisible(): Promise<boolean> {
  const action = browser.action as { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  return (await action.getUserSettings?.())?.isOnToolbar !== false;
}

/** Runs in a tab after `toast.js`; can't use anything of this module. */
function showToastInTab(toast: ToastInPage): void {
  type World = Record<symbol, { show?: (toast: ToastInPage) => void } | undefined>;
  (globalThis as unknown as World)[Symbol.for('offprintToast')]?.show?.(toast);
}

/** Shows a toast over the page in a tab; does nothing if the browser allows no script there. */
export async function showToast(tabId: number, toast: Toast): Promise<void> {
  const { text, isBad = false, token = '', buttons = [], takesFocus = false } = toast;
  const stay = IS_TEST_BUILD ? MAX_TIMEOUT_MS : toast.stay;
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
    await inject(tabId, '/toast.js');
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: showToastInTab,
      args: [{ text, token, buttons, takesFocus, dir, theme, colours, stay }],
      injectImmediately: true,
    });
  } catch (error) {
    console.warn('offprint: no toast', error);
  }
}
