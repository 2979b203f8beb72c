import { useRef } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useAnchoredPosition } from '../ui/hooks/use-anchored-position.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import type { SelectedWords } from './use-selection.ts';
import './highlights.css';

interface Props {
  selected: SelectedWords;
  /** False if highlights cannot be stored because the article is not saved. */
  canHighlight: boolean;
  /** The colour used by the shortcut: the last one chosen. */
  defaultColour: HighlightColour;
  onHighlight: (colour: HighlightColour) => void;
  onNote: () => void;
  onCopy: () => Promise<boolean>;
}

/** Actions for the selected words, shown above them. */
export function HighlightBar({ selected, canHighlight, defaultColour, onHighlight, onNote, onCopy }: Props) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const frame = useRef<HTMLDivElement>(null);
  const { rect } = selected;
  const place = useAnchoredPosition(frame, () => rect, [rect], true);
  return (
    <div
      class="highlight-bar"
      ref={frame}
      role="toolbar"
      aria-label={t('highlightActions')}
      style={place}
      // Keeps the selection when a button is pressed.
      onPointerDown={(event) => event.preventDefault()}
    >
      {canHighlight && (
        <>
          {HIGHLIGHT_COLOURS.map((colour) => (
            <button
              type="button"
              key={colour}
              class="swatch"
              data-colour={colour}
              aria-label={t('highlightIn', t(`highlightColour_${colour}`))}
              title={
                colour === defaultColour
                  ? shortcutHints.tooltip(t('highlight'), 'h')
                  : t('highlightIn', t(`highlightColour_${colour}`))
              }
              onClick={() => onHighlight(colour)}
            />
          ))}
          <button
            type="button"
            class="highlight-bar__note"
            title={shortcutHints.tooltip(t('highlightNote'), 'w')}
            onClick={onNote}
          >
            {t('highlightNote')}
          </button>
        </>
      )}
      <CopyButton onCopy={onCopy} />
    </div>
  );
}
