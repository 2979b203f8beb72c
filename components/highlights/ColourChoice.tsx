import { useId } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { useStrings } from '../ui/base/strings.ts';
import './highlights.css';

interface Props {
  colour: HighlightColour;
  onColour: (colour: HighlightColour) => void;
}

/** The highlight colours, as radio buttons. */
export function ColourChoice({ colour, onColour }: Props) {
  const { t } = useStrings();
  const groupName = useId();
  return (
    <fieldset class="swatches">
      <legend class="visually-hidden">{t('highlightColour')}</legend>
      {HIGHLIGHT_COLOURS.map((option) => (
        <label key={option} class="swatch" data-colour={option} title={t(`highlightColour_${option}`)}>
          <input
            type="radio"
            class="visually-hidden"
            name={groupName}
            value={option}
            checked={option === colour}
            onChange={() => onColour(option)}
          />
          <span class="visually-hidden">{t(`highlightColour_${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
