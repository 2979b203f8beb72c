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
  // A layout effect that does not wait for the tab, so that the button appears together with the rest.
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
  const isSelectionOnly = tabs.chosen > 1;
  return {
    state,
    selectedTabs: isSelectionOnly ? tabs.chosen : null,
    onSave: () => {
      setState({ kind: 'saving', done: 0, total: 0 });
      const controller = new AbortController();
      listen(
        'window/progress',
        (event) => {
          if (event.windowId === windowId) setState({ kind: 'saving', done: event.done, total: event.total });
        },
        controller.signal,
      );
      sendToBackground('window/save', { windowId, chosen: isSelectionOnly })
        .then(({ replaced, undo, ...counts }) => {
          setState({ kind: 'saved', ...counts });
          if (undo === undefined) return;
          const restore = () => sendToBackground('save/undo', { token: undo });
          offer({ message: count('windowReplaced', replaced), undo: restore });
        })
        .catch((error: unknown) => {
          console.error('offprint: window not saved', error);
          setState({ kind: 'failed' });
        })
        .finally(() => controller.abort());
    },
  };
}
