import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useAnchoredPosition } from '../ui/hooks/use-anchored-position.ts';
import { usePressOutside } from '../ui/hooks/use-press-outside.ts';
import { ColourChoice } from './ColourChoice.tsx';
import type { ReaderHighlight } from './use-highlight-ranges.ts';
import './highlights.css';

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
  const written = useRef(highlight.note);
  const latest = useRef(onChange);
  latest.current = onChange;

  const place = useAnchoredPosition(
    frame,
    // Without its words it is in the middle, below the bar.
    () =>
      [...(range?.getClientRects() ?? [])].at(-1) ?? { top: 80, bottom: 80, left: innerWidth / 2, width: 0 },
    [highlight.id, range],
  );
  const isPlaced = !('visibility' in place);
  // Before painting, so that what is typed at once does not act as shortcuts.
  useLayoutEffect(() => {
    if (isPlaced) field.current?.focus({ preventScroll: true });
  }, [isPlaced]);
  usePressOutside(frame, onClose);
  // Before painting too, so that a note closed at once is saved.
  useLayoutEffect(() => {
    const before = highlight.note;
    const keep = (): void => {
      if (written.current !== before) latest.current({ note: written.current });
    };
    // A closed window must not lose a note.
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [highlight.id]);
  return (
    <div
      class="highlight-popover"
      ref={frame}
      role="dialog"
      aria-label={t('highlightNote')}
      style={place}
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
