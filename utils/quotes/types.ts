/** A range of an article's text: UTF-16 offsets, the end exclusive. */
export type Offsets = [start: number, end: number];

/**
 * How certain a speaker's name is. `plain`: precision of at least 97% on held-out sites; `probably`:
 * less certain, and marked as such wherever it is shown.
 */
export type ConfidenceLevel = 'plain' | 'probably';

/** The parts of an article that identify the speaker of a quote. */
export interface SpeakerOffsets {
  /** The words that name the speaker at the quote: "he", "the mayor", "Lindqvist". */
  speaker?: Offsets;
  /** The attribution cue that connects them to the quote: "said". */
  cue?: Offsets;
  /** The full name of that speaker elsewhere, if those words are not one. */
  named?: Offsets;
}

/** One direct quote. Offsets are UTF-16 indices into the text it was found in, inside the quotation marks. */
export interface Quote {
  /** Exactly `text.slice(start, end)` of the article's text. */
  text: string;
  start: number;
  end: number;
  /** Quotes of one attribution (`"A," he said, "B."`) have the same number. */
  group: number;
  /** The words that name the speaker at the quote: "he", "Lindqvist", "the mayor". */
  speaker: string | null;
  /** Full name after resolution; null for an unclear speaker. */
  resolvedSpeaker: string | null;
  /** The speaker's role in this article's own words: "U.S. President". */
  role: string | null;
  /** The attribution cue: "said", "according to". */
  cue: string | null;
  /** Who passed it on, if anybody: "the Kremlin". */
  via: string | null;
  /** How the speaker was found; `user`: set by the user. */
  evidence: 'cue' | 'same-sentence' | 'same-paragraph' | 'continues' | 'before' | 'none' | 'user';
  /** 0–1. Below the threshold (`MIN_SPEAKER_CONFIDENCE`), `resolvedSpeaker` is null. */
  confidence: number;
  /**
   * Null for an unclear speaker. If absent, the name is plain: it was set by the user or does not come from the engine.
   */
  sureness?: ConfidenceLevel | null;
  /** The probability that an editor would pull this quote out, 0–1. */
  key: number;
  /** Whether the paper itself repeats it as a pull quote. */
  pulledOut?: boolean;
  /** Full names of the people it unambiguously mentions, except its speaker; absent if there are none. */
  about?: string[];
  /**
   * Whether the speaker has no name: then `resolvedSpeaker` is a description such as "a spokesman". Absent if there is
   * a name.
   */
  unnamed?: boolean;
  /** Absent if nothing near the quote identifies the speaker. */
  places?: SpeakerOffsets;
}

/** Words of an article's text with their position, so that they can be found again after the text has changed. */
export type Quotation = Pick<Quote, 'text' | 'start' | 'end'>;

/** A speaker quoted in one article. */
export interface QuotedSpeaker {
  /** Full name; null for all quotes with an unclear speaker. */
  name: string | null;
  role: string | null;
  /** Indices into the article's quotes, in text order. */
  quotes: number[];
  /** Number of quoted words. */
  words: number;
  /** Share of all quoted words, 0–1. */
  share: number;
  /** Index of the most important quote, or -1. */
  keyQuote: number;
  /** The people their quotes mention most, at most three; absent if there are none. */
  about?: string[];
  /** Whether the name is only probable; absent if it is plain. The same person's plain quotes are a separate entry. */
  probable?: boolean;
  /** Whether it is an unnamed source ("two officials"); absent for a name. */
  unnamed?: boolean;
}

/** Optional information besides the text. */
export interface QuoteContext {
  lang?: string | null;
  /** Headline, for ranking and for full names. */
  title?: string | null;
  excerpt?: string | null;
  byline?: string | null;
}

/**
 * The engine's input for an article. Plain data, because it is sent from a tab to a worker. It could include layout
 * information about quotations; currently the engine reads only the text.
 */
export interface QuoteInput {
  text: string;
  /** BCP 47, as the page states it. */
  lang: string | null;
  title: string | null;
  excerpt: string | null;
  byline: string | null;
}

/** Finds the quotes of an article, usually in a worker. */
export type QuoteFinder = (question: QuoteInput) => Promise<Quote[]>;

/** Extracts the engine's input from an article. */
export function toQuoteInput({ text, lang, title, excerpt, byline }: QuoteInput): QuoteInput {
  return { text, lang, title, excerpt, byline };
}
