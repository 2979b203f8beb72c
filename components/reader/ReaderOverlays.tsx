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
import type { FurtherProgress } from './hooks/use-reading-progress.ts';
import './reader-overlays.css';
import './reader-quotes.css';

interface FootnoteProps {
  /** The footnote mark that was clicked. */
  mark: HTMLElement;
  /** The note that the mark refers to. */
  note: HTMLElement;
  onClose: () => void;
}

/** Shows a footnote next to its mark, so that the user need not scroll to the end and back. */
export function Footnote({ mark, note, onClose }: FootnoteProps) {
  const { t } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const copy = note.cloneNode(true);
    if (copy instanceof HTMLElement) {
      // Back links (“↩”) do not work in the copy, and ids must stay unique.
      for (const back of copy.querySelectorAll('a[href^="#"]')) back.remove();
      for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
      text.current?.replaceChildren(...copy.childNodes);
    }
  }, [note]);
  const place = useAnchoredPosition(frame, () => mark.getBoundingClientRect(), [mark, note]);
  const isPlaced = !('visibility' in place);
  useLayoutEffect(() => {
    if (isPlaced) frame.current?.focus({ preventScroll: true });
  }, [isPlaced, note]);
  usePressOutside(frame, onClose);
  return (
    <div
      class="footnote"
      ref={frame}
      role="note"
      tabIndex={-1}
      aria-label={t('readerFootnote')}
      style={place}
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

interface QuotePopoverProps
  extends Pick<QuoteCardProps, 'quote' | 'colourIndex' | 'onCopy' | 'onExplain' | 'occurrenceLink'> {
  /** The quote's elements in the text. */
  pieces: readonly HTMLElement[];
  onClose: () => void;
}

/** The speaker of the selected quote, shown below its words. */
export function QuotePopover({
  quote,
  colourIndex,
  pieces,
  onCopy,
  onExplain,
  occurrenceLink,
  onClose,
}: QuotePopoverProps) {
  const { t, count } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const place = useAnchoredPosition(frame, () => [...(pieces.at(-1)?.getClientRects() ?? [])].at(-1), [
    pieces,
  ]);
  return (
    <div class="quote-popover" ref={frame} style={place}>
      <SpeakerDisc
        name={quote.resolvedSpeaker}
        isUnnamed={quote.unnamed || isProbable(quote)}
        colourIndex={colourIndex}
      />
      <span class="quote-popover__who">
        <Attribution quote={quote} onExplain={onExplain} />
        {occurrenceLink !== undefined && (
          <TextButton class="quote__elsewhere" aria-haspopup="dialog" onClick={occurrenceLink.onShow}>
            {count('elsewhere', occurrenceLink.articleCount)}
          </TextButton>
        )}
      </span>
      <CopyButton onCopy={onCopy} />
      <IconButton icon="close" label={t('actionClose')} onClick={onClose} />
    </div>
  );
}

interface PictureZoomProps {
  image: HTMLImageElement;
  onClose: () => void;
}

/** The image's caption in the text. */
function findCaption(image: HTMLImageElement): string {
  return (image.closest('figure')?.querySelector('figcaption')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** One image as large as the window allows. A click, Escape or the button closes it and returns the focus. */
export function ImageZoom({ image, onClose }: PictureZoomProps) {
  const { t } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const caption = findCaption(image);
  useModal(dialog);
  // A layout effect, so that the focus returns even if the view is closed at once.
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

/** Tells the user that they have read further on another device. Stays until they go there, close it or read on. */
export function ResumeBar({ onGo, onDismiss }: FurtherProgress) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const message = t('readerFurther');
  useEffect(() => announce(message), [message]);
  return (
    <ActionBar label={t('readerFurtherGo')} message={message} onDismiss={onDismiss}>
      <TextButton onClick={onGo}>{t('readerFurtherGo')}</TextButton>
    </ActionBar>
  );
}
