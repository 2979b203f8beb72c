import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { useModal } from '../ui/hooks/use-modal.ts';
import { Icon } from '../ui/Icon.tsx';
import './picture-zoom.css';

interface Props {
  image: HTMLImageElement;
  onClose: () => void;
}

/** What stands under a picture in the text. */
function captionOf(image: HTMLImageElement): string {
  return (image.closest('figure')?.querySelector('figcaption')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** One picture as large as the window allows. A click, Escape or the button closes it and gives the focus back. */
export function PictureZoom({ image, onClose }: Props) {
  const { t } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const caption = captionOf(image);
  useModal(dialog);
  // At once: a window that is closed right away gives the focus back, too.
  useLayoutEffect(() => () => (image.closest('button') ?? image).focus({ preventScroll: true }), [image]);
  return (
    <dialog
      class="zoom"
      ref={dialog}
      aria-label={image.alt || caption || t('readerZoom')}
      onClose={onClose}
      onClick={() => dialog.current?.close()}
      onKeyDown={(event) => event.key === 'Escape' || event.stopPropagation()}
    >
      <figure class="zoom__picture">
        <img src={image.currentSrc || image.src} alt={image.alt} />
        {caption !== '' && <figcaption dir="auto">{caption}</figcaption>}
      </figure>
      <button type="button" class="icon-button zoom__close" aria-label={t('actionClose')}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}
