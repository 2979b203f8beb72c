import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { ColourChoice } from './ColourChoice.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlights.css';

/** Distance from the words and from the window edges, in px. */
const POPOVER_MARGIN = 8;

interface Props {
  highlight: ReaderHighlight;
  /** Its words in the page; null if they are missing. */
  range: Range | null;
  onChange: (change: { note?: string; colour?: HighlightColour }) => void;
  onDelete: () => void;
  onClose: () => void;
}

/** A highlight's note and colour, below its words. Saves the note however it closes. */
export function HighlightPopover({ highlight, range, onChange, onDelete, onClose }: Props) {
  const { t } = useStrings();
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const written = useRef(highlight.note);
  const latest = useRef({ onChange, onClose });
  latest.current = { onChange, onClose };

  useLayoutEffect(() => {
    const rects = range?.getClientRects();
    const rect = rects?.[rects.length - 1];
    const width = frame.current?.offsetWidth ?? 0;
    const limit = document.documentElement.clientWidth - width - POPOVER_MARGIN;
    const left = rect === undefined ? limit / 2 : rect.left + rect.width / 2 - width / 2;
    setPlace({
      top: (rect?.bottom ?? 80) + window.scrollY + POPOVER_MARGIN,
      left: Math.max(POPOVER_MARGIN, Math.min(limit, left)),
    });
  }, [highlight.id, range]);
  const isPlaced = place !== null;
  // Before painting, so that what is typed at once does not act as shortcuts.
  useLayoutEffect(() => {
    // An element is hidden, and cannot take the focus, until it is positioned.
    if (isPlaced) field.current?.focus({ preventScroll: true });
  }, [isPlaced]);
  // Before painting too, so that a note closed at once is saved.
  useLayoutEffect(() => {
    const before = highlight.note;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) latest.current.onClose();
    };
    const keep = (): void => {
      if (written.current !== before) latest.current.onChange({ note: written.current });
    };
    document.addEventListener('pointerdown', onPointer);
    // A closed window must not lose a note.
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      document.removeEventListener('pointerdown', onPointer);
      window.removeEventListener('pagehide', keep);
    };
  }, [highlight.id]);
  return (
    <div
      class="highlight-popover"
      ref={frame}
      role="dialog"
      aria-label={t('highlightNote')}
      style={place === null ? { visibility: 'hidden' } : { top: `${place.top}px`, left: `${place.left}px` }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <textarea
        ref={field}
        class="highlight-popover__note"
        rows={3}
        dir="auto"
        aria-label={t('highlightNote')}
        placeholder={t('highlightNotePlaceholder')}
        defaultValue={highlight.note}
        onInput={(event) => {
          written.current = event.currentTarget.value;
        }}
      />
      <div class="highlight-popover__foot">
        <ColourChoice colour={highlight.colour} onColour={(colour) => onChange({ colour })} />
        <IconButton icon="trash" label={t('highlightDelete')} onClick={onDelete} />
        <Button onClick={onClose}>{t('actionDone')}</Button>
      </div>
    </div>
  );
}
