import { useLayoutEffect, useState } from 'preact/hooks';
import type { SaveWindowProps, WindowSaveState } from '../../components/popup/Popup.tsx';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { countTabs, type TabInfo } from '../../utils/platform/active-tab.ts';
import { tabInAddress } from '../shared/use-page.ts';

/**
 * Saves all articles of the tab's window, or of the selected tabs.
 *
 * @returns undefined until known; null if the window has no other tab or is private
 */
export function useSaveWindow(tab: TabInfo | null): SaveWindowProps | null | undefined {
  const [tabs, setTabs] = useState<{ all: number; chosen: number } | null>(null);
  const [state, setState] = useState<WindowSaveState>({ kind: 'idle' });
  // Before the tab is known, so that it is not shown later than the rest.
  useLayoutEffect(() => {
    countTabs(tabInAddress())
      .then(setTabs)
      .catch((error: unknown) => {
        console.warn('offprint: tabs not counted', error);
        setTabs({ all: 1, chosen: 1 });
      });
  }, []);
  if (tabs === null) return undefined;
  if (tab === null || tabs.all < 2 || tab.isPrivate) return null;
  const { windowId } = tab;
  const isChosen = tabs.chosen > 1;
  return {
    state,
    selectedTabs: isChosen ? tabs.chosen : null,
    onSave: () => {
      setState({ kind: 'saving', done: 0, total: 0 });
      const life = new AbortController();
      listen(
        'window/progress',
        (event) => {
          if (event.windowId === windowId) setState({ kind: 'saving', done: event.done, total: event.total });
        },
        life.signal,
      );
      sendToBackground('window/save', { windowId, chosen: isChosen })
        .then((sum) => setState({ kind: 'saved', ...sum }))
        .catch((error: unknown) => {
          console.error('offprint: window not saved', error);
          setState({ kind: 'failed' });
        })
        .finally(() => life.abort());
    },
  };
}
