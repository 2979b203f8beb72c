import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings, updateSettings } from '../../utils/platform/settings-storage.ts';
import { overriddenSites, overridePage, overrideSite } from '../../utils/settings/site-settings.ts';
import { treatAsArticle } from './article-tabs.ts';
import { keepRegistered, registerScript, takeTurns } from './page-scripts.ts';

const SCRIPT = 'override';

const inTurn = takeTurns();

/**
 * Has the browser put `override.js` into the pages of exactly those sites that the user said something about. The
 * browser does so without waking the background, and keeps the list over its own restarts.
 */
function registerOverride(): Promise<void> {
  return inTurn(async () =>
    registerScript({
      id: SCRIPT,
      js: 'override.js',
      matches: overriddenSites(await loadSettings()),
      runAt: 'document_start',
      isKept: true,
    }),
  );
}

/**
 * Remembers the user's word on the page in a tab, or on its site, and acts on it there. Of a private window
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
      if (scope === 'page' && treatAs !== null) return overridePage(settings, url, treatAs);
      return overrideSite(settings, url, treatAs);
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
  keepRegistered(() => void registerOverride());
}
