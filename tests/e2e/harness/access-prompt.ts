import { inFirefoxWindow } from './firefox-window.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

const PROMPT = '#addon-webext-permissions-notification';
/** How long Firefox ignores the buttons of a new prompt, in ms (`security.notification_enable_delay`), and some more. */
const ENABLE_DELAY_MS = 800;

/** Whether Firefox asks the user before it grants access. The harness has it say yes by itself otherwise. */
export async function setAccessPrompts(session: Session, isOn: boolean): Promise<void> {
  if (session.kind === 'chromium') return;
  await inFirefoxWindow(
    session,
    `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', ${isOn})`,
  );
}

function pressInFirefoxPopup(session: Session, key: 'Tab' | 'Enter'): Promise<void> {
  return inFirefoxWindow(
    session,
    `(() => {
      document.querySelector('.webextension-popup-browser').focus();
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const key = new KeyboardEvent('', { key: '${key}', code: '${key}', keyCode: ${key === 'Tab' ? 9 : 13} });
      keyboard.keydown(key);
      keyboard.keyup(key);
    })()`,
  );
}

/** Presses a button of the real popup under the toolbar button with the keyboard in Firefox, a click in Chromium. */
export async function pressInRealPopup(session: Session, name: string): Promise<void> {
  if (session.kind === 'chromium') {
    const target = await session.launched.browser.waitForTarget((each) => each.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    const button = await popup.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    const isClosed = async (): Promise<boolean> => (await session.extension.readViews('popup')).length === 0;
    // A click may miss it while the popup still grows: then its user clicks again.
    await waitFor('the popup to close for the prompt', async () => {
      // The prompt closes the popup between the button's down and up.
      await button?.click().catch(() => undefined);
      return waitFor('it to close', isClosed, 3000).catch(() => false);
    });
    return;
  }
  await waitFor(`“${name}” to have the focus in the popup`, async () => {
    const focused = await session.extension.run(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { extension: { getViews(filter: { type: 'popup' }): Window[] } };
      };
      return chrome.extension.getViews({ type: 'popup' })[0]?.document.activeElement?.textContent ?? '';
    });
    if (focused === name) return true;
    await pressInFirefoxPopup(session, 'Tab');
    return false;
  });
  await pressInFirefoxPopup(session, 'Enter');
}

/**
 * Closes the popup while the browser's prompt is open, and then says yes. The prompt of Chromium is a window of the
 * system that no test reaches: there the access is granted on its page of extensions instead.
 *
 * @param site such as `courier.example`
 */
export async function allowAfterPopupClosed(session: Session, site: string): Promise<void> {
  if (session.kind === 'chromium') {
    await waitFor(
      'the popup to close',
      async () => (await session.extension.readViews('popup')).length === 0,
    );
    const page = await session.launched.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async (id, patterns) => {
        const { chrome } = globalThis as unknown as {
          chrome: { developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> } };
        };
        for (const pattern of patterns) await chrome.developerPrivate.addHostPermission(id, pattern);
      },
      new URL(session.launched.extensionUrl).host,
      [`http://*.${site}/*`, `https://*.${site}/*`],
    );
    await page.close();
    return;
  }
  await waitFor('the prompt', () =>
    inFirefoxWindow<boolean>(
      session,
      `document.querySelector('${PROMPT}')?.button?.getAttribute('label') === 'Allow'`,
    ),
  );
  await inFirefoxWindow(
    session,
    "document.querySelector('.webextension-popup-browser')?.closest('panel').hidePopup()",
  );
  await waitFor('the popup to close', async () => (await session.extension.readViews('popup')).length === 0);
  await new Promise((resolve) => setTimeout(resolve, ENABLE_DELAY_MS));
  await inFirefoxWindow(session, `document.querySelector('${PROMPT}').button.click()`);
}
