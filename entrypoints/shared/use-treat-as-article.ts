import { useState } from 'preact/hooks';
import type { OnOverride } from '../../components/popup/PopupMessages.tsx';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import type { PageInTab } from './ask-page.ts';

interface Treating {
  /** Starts the assistant in the page, once. */
  treat: () => void;
  /** Applies and stores the user's override; null in a private window. */
  override: OnOverride | null;
  /** Why it failed, as a sentence. */
  message: string | null;
}

/** Lets the user overrule the gate. */
export function useTreatAsArticle(page: PageInTab, refresh: () => void): Treating {
  const [message, setMessage] = useState<string | null>(null);
  const { tab } = page;
  const wait = (work: Promise<null>): void => {
    work
      .then(() => setMessage(null))
      .catch((error: unknown) => setMessage(error instanceof Error ? error.message : String(error)))
      .finally(refresh);
  };
  const treat = (): void => {
    if (tab !== null) wait(sendToBackground('page/treatAsArticle', { tabId: tab.id }));
  };
  if (tab === null || tab.isPrivate) return { treat, override: null, message };
  const stated = page.kind === 'article' ? page.article.canonicalUrl : tab.url;
  // A tab learns settings of its own site only, so an override for a canonical address elsewhere would have no effect.
  const url = siteKey(stated) === siteKey(tab.url) || tab.url === '' ? stated : tab.url;
  return {
    treat,
    override: (scope, treatAs) =>
      wait(sendToBackground('page/override', { tabId: tab.id, url, scope, treatAs })),
    message,
  };
}
