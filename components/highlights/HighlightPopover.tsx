import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlights.css';

/** Distance from the words and from the edges of the window, in px. */
const AWAY = 8;

interface Props {
  highlight: ReaderHighlight;
  /** Its words in the page; null where they are not there. */
  range: Range | null;
  onChange: (change: { note?: string; colour?: HighlightColour }) => void;
  onDelete: () => void;
  onClose: () => void;
}

/** A highlight's note and colour, under its words. What is written is kept when it closes, however that comes. */
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
    const limit = document.documentElement.clientWidth - width - AWAY;
    const left = rect === undefined ? limit / 2 : rect.left + rect.width / 2 - width / 2;
    setPlace({
      top: (rect?.bottom ?? 80) + window.scrollY + AWAY,
      left: Math.max(AWAY, Math.min(limit, left)),
    });
  }, [highlight.id, range]);
  const isPlaced = place !== null;
  // Before it is seen: what is typed at once is not taken for shortcuts.
  useLayoutEffect(() => {
    // Before it has its place it is hidden, and takes no focus.
    if (isPlaced) field.current?.focus({ preventScroll: true });
  }, [isPlaced]);
  // Before it is seen as well: a note that is written and closed at once is kept.
  useLayoutEffect(() => {
    const before = highlight.note;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) latest.current.onClose();
    };
    const keep = (): void => {
      if (written.current !== before) latest.current.onChange({ note: written.current });
    };
    document.addEventListener('pointerdown', onPointer);
    // A closed window must not lose half a note.
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
        <button
          type="button"
          class="icon-button"
          aria-label={t('highlightDelete')}
          title={t('highlightDelete')}
          onClick={onDelete}
        >
          <Icon name="trash" />
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('actionDone')}
        </button>
      </div>
    </div>
  );
}
