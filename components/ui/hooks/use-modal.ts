import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

let open = 0;

/**
 * Opens a dialog over the whole window. A backdrop does not cover the page's scroll bar: it is taken away meanwhile,
 * and its width kept free so that nothing moves.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const root = document.documentElement;
    if (open === 0) {
      root.style.setProperty('--scroll-bar', `${Math.max(0, window.innerWidth - root.clientWidth)}px`);
      root.dataset.modal = '';
    }
    open += 1;
    dialog.current?.showModal();
    return () => {
      open -= 1;
      if (open > 0) return;
      delete root.dataset.modal;
      root.style.removeProperty('--scroll-bar');
    };
  }, []);
}
