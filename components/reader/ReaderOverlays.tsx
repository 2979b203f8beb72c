import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isProbable } from '../../utils/quotes/confidence-level.ts';
import { Attribution, type QuoteCardProps, SpeakerDisc } from '../quotes/QuoteCard.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { IconButton, TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useAnchoredPosition } from '../ui/hooks/use-anchored-position.ts';
import { usePressOutside } from '../ui/hooks/use-press-outside.ts';
import { useModal } from '../ui/Sheet.tsx';
import { ActionBar } from '../ui/UndoBar.tsx';
import type { ResumeOffer } from './hooks/use-reading-progress.ts';
import './reader-overlays.css';
import './reader-quotes.css';

interface FootnoteProps {
  /** The footnote mark that was clicked. */
  mark: HTMLElement;
  /** The note that the mark refers to. */
  note: HTMLElement;
  onClose: () => void;
}

/** A popover that shows a footnote next to its mark, so that the user need not scroll to the end and back. */
export function Footnote({ mark, note, onClose }: FootnoteProps) {
  const { t } = useStrings();
  const popover = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const copy = note.cloneNode(true);
    if (copy instanceof HTMLElement) {
      // Back links (“↩”) do not work in the copy, and ids must stay unique.
      for (const back of copy.querySelectorAll('a[href^="#"]')) back.remove();
      for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
      text.current?.replaceChildren(...copy.childNodes);
    }
  }, [note]);
  const position = useAnchoredPosition(popover, () => mark.getBoundingClientRect(), [mark, note]);
  const isPlaced = !('visibility' in position);
  useLayoutEffect(() => {
    if (isPlaced) popover.current?.focus({ preventScroll: true });
  }, [isPlaced, note]);
  usePressOutside(popover, onClose);
  return (
    <div
      class="footnote"
      ref={popover}
      role="note"
      tabIndex={-1}
      aria-label={t('readerFootnote')}
      style={position}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        mark.focus({ preventScroll: true });
      }}
    >
      <div class="footnote__words" ref={text} dir="auto" />
      <IconButton icon="close" label={t('actionClose')} onClick={onClose} />
    </div>
  );
}

interface QuotePopoverProps extends Pick<QuoteCardProps, 'quote' | 'colourIndex' | 'onCopy' | 'onExplain'> {
  /** The quote's elements in the text. */
  quoteElements: readonly HTMLElement[];
  onClose: () => void;
}

/** A popover below the selected quote with its speaker. */
export function QuotePopover({
  quote,
  colourIndex,
  quoteElements,
  onCopy,
  onExplain,
  onClose,
}: QuotePopoverProps) {
  const { t } = useStrings();
  const popover = useRef<HTMLDivElement>(null);
  const position = useAnchoredPosition(
    popover,
    () => [...(quoteElements.at(-1)?.getClientRects() ?? [])].at(-1),
    [quoteElements],
  );
  return (
    <div class="quote-popover" ref={popover} style={position}>
      <SpeakerDisc
        name={quote.resolvedSpeaker}
        isUnnamed={quote.unnamed || isProbable(quote)}
        colourIndex={colourIndex}
      />
      <span class="quote-popover__who">
        <Attribution quote={quote} onExplain={onExplain} />
      </span>
      <CopyButton onCopy={onCopy} />
      <IconButton icon="close" label={t('actionClose')} onClick={onClose} />
    </div>
  );
}

interface ImageZoomProps {
  image: HTMLImageElement;
  onClose: () => void;
}

/** Returns the caption of an image, or `''`. */
function findCaption(image: HTMLImageElement): string {
  return (image.closest('figure')?.querySelector('figcaption')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Shows an image in the whole window. A click, Escape or the button closes it and returns the focus. */
export function ImageZoom({ image, onClose }: ImageZoomProps) {
  const { t } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const caption = findCaption(image);
  useModal(dialog);
  // A layout effect, so that the focus returns even if the dialog is closed at once.
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
      <IconButton icon="close" label={t('actionClose')} class="zoom__close" />
    </dialog>
  );
}

/** Offers to jump to the position reached on another device. Shown until the user jumps, dismisses it or reads on. */
export function ResumeBar({ onResume, onDismiss }: ResumeOffer) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const message = t('readerFurther');
  useEffect(() => announce(message), [message]);
  return (
    <ActionBar label={t('readerFurtherGo')} message={message} onDismiss={onDismiss}>
      <TextButton onClick={onResume}>{t('readerFurtherGo')}</TextButton>
    </ActionBar>
  );
}
