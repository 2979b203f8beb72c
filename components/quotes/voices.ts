import type { Voice } from '../../utils/quotes/types.ts';

/** Voices have this many hues; a ninth person shares the first one's, with the name beside it. */
const HUES = 8;

/** The colours of one article's voices. 0 is "speaker unclear". */
export interface VoiceHues {
  /** By index into the voices. */
  ofVoice: number[];
  /** By index into the quotes. */
  ofQuote: Map<number, number>;
}

/**
 * Gives every voice its hue: the weightiest named voice has the first, and whoever is surely and probably quoted has one.
 *
 * @param voices as `summariseVoices` orders them
 */
export function assignHues(voices: readonly Voice[]): VoiceHues {
  const ofVoice: number[] = [];
  const ofQuote = new Map<number, number>();
  const known = new Map<string, number>();
  for (const voice of voices) {
    let hue = 0;
    if (voice.name !== null) {
      hue = known.get(voice.name) ?? (known.size % HUES) + 1;
      known.set(voice.name, hue);
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
