import { initials } from '../ui/base/format.ts';
import { hueColour } from './voices.ts';
import './voice-disc.css';

interface Props {
  name: string | null;
  hue: number;
  /** The name is none: “a spokesman” has no initials. */
  unnamed?: boolean | undefined;
}

/** A person's initials on their colour, a ring for a source without a name. Decorative: the name stands beside it. */
export function VoiceDisc({ name, hue, unnamed = false }: Props) {
  return (
    <span class="voice-disc" data-unnamed={unnamed} style={{ '--hue': hueColour(hue) }} aria-hidden="true">
      {unnamed ? '' : name === null ? '?' : initials(name)}
    </span>
  );
}
