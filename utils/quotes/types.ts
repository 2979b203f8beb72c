/** One direct quote. Offsets are UTF-16 indices into the text it was found in, inside the quotation marks. */
export interface Quote {
  /** Exactly `text.slice(start, end)` of the article's text. */
  text: string;
  start: number;
  end: number;
  /** Quotes of one attribution (`"A," he said, "B."`) share a number. */
  group: number;
  /** The words that name the speaker where the quote stands: "he", "Lindqvist", "the mayor". */
  speaker: string | null;
  /** Full name after resolution, or null: "speaker unclear". */
  resolvedSpeaker: string | null;
  /** The speaker's role in this article's own words: "U.S. President". */
  role: string | null;
  /** The attribution cue: "said", "according to". */
  cue: string | null;
  /** Who reported it, when it came through somebody: "the Kremlin". */
  via: string | null;
  /** How the speaker was found; `user`: corrected by the user. */
  evidence: 'cue' | 'same-sentence' | 'same-paragraph' | 'continues' | 'before' | 'none' | 'user';
  /** 0–1. Below the engine's bar `resolvedSpeaker` is null. */
  confidence: number;
  /** 0–1, how likely an editor would pull this quote out. */
  key: number;
  /** The paper itself repeats it as a pull quote. */
  pulledOut?: boolean;
  /** Full names of the people it plainly names, its speaker left out; absent when nobody. */
  about?: string[];
}

/** A stretch of an article's text with its words, by which it is found again where the text has changed. */
export type Quotation = Pick<Quote, 'text' | 'start' | 'end'>;

/** Somebody who is quoted in one article. */
export interface Voice {
  /** Full name, or null for all quotes whose speaker is unclear. */
  name: string | null;
  role: string | null;
  /** Indices into the article's quotes, in order of the text. */
  quotes: number[];
  /** Words quoted. */
  words: number;
  /** Share of all quoted words, 0–1. */
  share: number;
  /** Index of the quote that carries most, or -1. */
  keyQuote: number;
  /** Whom their quotes name most, at most three; absent when nobody plainly. */
  about?: string[];
}

/** What the engine may know besides the text. */
export interface QuoteContext {
  lang?: string | null;
  /** Headline, for ranking and for full names. */
  title?: string | null;
  excerpt?: string | null;
  byline?: string | null;
}
