import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import type { PageToast } from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { directionOfLanguage } from '../../utils/text/text-direction.ts';
import { inject } from './inject.ts';

/** Maximum delay of `setTimeout`. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** A toast's text and duration (`stay`, in ms), and optionally its buttons. */
export type Toast = Pick<PageToast, 'text' | 'stay'> &
  Partial<Pick<PageToast, 'isBad' | 'token' | 'buttons' | 'takesFocus'>>;

/** Whether the toolbar button is visible. Browsers show it only in the extensions menu until it is pinned. */
export async function isToolbarButtonVisible(): Promise<boolean> {
  const action = browser.action as { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  return (await action.getUserSettings?.())?.isOnToolbar !== false;
}

/** Shows a toast over the page in a tab; only logs an error if the browser allows no scripts there. */
export async function showToast(tabId: number, toast: Toast): Promise<void> {
  const { theme } = await loadSettings();
  const dir = directionOfLanguage(readMessage('localeTag'));
  const stay = IS_TEST_BUILD ? MAX_TIMEOUT_MS : toast.stay;
  try {
    await inject(tabId, '/toast.js');
    const defaults = { isBad: false, token: '', buttons: [], takesFocus: false, dir, theme };
    await sendToTab(tabId, 'toast/show', { ...defaults, ...toast, stay });
  } catch (error) {
    console.warn('offprint: no toast', error);
  }
}
