import { useEffect, useState } from 'preact/hooks';
import type { HiddenItem } from '../../utils/clutter/types.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import type { PageKnowledge } from '../shared/ask-page.ts';

/** What is hidden on the page, with a switch that answers at once. */
export function useHidden(page: PageKnowledge): {
  items: readonly HiddenItem[];
  setHidden: (id: number | 'all', hidden: boolean) => void;
} {
  const reported = page.kind === 'article' ? page.report.hidden : null;
  const [items, setItems] = useState<readonly HiddenItem[]>(reported ?? []);
  useEffect(() => {
    if (reported !== null) setItems(reported);
  }, [reported]);
  const setHidden = (id: number | 'all', hidden: boolean): void => {
    if (page.kind !== 'article') return;
    sendToTab(page.tab.id, 'page/setHidden', { id, hidden })
      .then(setItems)
      .catch((error: unknown) => console.error('offprint: not switched', error));
  };
  return { items: items.length === 0 && reported !== null ? reported : items, setHidden };
}
