import { useState } from 'preact/hooks';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { PageKnowledge } from './ask-page.ts';

/** The reader's word against the gate's: puts the assistant into the page. */
export function useTreatAsArticle(
  page: PageKnowledge,
  refresh: () => void,
): { treat: () => void; message: string | null } {
  const [message, setMessage] = useState<string | null>(null);
  const treat = (): void => {
    if (page.kind === 'loading' || page.tab === null) return;
    sendToBackground('page/treatAsArticle', { tabId: page.tab.id })
      .then((answer) => {
        setMessage(answer.ok ? null : (answer.message ?? ''));
        refresh();
      })
      .catch((error: unknown) => setMessage(error instanceof Error ? error.message : String(error)));
  };
  return { treat, message };
}
