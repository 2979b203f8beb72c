import { useLayoutEffect, useState } from 'preact/hooks';
import type { SaveWindowProps, WindowSaveState } from '../../components/popup/Popup.tsx';
import { useStrings } from '../../components/ui/base/strings.ts';
import { listen } from '../../utils/messaging/receive.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { countTabs, type TabInfo } from '../../utils/platform/active-tab.ts';
import type { useUndo } from '../shared/use-undo.ts';
import { tabIdFromUrl } from '../shared/use-watched-page.ts';

/**
 * Saves all articles of the tab's window, or of the selected tabs.
 *
 * @param offer offers to restore the texts that were replaced
 * @returns undefined until known; null if the window has no other tab or is private
 */
export function useSaveWindow(
  tab: TabInfo | null,
  offer: ReturnType<typeof useUndo>['offer'],
): SaveWindowProps | null | undefined {
  const { count } = useStrings();
  const [tabs, setTabs] = useState<{ all: number; chosen: number } | null>(null);
  const [state, setState] = useState<WindowSaveState>({ kind: 'idle' });
  // Before the tab is known, so that it is not shown later than the rest.
  useLayoutEffect(() => {
    countTabs(tabIdFromUrl())
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
        .then(({ replaced, undo, ...sum }) => {
          setState({ kind: 'saved', ...sum });
          if (undo === undefined) return;
          const takeBack = () => sendToBackground('save/undo', { token: undo });
          offer({ message: count('windowReplaced', replaced), undo: takeBack });
        })
        .catch((error: unknown) => {
          console.error('offprint: window not saved', error);
          setState({ kind: 'failed' });
        })
        .finally(() => life.abort());
    },
  };
}
