import { browser } from '../../../utils/platform/browser.ts';
import { popupApi, windowsApi } from '../../../utils/platform/optional-apis.ts';

/** The popup's size where it has to be a window of its own, in CSS pixels. */
const POPUP_SIZE = { width: 440, height: 640 };

/**
 * Opens the popup over a tab; in a window of its own where that can't be, and in a tab where there are no windows.
 *
 * @param query what it is to open, as in an address
 */
export async function openPopupAt(tabId: number, query: string): Promise<void> {
  const path = `popup.html?${query}`;
  try {
    const { windowId } = await browser.tabs.get(tabId);
    await browser.action.setPopup({ tabId, popup: path });
    await popupApi().openPopup({ ...(windowId === undefined ? {} : { windowId }) });
  } catch (error) {
    console.warn('offprint: no popup, so a window', error);
    const url = browser.runtime.getURL(`/${path}&tab=${tabId}`);
    await (windowsApi()?.create({ url, type: 'popup', ...POPUP_SIZE }) ?? browser.tabs.create({ url }));
  } finally {
    await browser.action.setPopup({ tabId, popup: 'popup.html' });
  }
}
