/** Where something stands in an article's text: UTF-16 offsets, the end exclusive. */
export type Offsets = [start: number, end: number];

/**
 * How sure the name of a speaker is. `plain`: right at least 97 times in 100 on sites left out of the fit; `probably`: less
 * sure, and marked as such wherever it is shown.
 */
export type Sureness = 'plain' | 'probably';

/** Where an article says who speaks a quote. */
export interface SpeakerPlaces {
  /** The words that name the speaker at the quote: "he", "the mayor", "Lindqvist". */
  speaker?: Offsets;
  /** The attribution cue that ties them to the quote: "said". */
  cue?: Offsets;
  /** Where that speaker is named, if those words are no full name. */
  named?: Offsets;
}

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
  /** Null where the speaker is unclear. A name without it is plain: the user said so, or it is no engine's. */
  sureness?: Sureness | null;
  /** 0–1, how likely an editor would pull this quote out. */
  key: number;
  /** The paper itself repeats it as a pull quote. */
  pulledOut?: boolean;
  /** Full names of the people it plainly names, its speaker left out; absent when nobody. */
  about?: string[];
  /** The speaker has no name: `resolvedSpeaker` holds the words for them, "a spokesman". Absent where there is a name. */
  unnamed?: boolean;
  /** Absent where nothing near the quote says who speaks. */
  places?: SpeakerPlaces;
}

/** Words of an article's text with their place, by which it is found again where the text has changed. */
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
  /** The name is only a probable one; absent where it is plain. Quotes that are surely of the same person are another voice. */
  probable?: boolean;
  /** A source without a name, "two officials"; absent where it has one. */
  unnamed?: boolean;
}

/** What the engine may know besides the text. */
export interface QuoteContext {
  lang?: string | null;
  /** Headline, for ranking and for full names. */
  title?: string | null;
  excerpt?: string | null;
  byline?: string | null;
}

/**
 * An article as the engine is asked about it. Plain data: it goes from a tab to a worker. What the page's layout says
 * of a quotation would be told here; today the engine reads the text alone.
 */
export interface QuoteQuestion {
  text: string;
  /** BCP 47, as the page states it. */
  lang: string | null;
  title: string | null;
  excerpt: string | null;
  byline: string | null;
}

/** What of an article the engine is told. */
export function questionOf({ text, lang, title, excerpt, byline }: QuoteQuestion): QuoteQuestion {
  return { text, lang, title, excerpt, byline };
}
