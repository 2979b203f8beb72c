import { useEffect, useMemo } from 'preact/hooks';
import { assignSpeakerColours } from '../../../components/quotes/speaker-colours.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { UNDERLINE_PORT } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { Settings } from '../../../utils/settings/schema.ts';
import type { PageInTab } from '../read-page-state.ts';
import { toUnderlines } from './to-underlines.ts';

/** Underlines the quotes in the page while this screen is open. */
export function useUnderlines(page: PageInTab, settings: Settings | null): void {
  const choice = settings?.underlineQuotes ?? 'off';
  const article = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const tabId = page.kind === 'article' ? page.tab.id : null;
  // Serialised, because a new report contains the same quotes as new objects.
  const underlines = useMemo(
    () =>
      article === null
        ? ''
        : JSON.stringify(toUnderlines(article.quotes, assignSpeakerColours(article.voices).byQuote)),
    [article],
  );
  useEffect(() => {
    if (choice === 'off' || tabId === null || underlines === '') return;
    const port = browser.tabs.connect(tabId, { name: UNDERLINE_PORT, frameId: 0 });
    // Nothing to do if the tab has navigated, but the browser logs an error unless `lastError` is read.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    port.postMessage(JSON.parse(underlines));
    return () => port.disconnect();
  }, [choice, tabId, underlines]);
}
