import { useRef } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useAnchoredPosition } from '../ui/hooks/use-anchored-position.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import type { TextSelection } from './use-selection.ts';
import './highlights.css';

interface Props {
  selection: TextSelection;
  /** False if the article is not saved, so that highlights cannot be stored. */
  canHighlight: boolean;
  /** The last colour chosen, which the shortcut uses. */
  defaultColour: HighlightColour;
  onHighlight: (colour: HighlightColour) => void;
  onNote: () => void;
  onCopy: () => Promise<boolean>;
}

/** A toolbar above the selected text: highlight it, add a note, copy it. */
export function HighlightBar({ selection, canHighlight, defaultColour, onHighlight, onNote, onCopy }: Props) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const toolbar = useRef<HTMLDivElement>(null);
  const { rect } = selection;
  const position = useAnchoredPosition(toolbar, () => rect, [rect], true);
  return (
    <div
      class="highlight-bar"
      ref={toolbar}
      role="toolbar"
      aria-label={t('highlightActions')}
      style={position}
      // Pressing a button must not clear the selection.
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
