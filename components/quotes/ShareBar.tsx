import type { Voice } from '../../utils/quotes/types.ts';
import { commaFor } from '../../utils/text/text-direction.ts';
import { useStrings } from '../ui/base/strings.ts';
import { voiceLabel } from './speaker-label.ts';
import { hueColour, type VoiceHues } from './voices.ts';

/** Units of the drawing; CSS stretches it. */
const WIDTH = 1000;
const HEIGHT = 10;
const GAP = 4;
/** A voice with one word is still to be seen. */
const LEAST = 10;

interface Props {
  voices: readonly Voice[];
  hues: VoiceHues;
  /** The voice pointed at; the others step back. */
  lit: number | null;
}

/** Each voice's share of all quoted words, as one bar. A screen reader hears the figures. */
export function ShareBar({ voices, hues, lit }: Props) {
  const { t, percent } = useStrings();
  const figures = voices.map((voice) => t('panelShareItem', voiceLabel(t, voice), percent(voice.share)));
  const room = WIDTH - GAP * (voices.length - 1) - LEAST * voices.length;
  let x = 0;
  return (
    <svg
      class="share-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${t('panelShareLabel')}: ${figures.join(commaFor(t('panelShareLabel')))}`}
    >
      {voices.map((voice, index) => {
        const width = LEAST + Math.max(0, room) * voice.share;
        const from = x;
        x += width + GAP;
        return (
          <rect
            key={voiceLabel(t, voice)}
            x={from}
            y="0"
            width={width}
            height={HEIGHT}
            opacity={lit === null || lit === index ? 1 : 0.25}
            style={{ fill: hueColour(hues.ofVoice[index] ?? 0) }}
          >
            <title>{figures[index]}</title>
          </rect>
        );
      })}
    </svg>
  );
}
