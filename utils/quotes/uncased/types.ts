/** Languages without capitals, in which names are recognised only by grammar. */
export const UNCASED_CODES = ['ar', 'ja', 'ko', 'zh'] as const;

export type UncasedCode = (typeof UNCASED_CODES)[number];

/** A range of the article's text; offsets are UTF-16 indices. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The names in an article. Each look-up takes the same time regardless of their number. */
export interface KnownNames {
  /** Whether a name, or the full form of a short one, occurs in the article. */
  isKnown(name: string): boolean;
  /** Finds the first occurrence of each name in a text that begins at offset `maxStart` or before. */
  findNamesIn(text: string, maxStart: number): TextSpan[];
}

/** The context of a span in quotation marks. Other quotes in it are blanked out. */
export interface SpanContext {
  /** The quoted text, as printed. */
  quote: string;
  /** The part of its sentence before the opening mark, and the offset of that part. */
  before: string;
  beforeOffset: number;
  /** The part of its sentence after the closing mark, and the offset of that part. */
  after: string;
  afterOffset: number;
  /** Sentences before it in the paragraph, nearest first. */
  earlierSentences: { words: string; at: number }[];
  /** The last sentences of the previous paragraph, nearest first. */
  previousParagraph: { words: string; at: number }[];
  /** The next sentence in the paragraph; if the quote is a paragraph of its own, in the next paragraph. */
  nextSentence: { words: string; at: number } | null;
  /** Known names in the article. */
  names: KnownNames;
  /** Whether it is in the headline, if the text begins with one. */
  isHeadline: boolean;
}

/** A parsed phrase that names a speaker. */
export interface SpeakerPhrase {
  /** The name alone, or the whole phrase if there is no name. */
  name: string;
  /**
   * - `maybePerson`: a person, if the article confirms that name elsewhere
   * - `role`: a role, possibly of a person named elsewhere
   * - `samePerson`: refers to a person named before ("he")
   */
  kind: 'person' | 'maybePerson' | 'group' | 'role' | 'samePerson';
  /** The person's role, if the phrase contains it. */
  role: string | null;
  /** The name to be shown if the article never gives another one. */
  fallbackName?: string;
}

/** The result of analysing one span. */
export interface SpanAnalysis {
  isQuote: boolean;
  /** The words that name the speaker. */
  speakerSpan: TextSpan | null;
  /** Whether the clause has a verb of speech but no subject. */
  isSubjectOmitted: boolean;
  cue: TextSpan | null;
  /** Whether the speaker is in another sentence. */
  isInOtherSentence: boolean;
}

/** A name found in running text. */
export interface NamePhrase extends SpeakerPhrase {
  offset: number;
}

/** The grammar of a language without capitals. */
export interface UncasedGrammar {
  /** Matches ends of sentences; has the flag `g`. */
  sentenceEnd: RegExp;
  /** Decides whether a span is a quote, and finds the words that name its speaker. */
  analyse(context: SpanContext): SpanAnalysis;
  /**
   * Parses a noun phrase.
   *
   * @returns null if it can't be a speaker
   */
  parsePhrase(phrase: string): SpeakerPhrase | null;
  /** Finds the person who is the topic of a sentence; `at` is the sentence's offset in the text. */
  findTopic(words: string, at: number, names: KnownNames): TextSpan | null;
  /** Finds full names with their roles, in text order. */
  findNames(text: string): NamePhrase[];
  /** Returns the short forms of a full name, such as the surname alone. */
  getShortNames(fullName: string): readonly string[];
  /** Matches a full name followed by its abbreviation in brackets; has the flag `g`. */
  shortForms?: RegExp;
  /** Whether two spans belong to the same statement, judged by the text between them. */
  isJoined(between: string): boolean;
}

/** Builds a pattern that matches any of the words, longest first. Words are not escaped, so use only trusted lists. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** Returns the longest of the words with which a text ends; null if there is none. */
export function longestSuffix(text: string, words: ReadonlySet<string>, maxLength = 8): string | null {
  for (let length = Math.min(maxLength, text.length); length > 0; length--) {
    const ending = text.slice(-length);
    if (words.has(ending)) return ending;
  }
  return null;
}

/** Returns the longest of the words with which a text begins; null if there is none. */
export function longestPrefix(text: string, words: ReadonlySet<string>, maxLength = 4): string | null {
  for (let length = Math.min(maxLength, text.length); length > 0; length--) {
    const beginning = text.slice(0, length);
    if (words.has(beginning)) return beginning;
  }
  return null;
}
