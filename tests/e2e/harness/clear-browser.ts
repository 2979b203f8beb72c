import type { Browser, Page } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-window.ts';
import { openPages, openTab } from './open-pages.ts';

/** Closes every tab but a new empty one. */
async function closeTabs(kind: 'chromium' | 'firefox', browser: Browser): Promise<Page> {
  const kept = await openTab({ kind, browser });
  for (const { page } of await openPages({ kind, browser })) if (page !== kept) await page.close();
  return kept;
}

/** Takes an extension out of a Chromium, and what sites of these hosts have stored. */
export async function clearChromium(browser: Browser, id: string, hosts: readonly string[]): Promise<void> {
  const kept = await closeTabs('chromium', browser);
  await browser.uninstallExtension(id);
  const connection = await kept.createCDPSession();
  await connection.send('Network.clearBrowserCache');
  await connection.send('Storage.clearCookies');
  for (const host of hosts)
    for (const scheme of ['http', 'https'])
      await connection.send('Storage.clearDataForOrigin', {
        origin: `${scheme}://${host}`,
        storageTypes: 'all',
      });
  await connection.detach();
}

/** Takes an extension out of a Firefox, and what sites have stored. */
export async function clearFirefox(browser: Browser, id: string): Promise<void> {
  // Small windows as of popups first: the tab that is kept would open in the last one, where no other may.
  await inFirefoxWindow(
    { launched: { browser } },
    `for (const each of [...Services.wm.getEnumerator('navigator:browser')])
      if (each !== window && !each.toolbar.visible) each.close()`,
  );
  await closeTabs('firefox', browser);
  await inFirefoxWindow(
    { launched: { browser } },
    `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID('${id}')).uninstall();
      await new Promise((done) =>
        Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done }),
      );
    })()`,
  );
}
