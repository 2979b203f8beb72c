/** Languages without capitals, in which names are recognised only by grammar. */
export const UNCASED_CODES = ['ar', 'ja', 'ko', 'zh'] as const;

export type UncasedCode = (typeof UNCASED_CODES)[number];

/** A range of the article's text; offsets are UTF-16 indices. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The context of one span in quotation marks. Quoted characters in it are blanked out. */
export interface QuoteScene {
  /** The quoted text, as printed. */
  quote: string;
  /** Its sentence up to the opening mark, and the offset of that part. */
  before: string;
  beforeOffset: number;
  /** Its sentence after the closing mark, and the offset of that part. */
  after: string;
  afterOffset: number;
  /** Sentences before it in the paragraph, nearest first. */
  earlier: { words: string; at: number }[];
  /** The last sentences of the paragraph before, nearest first. */
  paragraphBefore: { words: string; at: number }[];
  /** The next sentence in the paragraph; if the quote is a paragraph of its own, in the next paragraph. */
  next: { words: string; at: number } | null;
  /** Known names in the article. */
  names: ReadonlySet<string>;
  /** Whether it is in the headline, if the text begins with one. */
  isHeadline: boolean;
}

/** A parsed phrase that names a speaker. */
export interface Party {
  /** The name alone, or the whole phrase if there is no name. */
  name: string;
  /**
   * `maybePerson`: a person, if the article names one so elsewhere. `samePerson` and `sameGroup` refer to a person or organisation
   * named before ("he", "the firm"); `role`: a role that may be that of a person named elsewhere.
   */
  kind: 'person' | 'maybePerson' | 'group' | 'role' | 'samePerson' | 'sameGroup';
  /** The words of the phrase that are the person's role. */
  role: string | null;
  /** The name to be shown if the article never gives another one. */
  fallbackName?: string;
  /** Whether it refers to a role mentioned before: "the minister". */
  refersBack?: boolean;
}

/** The result for one span. */
export interface Reading {
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
export interface NamedParty extends Party {
  at: number;
}

/** The grammar of a language without capitals. */
export interface UncasedGrammar {
  /** Matches ends of sentences; has the flag `g`. */
  sentenceEnd: RegExp;
  read(scene: QuoteScene): Reading;
  /**
   * Parses a noun phrase.
   *
   * @returns null if it can't be a speaker
   */
  readParty(phrase: string): Party | null;
  /** Whether `role` alone can mean a person with the role `held`. By default, one must end with the other. */
  isSameRole?(held: string, role: string): boolean;
  /** The person who is the topic of a sentence. */
  topicOf(words: string, at: number, names: ReadonlySet<string>): TextSpan | null;
  /** Finds full names with their roles, in text order. */
  findNames(text: string): NamedParty[];
  /** Whether `short` may be short for the name `full`. */
  isShortFor(short: string, full: string): boolean;
  /** Matches a full name followed by its abbreviation in brackets; has the flag `g`. */
  shortForms?: RegExp;
  /** Whether two spans belong to one statement, by the text between them. */
  joins(between: string): boolean;
}

/** A pattern that matches any of the words, longest first. Words are not escaped, so only for our own lists. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** The longest of the words at the end of a text. */
export function longestSuffix(text: string, words: ReadonlySet<string>, longest = 8): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const ending = text.slice(-length);
    if (words.has(ending)) return ending;
  }
  return null;
}

/** The longest of the words at the beginning of a text. */
export function longestPrefix(text: string, words: ReadonlySet<string>, longest = 4): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const beginning = text.slice(0, length);
    if (words.has(beginning)) return beginning;
  }
  return null;
}
