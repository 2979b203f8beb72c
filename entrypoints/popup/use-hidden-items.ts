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

export interface HiddenItems {
  items: readonly HiddenItem[];
  /** Null until the settings are loaded. */
  kinds: SiteClutterKinds | null;
  setHidden: (which: HiddenSelection, hidden: boolean) => void;
  neverHide: (id: number) => void;
  setKind: (kind: ClutterKind, on: boolean) => void;
  /** Resumes hiding that was paused because the page kept reloading itself. */
  resume: () => void;
  /** Starts the picker in the page. The popup must be closed then. */
  pick: () => Promise<unknown>;
}

/**
 * The hidden items of the page, and the actions on them. The items are updated from the page's answers.
 *
 * @param act runs actions that can be undone
 */
export function useHiddenItems(
  page: PageInTab,
  settings: Settings | null,
  changeSettings: ChangeSettings,
  act: Act,
): HiddenItems {
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
    const current = await sendToTab(tab, 'page/setHidden', { id: which, hidden: hide });
    setItems(current);
    const was = new Map(shown.map(({ id, hidden }) => [id, hidden]));
    const changed = current.filter(({ id, hidden }) => was.get(id) === !hidden);
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
    const hasUserRule = shown.some((item) => item.id === id && item.rule !== undefined);
    setItems(await sendToTab(tab, 'page/neverHide', { id }));
    return {
      message: hasUserRule ? t('hiddenForgetDone') : t('hiddenNeverDone', host),
      undo: async () => {
        const current = await sendToTab(tab, 'page/undoNeverHide', null);
        if (current !== null) setItems(current);
        return current !== null;
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
