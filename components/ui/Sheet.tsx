import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { SheetAnnouncer } from './announcer.tsx';
import { IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import './sheet.css';

interface Props {
  title: string;
  /** An additional class beside `sheet`. */
  className?: string;
  /** The id of the text that is read out with the title. */
  describedBy?: string;
  /** The content; gets the function that closes the sheet. */
  children: (close: () => void) => ComponentChildren;
  onClose: () => void;
}

/**
 * A modal dialog over a screen. The close button, Escape and a click on the backdrop close it and return the focus.
 * Key events do not reach the shortcuts of the screen below.
 */
export function Sheet({ title, className, describedBy, children, onClose }: Props) {
  const { t } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = (): void => dialog.current?.close();
  useModal(dialog);
  return (
    <dialog
      class={className === undefined ? 'sheet' : `sheet ${className}`}
      ref={dialog}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="sheet__body">
        <div class="section-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('actionClose')} onClick={close} />
        </div>
        {children(close)}
        <SheetAnnouncer />
      </div>
    </dialog>
  );
}

/** The number of open dialogs: one may open before the previous one has closed. */
let open = 0;

/**
 * Opens a dialog when it is first rendered. Meanwhile the screen does not scroll: its scroll bar, which no backdrop
 * covers, is removed and its space reserved (see `html[data-modal]` in base.css).
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
