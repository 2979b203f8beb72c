import { useState } from 'preact/hooks';
import type { OnOverride } from '../../components/popup/PopupMessages.tsx';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import type { PageInTab } from './read-page-state.ts';

interface ArticleOverride {
  /** Starts the assistant in the page, without storing an override. */
  treat: () => void;
  /** Applies and stores the user's override; null in a private window. */
  override: OnOverride | null;
  /** Why the last action failed; null if it did not. */
  message: string | null;
}

/** Lets the user override the gate's verdict. */
export function useTreatAsArticle(page: PageInTab, refresh: () => void): ArticleOverride {
  const [message, setMessage] = useState<string | null>(null);
  const { tab } = page;
  const run = (work: Promise<null>): void => {
    work
      .then(() => setMessage(null))
      .catch((error: unknown) => setMessage(error instanceof Error ? error.message : String(error)))
      .finally(refresh);
  };
  const treat = (): void => {
    if (tab !== null) run(sendToBackground('page/treatAsArticle', { tabId: tab.id }));
  };
  if (tab === null || tab.isPrivate) return { treat, override: null, message };
  const statedUrl = page.kind === 'article' ? page.article.canonicalUrl : tab.url;
  // A tab gets only the settings of its own site, so an override for a canonical address on another would have no effect.
  const url = siteKey(statedUrl) === siteKey(tab.url) || tab.url === '' ? statedUrl : tab.url;
  return {
    treat,
    override: (scope, treatAs) =>
      run(sendToBackground('page/override', { tabId: tab.id, url, scope, treatAs })),
    message,
  };
}
