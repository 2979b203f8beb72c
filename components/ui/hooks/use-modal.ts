import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** How many dialogs are open: one may open before the one that led to it is gone. */
let open = 0;

/**
 * Shows a dialog above the screen when it is first drawn. Meanwhile the screen does not scroll: its scroll bar, which no
 * backdrop covers, is taken away, and its room is kept so that nothing moves (see `html[data-modal]` in base.css).
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (open === 0) root.style.setProperty('--scroll-bar', `${innerWidth - root.clientWidth}px`);
    open += 1;
    root.dataset.modal = '';
    dialog.current?.showModal();
    return () => {
      open -= 1;
      if (open > 0) return;
      delete root.dataset.modal;
      root.style.removeProperty('--scroll-bar');
    };
  }, []);
}
