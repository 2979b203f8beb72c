import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { SheetAnnouncer } from './announcer.tsx';
import { IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import './sheet.css';

interface Props {
  title: string;
  /** An extra class. */
  className?: string;
  /** The id of the element that describes the dialog (`aria-describedby`). */
  describedBy?: string;
  /** Renders the content; receives a function that closes the sheet. */
  children: (close: () => void) => ComponentChildren;
  onClose: () => void;
}

/**
 * A modal dialog. The close button, Escape and a click on the backdrop close it; the focus returns to the element that
 * had it before. Key events do not reach the shortcuts of the screen behind it.
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

/** The number of open dialogs. A dialog may open before the previous one has closed. */
let openCount = 0;

/**
 * Opens a dialog modally when its component mounts. While it is open, the page cannot scroll: the scroll bar, which the
 * backdrop would not cover, is removed and its width reserved (see `html[data-modal]` in base.css).
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (openCount === 0) root.style.setProperty('--scroll-bar', `${innerWidth - root.clientWidth}px`);
    openCount += 1;
    root.dataset.modal = '';
    dialog.current?.showModal();
    return () => {
      openCount -= 1;
      if (openCount > 0) return;
      delete root.dataset.modal;
      root.style.removeProperty('--scroll-bar');
    };
  }, []);
}
