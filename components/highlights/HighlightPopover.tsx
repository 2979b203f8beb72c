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
  /** The highlight's range in the page; null if its words were not found. */
  range: Range | null;
  onChange: (change: { note?: string; colour?: HighlightColour }) => void;
  onDelete: () => void;
  onClose: () => void;
}

/** A popover below a highlight for editing its note and colour. Saves the note, however it is closed. */
export function HighlightPopover({ highlight, range, onChange, onDelete, onClose }: Props) {
  const { t } = useStrings();
  const popover = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useRef(highlight.note);
  const latestOnChange = useRef(onChange);
  latestOnChange.current = onChange;

  const position = useAnchoredPosition(
    popover,
    // If the words were not found, the popover is centred below the reader's bar.
    () =>
      [...(range?.getClientRects() ?? [])].at(-1) ?? { top: 80, bottom: 80, left: innerWidth / 2, width: 0 },
    [highlight.id, range],
  );
  const isPlaced = !('visibility' in position);
  // A layout effect, so that early key presses go to the field instead of acting as shortcuts.
  useLayoutEffect(() => {
    if (isPlaced) field.current?.focus({ preventScroll: true });
  }, [isPlaced]);
  usePressOutside(popover, onClose);
  // Also a layout effect, so that the note is saved even if the popover is closed at once.
  useLayoutEffect(() => {
    const before = highlight.note;
    const saveNote = (): void => {
      if (draft.current !== before) latestOnChange.current({ note: draft.current });
    };
    // Saves the note if the window is closed, too.
    window.addEventListener('pagehide', saveNote);
    return () => {
      saveNote();
      window.removeEventListener('pagehide', saveNote);
    };
  }, [highlight.id]);
  return (
    <div
      class="highlight-popover"
      ref={popover}
      role="dialog"
      aria-label={t('highlightNote')}
      style={position}
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
          draft.current = event.currentTarget.value;
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
