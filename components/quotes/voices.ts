import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import type { Strings } from '../ui/base/strings.ts';

/** Number of hues; a ninth speaker shares the first one's, with the name beside it. */
const HUE_COUNT = 8;

/** The hues of an article's speakers. 0 is “speaker unclear”. */
export interface VoiceHues {
  /** By index into the speakers. */
  ofVoice: number[];
  /** By index into the quotes. */
  ofQuote: Map<number, number>;
}

/**
 * Assigns a hue to every speaker: the most quoted one gets the first, and a name has one hue whether certain or
 * probable.
 *
 * @param voices as `summariseSpeakers` orders them
 */
export function assignHues(voices: readonly QuotedSpeaker[]): VoiceHues {
  const ofVoice: number[] = [];
  const ofQuote = new Map<number, number>();
  const hueByName = new Map<string, number>();
  for (const voice of voices) {
    let hue = 0;
    if (voice.name !== null) {
      hue = hueByName.get(voice.name) ?? (hueByName.size % HUE_COUNT) + 1;
      hueByName.set(voice.name, hue);
    }
    ofVoice.push(hue);
    for (const quote of voice.quotes) ofQuote.set(quote, hue);
  }
  return { ofVoice, ofQuote };
}

/** The CSS value of a hue, for `style`. */
export function hueColour(hue: number): string {
  return `var(--voice-${hue})`;
}

/** The speaker of a quote as shown on screens: the name, “Probably” if it is not certain, or that it is unclear. */
export function speakerLabel(t: Strings['t'], quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): string {
  const { resolvedSpeaker: name } = quote;
  if (name === null) return t('speakerUnclear');
  return isProbable(quote) ? t('speakerProbably', name) : name;
}

/** The same for a speaker. */
export function voiceLabel(
  t: Strings['t'],
  { name, probable }: Pick<QuotedSpeaker, 'name' | 'probable'>,
): string {
  return speakerLabel(t, { resolvedSpeaker: name, sureness: probable ? 'probably' : 'plain' });
}
