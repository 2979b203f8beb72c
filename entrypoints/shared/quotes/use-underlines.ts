import { useEffect, useMemo, useState } from 'preact/hooks';
import { assignHues } from '../../../components/quotes/voices.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { followSettings } from '../../../utils/platform/settings-storage.ts';
import { UNDERLINE_PORT } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { UnderlineQuotes } from '../../../utils/settings/schema.ts';
import type { PageInTab } from '../ask-page.ts';
import { underlinesOf } from './underlines-of.ts';

function useChoice(): UnderlineQuotes | null {
  const [choice, setChoice] = useState<UnderlineQuotes | null>(null);
  useEffect(() => {
    const life = new AbortController();
    followSettings(({ underlineQuotes }) => setChoice(underlineQuotes), life.signal).catch((error: unknown) =>
      console.warn('offprint: no settings', error),
    );
    return () => life.abort();
  }, []);
  return choice;
}

/** Underlines the quotes of this screen in their tab while the screen is open. */
export function useUnderlines(page: PageInTab): void {
  const choice = useChoice();
  const article = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const tabId = page.kind === 'article' ? page.tab.id : null;
  // Serialised, because a new report contains the same quotes as new objects.
  const marks = useMemo(
    () =>
      article === null
        ? ''
        : JSON.stringify(underlinesOf(article.quotes, assignHues(article.voices).ofQuote)),
    [article],
  );
  useEffect(() => {
    if (choice === null || choice === 'off' || tabId === null || marks === '') return;
    const port = browser.tabs.connect(tabId, { name: UNDERLINE_PORT, frameId: 0 });
    // A tab that was left needs no handling, but the browser expects `lastError` to be read.
    port.onDisconnect.addListener(() => void browser.runtime.lastError);
    port.postMessage(JSON.parse(marks));
    return () => port.disconnect();
  }, [choice, tabId, marks]);
}
