import { useEffect, useMemo } from 'preact/hooks';
import { assignSpeakerColours } from '../../../components/quotes/speaker-colours.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { UNDERLINE_PORT } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { Settings } from '../../../utils/settings/schema.ts';
import type { PageInTab } from '../ask-page.ts';
import { underlinesOf } from './underlines-of.ts';

/** Underlines the quotes of this screen in their tab while the screen is open. */
export function useUnderlines(page: PageInTab, settings: Settings | null): void {
  const choice = settings?.underlineQuotes ?? 'off';
  const article = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const tabId = page.kind === 'article' ? page.tab.id : null;
  // Serialised, because a new report contains the same quotes as new objects.
  const marks = useMemo(
    () =>
      article === null
        ? ''
        : JSON.stringify(underlinesOf(article.quotes, assignSpeakerColours(article.voices).byQuote)),
    [article],
  );
  useEffect(() => {
    if (choice === 'off' || tabId === null || marks === '') return;
    const port = browser.tabs.connect(tabId, { name: UNDERLINE_PORT, frameId: 0 });
    // A tab that was left needs no handling, but the browser expects `lastError` to be read.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    port.postMessage(JSON.parse(marks));
    return () => port.disconnect();
  }, [choice, tabId, marks]);
}
