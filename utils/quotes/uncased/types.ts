/** Languages without capitals, whose names only their grammar tells. */
export const UNCASED_CODES = ['ar', 'ja', 'ko', 'zh'] as const;

export type UncasedCode = (typeof UNCASED_CODES)[number];

/** A piece of the article's text; offsets are UTF-16 indices into it. */
export interface Piece {
  start: number;
  end: number;
}

/** What stands around one span in quotation marks. What is quoted is blanked out of it, letter by letter. */
export interface Scene {
  /** Inside the marks, as printed. */
  quote: string;
  /** Its sentence up to the opening mark, and where that begins. */
  before: string;
  beforeAt: number;
  /** Its sentence behind the closing mark, and where that begins. */
  after: string;
  afterAt: number;
  /** Sentences before it in the paragraph, nearest first. */
  earlier: { words: string; at: number }[];
  /** The last sentences of the paragraph before, nearest first. */
  paragraphBefore: { words: string; at: number }[];
  /** The sentence that follows in the paragraph, or in the next one behind a quote that is a paragraph of its own. */
  next: { words: string; at: number } | null;
  /** Names that the article is known to have. */
  names: ReadonlySet<string>;
  /** Stands in the headline, if the text begins with one. */
  isHeadline: boolean;
}

/** What a phrase is understood to name. */
export interface Party {
  /** The name alone, or the whole phrase of somebody without one. */
  name: string;
  /** `maybe`: a person, if the article names one so elsewhere. `same` and `house` point back to one named before ("he", "the firm"); `role`: a role that may be somebody's named elsewhere. */
  kind: 'person' | 'maybe' | 'group' | 'role' | 'same' | 'house';
  /** Words of the phrase that say what the person is. */
  role: string | null;
  /** What to call somebody of whom the article never says more. */
  otherwise?: string;
  /** A role alone that was somebody's before: "the minister". */
  isBack?: boolean;
}

/** How one span reads. */
export interface Reading {
  isQuote: boolean;
  /** The words that name the speaker. */
  who: Piece | null;
  /** The clause speaks of saying and leaves its subject out. */
  isElided: boolean;
  cue: Piece | null;
  /** The speaker stands in another sentence. */
  isFar: boolean;
}

/** A name found in running text. */
export interface NamedParty extends Party {
  at: number;
}

/** What the engine knows of a language without capitals. */
export interface UncasedGrammar {
  /** Ends of sentences, global. */
  sentenceEnd: RegExp;
  read(scene: Scene): Reading;
  /** @returns null for a phrase that can't speak */
  readParty(phrase: string): Party | null;
  /** Is somebody with the role `held` meant by `role` alone? Without it, where one ends with the other. */
  isSameRole?(held: string, role: string): boolean;
  /** The person whom a sentence is about. */
  topicOf(words: string, at: number, names: ReadonlySet<string>): Piece | null;
  /** Every full name with the role it stands with, in order of the text. */
  findNames(text: string): NamedParty[];
  /** May `short` stand for the person with the name `full`? */
  isShortFor(short: string, full: string): boolean;
  /** A full name, and in brackets behind it how the article goes on to call it; global. */
  shortForms?: RegExp;
  /** Do two spans belong to one statement, by the words between them? */
  joins(between: string): boolean;
}

/** A pattern that matches any of the words, the longest first. For lists of ours alone: nothing is escaped. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** The longest of the words that a text ends with. */
export function endingOf(text: string, words: ReadonlySet<string>, longest = 8): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const ending = text.slice(-length);
    if (words.has(ending)) return ending;
  }
  return null;
}

/** The longest of the words that a text begins with. */
export function beginningOf(text: string, words: ReadonlySet<string>, longest = 4): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const beginning = text.slice(0, length);
    if (words.has(beginning)) return beginning;
  }
  return null;
}
