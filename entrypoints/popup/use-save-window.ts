import { useEffect, useState } from 'preact/hooks';
import type { SaveWindowProps, WindowSaveState } from '../../components/SaveWindow.tsx';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { TabInfo } from '../../utils/platform/active-tab.ts';
import { browser } from '../../utils/platform/browser.ts';

/** Saving all articles of the tab's window; null where it has no other tab, or is private. */
export function useSaveWindow(tab: TabInfo | null): SaveWindowProps | null {
  const windowId = tab?.windowId ?? null;
  const [tabs, setTabs] = useState(1);
  const [state, setState] = useState<WindowSaveState>({ kind: 'idle' });
  useEffect(() => {
    if (windowId === null) return;
    browser.tabs
      .query({ windowId })
      .then(({ length }) => setTabs(length))
      .catch((error: unknown) => console.warn('offprint: tabs not counted', error));
  }, [windowId]);
  if (windowId === null || tabs < 2 || tab?.isPrivate === true) return null;
  return {
    state,
    onSave: () => {
      setState({ kind: 'saving' });
      sendToBackground('window/save', { windowId })
        .then((sum) => setState({ kind: 'saved', ...sum }))
        .catch((error: unknown) => {
          console.error('offprint: window not saved', error);
          setState({ kind: 'saved', saved: 0, notArticles: 0, failed: tabs });
        });
    },
  };
}
