import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { overriddenSites, rememberPage, rememberSite } from '../../utils/settings/override.ts';
import { treatAsArticle } from './article-tabs.ts';

const SCRIPT = 'override';

let registering: Promise<void> = Promise.resolve();

/**
 * Has the browser put `override.js` into the pages of exactly those sites that the reader said something about. The
 * browser does so without waking the background, and keeps the list over its own restarts.
 */
function registerOverride(): Promise<void> {
  const register = async (): Promise<void> => {
    const matches = overriddenSites(await loadSettings());
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    if (matches.length === 0) return;
    await browser.scripting.registerContentScripts([
      { id: SCRIPT, matches, js: ['override.js'], runAt: 'document_start', persistAcrossSessions: true },
    ]);
  };
  // One after the other: two at once would register the same id twice.
  registering = registering
    .then(register)
    .catch((error: unknown) => console.warn('offprint: not registered', error));
  return registering;
}

/**
 * Remembers the reader's word on the page in a tab, or on its site, and acts on it there. Of a private window
 * nothing is remembered.
 */
export async function override({
  tabId,
  url,
  scope,
  treatAs,
}: BackgroundMessages['page/override']['request']): Promise<BackgroundMessages['page/override']['response']> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito) {
      return treatAs === 'article' ? await treatAsArticle(tabId) : { ok: true, message: null };
    }
    await updateSettings((settings) => {
      if (scope === 'page' && treatAs !== null) return rememberPage(settings, url, treatAs);
      return rememberSite(settings, url, treatAs);
    });
    await registerOverride();
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/override.js'],
      injectImmediately: true,
    });
    return { ok: true, message: null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

export function setUpOverride(): void {
  const again = (): void => void registerOverride();
  // Chromium forgets what was registered when the extension is updated; the settings change on other pages of ours.
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  watchSettings(again, new AbortController().signal);
}
