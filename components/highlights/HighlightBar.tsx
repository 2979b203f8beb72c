import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { useStrings } from '../ui/base/strings.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import type { SelectedWords } from './use-selection.ts';
import './highlights.css';

/** Distance from the words and from the window edges, in px. */
const BAR_MARGIN = 8;

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
  const keyNames = useKeyNames();
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const { rect } = selected;
  useLayoutEffect(() => {
    const width = frame.current?.offsetWidth ?? 0;
    const height = frame.current?.offsetHeight ?? 0;
    const limit = document.documentElement.clientWidth - width - BAR_MARGIN;
    const above = rect.top - height - BAR_MARGIN;
    setPlace({
      // Below the words if there is no room above.
      top: (above < 56 ? rect.bottom + BAR_MARGIN : above) + window.scrollY,
      left: Math.max(BAR_MARGIN, Math.min(limit, rect.left + rect.width / 2 - width / 2)),
    });
  }, [rect]);
  return (
    <div
      class="highlight-bar"
      ref={frame}
      role="toolbar"
      aria-label={t('highlightActions')}
      style={place === null ? { visibility: 'hidden' } : { top: `${place.top}px`, left: `${place.left}px` }}
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
                  ? keyNames.title(t('highlight'), 'h')
                  : t('highlightIn', t(`highlightColour_${colour}`))
              }
              onClick={() => onHighlight(colour)}
            />
          ))}
          <button
            type="button"
            class="highlight-bar__note"
            title={keyNames.title(t('highlightNote'), 'w')}
            onClick={onNote}
          >
            {t('highlightNote')}
          </button>
        </>
      )}
      <CopyButton onCopy={onCopy} label={t('copyWithCitation')} successMessage={t('copiedAnnounce')} />
    </div>
  );
}
