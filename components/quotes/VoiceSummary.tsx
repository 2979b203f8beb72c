import { useId, useState } from 'preact/hooks';
import type { Voice } from '../../utils/quotes/types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ShareBar } from './ShareBar.tsx';
import { voiceLabel } from './speaker-label.ts';
import { VoiceDisc } from './VoiceDisc.tsx';
import type { VoiceHues } from './voices.ts';

/** Voices listed before "more". */
const SHOWN = 6;

interface Props {
  voices: readonly Voice[];
  hues: VoiceHues;
  /** Index of the voice whose quotes alone are shown, or null for all. */
  only: number | null;
  onOnly: (voice: number | null) => void;
}

interface VoiceSection {
  kind: 'named' | 'unnamed' | 'probable' | 'unclear';
  /** Index of the first of them among all voices. */
  from: number;
  list: Voice[];
}

function kindOf({ name, probable, unnamed }: Voice): VoiceSection['kind'] {
  if (name === null) return 'unclear';
  if (probable) return 'probable';
  return unnamed ? 'unnamed' : 'named';
}

/** Voices in the order in which they come, those with a name apart from those without and from the unclear. */
function voiceSections(voices: readonly Voice[]): VoiceSection[] {
  const sections: VoiceSection[] = [];
  for (const [index, voice] of voices.entries()) {
    const kind = kindOf(voice);
    const last = sections.at(-1);
    if (last?.kind === kind) last.list.push(voice);
    else sections.push({ kind, from: index, list: [voice] });
  }
  return sections;
}

/** Who is quoted and how much: people by name, and apart from them sources without one. A click on a voice shows that one alone, another click all again. */
export function VoiceSummary({ voices, hues, only, onOnly }: Props) {
  const { t, count, percent } = useStrings();
  const [pointed, setPointed] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const headId = useId();
  const shown = all || voices.length <= SHOWN + 1 ? voices : voices.slice(0, SHOWN);
  const pick = (voice: number): void => onOnly(only === voice ? null : voice);
  const row = (voice: Voice, index: number) => (
    <li key={voiceLabel(t, voice)}>
      <button
        type="button"
        class="voice-row"
        aria-pressed={only === index}
        onClick={() => pick(index)}
        onMouseEnter={() => setPointed(index)}
        onMouseLeave={() => setPointed(null)}
      >
        <VoiceDisc
          name={voice.name}
          unnamed={voice.unnamed || voice.probable}
          hue={hues.ofVoice[index] ?? 0}
        />
        <span class="voice-row__who">
          <span class="voice-row__name" data-probable={voice.probable === true} dir="auto">
            {voiceLabel(t, voice)}
          </span>
          {voice.role !== null && (
            <span class="voice-row__role" dir="auto">
              {voice.role}
            </span>
          )}
        </span>
        <span class="voice-row__figures">
          {count('quotesShare', voice.quotes.length, percent(voice.share))}
        </span>
      </button>
    </li>
  );
  return (
    <section class="voice-summary" aria-label={t('panelWhoIsQuoted')}>
      <ShareBar voices={voices} hues={hues} lit={pointed ?? only} />
      {voiceSections(shown).map(({ kind, from, list }) => (
        <div key={kind} class="voice-list__section">
          {kind === 'unnamed' && (
            <h3 class="voice-list__head" id={headId}>
              {t('voicesUnnamed')}
            </h3>
          )}
          <ul class="voice-list" aria-labelledby={kind === 'unnamed' ? headId : undefined}>
            {list.map((voice, at) => row(voice, from + at))}
          </ul>
        </div>
      ))}
      {shown.length < voices.length && (
        <button type="button" class="text-button" onClick={() => setAll(true)}>
          {count('panelMoreVoices', voices.length - shown.length)}
        </button>
      )}
    </section>
  );
}
