import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { QuotedSpan } from '../extract/quotation-marks.ts';
import type { Subject } from '../tagging/find-subject-of-verb.ts';
import type { Tagger } from '../tagging/tagger.ts';
import type { UncasedGrammar } from '../uncased/types.ts';
import type { Cue, Mention, Token } from './token.ts';

/*
 * A language's rules are asked about an article, and an article is read by the words of a language: these types speak
 * of each other, so they share a file, which imports nothing that imports it.
 */

/** What the engine knows of one language: its words, and rules that words alone don't tell. */
export interface LanguageData extends Partial<Omit<QuotingWords, 'code'>> {
  /** ISO 639-1, or `und` for a language nobody here knows. */
  code: string;
  /** Reads articles in a language without capitals, in place of all else. */
  uncased?: UncasedGrammar;
  /** What all cases of a name share, where names have cases. */
  foldName?: (word: string) => string;
  /** Reads words by their place before anything else is read; may change their classes. */
  adjustTokens?: (tokens: readonly Token[], lexicon: Lexicon) => void;
  /** Corrects a phrase as it is read, for what names and nouns look like in the language. */
  adjustMention?: (tokens: readonly Token[], phrase: Mention & { end: number }, lexicon: Lexicon) => void;
  /** The speaker of a quoted span where the language's own grammar names one. */
  findSubject?: (
    model: ArticleModel,
    span: number,
    previous: Previous | null,
  ) => { mention: number; cue: number } | null;
  /** The noun of a role that runs on before its name, as indices into the mentions; -1 without one. */
  roleBefore?: (model: ArticleModel, name: number) => number;
}

/** A language made ready for look-ups. */
export interface Lexicon {
  code: string;
  /** Word class bits of a lower-case word, 0 when unknown. */
  classOf(word: string): number;
  /** Is a lower-case word a verb of speech? For files that are loaded beside this one, without its words. */
  isCue(word: string): boolean;
  /** `GIVEN_HE`, `GIVEN_SHE` or both for a given name, in whatever case it stands; 0 for other words. */
  givenOf(word: string): number;
  /** Does a phrase that begins with this word speak of somebody known? */
  isDefinite(word: string): boolean;
  /** What all cases of a name share. */
  fold(word: string): string;
  /** Fixed phrases before a source, each as its words. */
  sourcePhrases: string[][];
  /** Several words that report together, each as its words. */
  cuePhrases: string[][];
  /** Words by which somebody speaks of themselves. */
  firstPerson: ReadonlySet<string>;
  /** Short forms joined to the next word by an apostrophe, and pronouns joined to a verb by a hyphen. */
  elisions: ReadonlySet<string>;
  hyphenPronouns: ReadonlySet<string>;
  nounCapitals: boolean;
  /** Undefined until the language's tagger is known (`known-taggers.ts`), and where there is none. */
  readonly tagger: Tagger | undefined;
  /** What the language knows beyond words; its functions are in files of their own, loaded with it. */
  data: LanguageData;
}

/** What each mention is by itself, in the order of the mentions. */
export interface MentionNumbers {
  kinds: Uint8Array;
  places: Uint8Array;
  nexts: Uint8Array;
  /** Subjects among the mentions in front of each, and among all at the end. */
  subjectsUpTo: Int32Array;
}

/** For each token, how many of a kind stand in front of it, and at the end all. */
export interface PathCounts {
  commas: Int32Array;
  verbs: Int32Array;
  openers: Int32Array;
  cues: Int32Array;
}

/** One article read once: everything the later steps look at. */
export interface ArticleModel {
  text: string;
  lexicon: Lexicon;
  spans: readonly QuotedSpan[];
  tokens: Token[];
  mentions: Mention[];
  cues: Cue[];
  /** Token index of each span. */
  quoteTokens: number[];
  /** For each token, the index of the first mention that starts at or after it. */
  mentionFrom: Int32Array;
  /** For each token, the index of the first cue that starts at or after it. */
  cueFrom: Int32Array;
  mentionNumbers: MentionNumbers;
  path: PathCounts;
  /** For each verb, the mention that is its subject, or -1. */
  subjects: Int32Array;
  /** By the token of a verb, who may be its subject; filled as it is asked for. */
  agents: Map<number, readonly Subject[]>;
}

/** The last speaker, as the running text leaves it. */
export interface Previous {
  /** Token of the quote it spoke. */
  at: number;
  mention: number;
  cue: number;
  /** The speaker before that one, or -1. */
  before: number;
  /** Quotes that each speaker has spoken so far, by `voiceKey`. */
  spoken: ReadonlyMap<string, number>;
}
