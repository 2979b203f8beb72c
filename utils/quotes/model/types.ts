import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { QuotedSpan } from '../extract/quotation-marks.ts';
import type { Subject } from '../tagging/find-subject-of-verb.ts';
import type { Tagger } from '../tagging/tagger.ts';
import type { UncasedGrammar } from '../uncased/types.ts';
import type { Cue, Mention, ParsedMention, Token } from './token.ts';

/**
 * A language's rules read an article, and an article is read with a language's words. These types depend on each other,
 * so they share a file, which imports nothing that imports it.
 */

/** The data of one language: its words, and rules that can't be expressed as words. */
export interface LanguageData extends Partial<Omit<QuotingWords, 'code'>> {
  /** ISO 639-1, or `und` for an unsupported language. */
  code: string;
  /** The grammar of a language without capitals, used instead of everything else. */
  uncased?: UncasedGrammar;
  /** Returns a common form for all cases of a name, in languages that inflect names. */
  stemName?: (word: string) => string;
  /** Adjusts tokens before anything else, by position. */
  adjustTokens?: (tokens: readonly Token[], lexicon: Lexicon) => void;
  /** Adjusts a phrase to the forms of names and nouns in the language. */
  adjustMention?: (tokens: readonly Token[], mention: ParsedMention, lexicon: Lexicon) => void;
  /** The speaker of a quoted span according to the language's own grammar, if any. */
  findOmittedSubject?: (
    model: ArticleModel,
    span: number,
    previous: PreviousSpeaker | null,
  ) => { mention: number; cue: number } | null;
}

/** A language prepared for look-ups. */
export interface Lexicon {
  code: string;
  /** Word class bits of a lower-case word; 0 if unknown. */
  classesOf(word: string): number;
  /** Whether a lower-case word is a verb of speech. For files that are loaded separately, without the words. */
  isCue(word: string): boolean;
  /** `MALE_GIVEN_NAME`, `FEMALE_GIVEN_NAME` or both for a given name in any case; 0 for other words. */
  givenNameClasses(word: string): number;
  /** Whether a phrase that begins with this word is definite. */
  isDefinite(word: string): boolean;
  /** A common form for all cases of a name. */
  stem(word: string): string;
  /** Fixed phrases before a source, split into words. */
  sourcePhrases: string[][];
  /** First-person words. */
  firstPerson: ReadonlySet<string>;
  /** Contractions joined to the next word by an apostrophe, and pronouns joined to a verb by a hyphen. */
  elisions: ReadonlySet<string>;
  hyphenPronouns: ReadonlySet<string>;
  capitalisesNouns: boolean;
  /** Undefined until the language's tagger is registered (`tagger-registry.ts`), or if it has none. */
  readonly tagger: Tagger | undefined;
  /** The language's data beyond words; its functions are in separate files, loaded with it. */
  data: LanguageData;
}

/** Context-independent features of each mention, in the order of the mentions. */
export interface MentionFeatures {
  kinds: Uint8Array;
  precedingContexts: Uint8Array;
  followingContexts: Uint8Array;
  /** The number of subjects before each mention, and in total as the last entry. */
  subjectCounts: Int32Array;
}

/** For each token, counts of the tokens of each kind before it, with totals as the last entry. */
export interface TokenCounts {
  commas: Int32Array;
  verbs: Int32Array;
  clauseOpeners: Int32Array;
  cues: Int32Array;
}

/** The analysis of one article, used by all later steps. */
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
  mentionFeatures: MentionFeatures;
  tokenCounts: TokenCounts;
  /** For each verb, the mention that is its subject, or -1. */
  subjects: Int32Array;
  /** By the token of a verb, its possible subjects; filled on demand. */
  subjectCandidates: Map<number, readonly Subject[]>;
}

/** The previous speaker. */
export interface PreviousSpeaker {
  /** Token of the quote. */
  quoteToken: number;
  mention: number;
  cue: number;
  /** The speaker before that one, or -1. */
  earlierMention: number;
  /** Number of quotes of each speaker so far, by `getSpeakerKey`. */
  quoteCounts: ReadonlyMap<string, number>;
}
