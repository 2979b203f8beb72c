import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { SheetAnnouncer } from './announcer.tsx';
import { useStrings } from './base/strings.ts';
import { useModal } from './hooks/use-modal.ts';
import { Icon } from './Icon.tsx';
import './sheet.css';

interface Props {
  title: string;
  /** A class beside `sheet`. */
  look?: string;
  /** Id of what is read out with the title: a sheet that only tells something. */
  describedBy?: string;
  /** What stands under the title; is given what closes the sheet. */
  children: (close: () => void) => ComponentChildren;
  onClose: () => void;
}

/**
 * A modal sheet over a screen. The button, Escape and a click beside it close it and give the focus back; its keys are
 * its own and reach no shortcut of the screen below.
 */
export function Sheet({ title, look, describedBy, children, onClose }: Props) {
  const { t } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = (): void => dialog.current?.close();
  useModal(dialog);
  return (
    <dialog
      class={look === undefined ? 'sheet' : `sheet ${look}`}
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
          <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children(close)}
        <SheetAnnouncer />
      </div>
    </dialog>
  );
}
