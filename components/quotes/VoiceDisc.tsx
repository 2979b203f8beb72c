import { initials } from '../ui/base/format.ts';
import { hueColour } from './voices.ts';
import './voice-disc.css';

/** A person's initials on their colour. Decorative: the name stands beside it. */
export function VoiceDisc({ name, hue }: { name: string | null; hue: number }) {
  return (
    <span class="voice-disc" style={{ '--hue': hueColour(hue) }} aria-hidden="true">
      {name === null ? '?' : initials(name)}
    </span>
  );
}
