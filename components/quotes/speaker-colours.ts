import type { QuotedSpeaker } from '../../utils/quotes/types.ts';

/** Number of colours. From the ninth speaker on they repeat; the name is always shown, too. */
const COLOUR_COUNT = 8;

/** The colours of an article's speakers, as indices into the palette `--voice-<index>`. 0 is for unclear speakers. */
export interface SpeakerColours {
  /** The colour of each speaker. */
  bySpeaker: number[];
  /** The colour of each quote, keyed by its index in the article. */
  byQuote: Map<number, number>;
}

/**
 * Assigns a colour to every speaker, in the given order. Certain and probable quotes of one person share a colour.
 *
 * @param voices in the order returned by `summariseSpeakers`
 */
export function assignSpeakerColours(voices: readonly QuotedSpeaker[]): SpeakerColours {
  const bySpeaker: number[] = [];
  const byQuote = new Map<number, number>();
  const colourByName = new Map<string, number>();
  for (const voice of voices) {
    let colour = 0;
    if (voice.name !== null) {
      colour = colourByName.get(voice.name) ?? (colourByName.size % COLOUR_COUNT) + 1;
      colourByName.set(voice.name, colour);
    }
    bySpeaker.push(colour);
    for (const quote of voice.quotes) byQuote.set(quote, colour);
  }
  return { bySpeaker, byQuote };
}

/** Returns the CSS value of a speaker's colour. */
export function speakerColour(index: number): string {
  return `var(--voice-${index})`;
}
