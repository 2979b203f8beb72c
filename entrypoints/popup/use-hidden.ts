import { useEffect, useState } from 'preact/hooks';
import type { KindsHere } from '../../components/popup/SiteKinds.tsx';
import type { ClutterKind, HiddenItem, HiddenWhich } from '../../utils/clutter/types.ts';
import { sendToBackground, sendToTab } from '../../utils/messaging/send.ts';
import { clutterKinds, setKindHere, siteKey } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import type { PageKnowledge } from '../shared/ask-page.ts';
import type { ChangeSettings } from './use-settings.ts';

export interface Hiding {
  items: readonly HiddenItem[];
  /** Null until the settings are there. */
  kinds: KindsHere | null;
  setHidden: (which: HiddenWhich, hidden: boolean) => void;
  neverHide: (id: number) => void;
  setKind: (kind: ClutterKind, on: boolean) => void;
  /** Puts the picker into the page; the popup has to make way for it. */
  pick: () => Promise<unknown>;
}

/** What is hidden on the page, with switches that answer at once. */
export function useHidden(
  page: PageKnowledge,
  settings: Settings | null,
  changeSettings: ChangeSettings,
): Hiding {
  const reported = page.kind === 'article' ? page.report.hidden : null;
  const url = page.kind === 'article' ? page.report.url : '';
  const [items, setItems] = useState<readonly HiddenItem[]>(reported ?? []);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: not switched', error));
  };
  useEffect(() => {
    if (reported !== null) setItems(reported);
  }, [reported]);
  const ask = (asking: Promise<HiddenItem[]>): void => run(asking.then(setItems));
  const tabId = page.kind === 'article' ? page.tab.id : null;
  return {
    items: items.length === 0 && reported !== null ? reported : items,
    kinds:
      settings === null || url === ''
        ? null
        : { host: siteKey(url), here: clutterKinds(settings, url), everywhere: settings.clutter },
    setHidden: (id, hidden) => tabId !== null && ask(sendToTab(tabId, 'page/setHidden', { id, hidden })),
    neverHide: (id) => tabId !== null && ask(sendToTab(tabId, 'page/neverHide', { id })),
    setKind: (kind, on) => run(changeSettings((next) => setKindHere(next, url, kind, on))),
    pick: () => (tabId === null ? Promise.resolve() : sendToBackground('page/pick', { tabId })),
  };
}
