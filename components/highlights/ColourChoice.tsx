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
  const name = useId();
  return (
    <fieldset class="swatches">
      <legend class="visually-hidden">{t('highlightColour')}</legend>
      {HIGHLIGHT_COLOURS.map((one) => (
        <label key={one} class="swatch" data-colour={one} title={t(`highlightColour_${one}`)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={one}
            checked={one === colour}
            onChange={() => onColour(one)}
          />
          <span class="visually-hidden">{t(`highlightColour_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
