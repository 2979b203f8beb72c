import { useContext, useEffect, useState } from 'preact/hooks';
import type { SiteClutterKinds } from '../../components/popup/HiddenFooter.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { ClutterKind, HiddenItem, HiddenSelection } from '../../utils/clutter/types.ts';
import { sendToBackground, sendToTab } from '../../utils/messaging/send.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { getClutterKinds, setKindForSite, siteKey } from '../../utils/settings/site-settings.ts';
import type { PageInTab } from '../shared/read-page-state.ts';
import type { ChangeSettings } from '../shared/use-settings.ts';
import type { Act, Done } from '../shared/use-undo.ts';

export interface Hiding {
  items: readonly HiddenItem[];
  /** Null until the settings are loaded. */
  kinds: SiteClutterKinds | null;
  setHidden: (which: HiddenSelection, hidden: boolean) => void;
  neverHide: (id: number) => void;
  setKind: (kind: ClutterKind, on: boolean) => void;
  /** Resumes hiding although the page kept reloading itself; the page reports the changes. */
  resume: () => void;
  /** Starts the picker in the page; the popup must close for it. */
  pick: () => Promise<unknown>;
}

/**
 * The hidden items of the page, with switches that react at once.
 *
 * @param act runs actions that can be undone
 */
export function useHidden(
  page: PageInTab,
  settings: Settings | null,
  changeSettings: ChangeSettings,
  act: Act,
): Hiding {
  const reported = page.kind === 'article' ? page.hidden : null;
  const url = page.kind === 'article' ? page.url : '';
  const [items, setItems] = useState<readonly HiddenItem[]>(reported ?? []);
  const { t, count } = useContext(StringsContext);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: not switched', error));
  };
  useEffect(() => {
    if (reported !== null) setItems(reported);
  }, [reported]);
  const tabId = page.kind === 'article' ? page.tab.id : null;
  const shown = items.length === 0 && reported !== null ? reported : items;
  const host = siteKey(url);

  async function setHidden(tab: number, which: HiddenSelection, hide: boolean): Promise<Done | null> {
    const now = await sendToTab(tab, 'page/setHidden', { id: which, hidden: hide });
    setItems(now);
    const was = new Map(shown.map(({ id, hidden }) => [id, hidden]));
    const changed = now.filter(({ id, hidden }) => was.get(id) === !hidden);
    if (changed.length === 0) return null;
    return {
      message: count(hide ? 'hiddenAgainDone' : 'hiddenShownDone', changed.length),
      undo: async () => {
        for (const { id } of changed) {
          setItems(await sendToTab(tab, 'page/setHidden', { id, hidden: !hide }));
        }
      },
    };
  }

  async function neverHide(tab: number, id: number): Promise<Done> {
    const isOwn = shown.some((item) => item.id === id && item.rule !== undefined);
    setItems(await sendToTab(tab, 'page/neverHide', { id }));
    return {
      message: isOwn ? t('hiddenForgetDone') : t('hiddenNeverDone', host),
      undo: async () => {
        const now = await sendToTab(tab, 'page/undoNeverHide', null);
        if (now !== null) setItems(now);
        return now !== null;
      },
    };
  }

  return {
    items: shown,
    kinds:
      settings === null || url === ''
        ? null
        : { host, onSite: getClutterKinds(settings, url), defaults: settings.clutter },
    setHidden: (which, hide) => tabId !== null && act(() => setHidden(tabId, which, hide)),
    neverHide: (id) => tabId !== null && act(() => neverHide(tabId, id)),
    setKind: (kind, on) => run(changeSettings((next) => setKindForSite(next, url, kind, on))),
    resume: () => tabId !== null && run(sendToTab(tabId, 'page/resumeHiding', null)),
    pick: () => (tabId === null ? Promise.resolve() : sendToBackground('page/pick', { tabId })),
  };
}
