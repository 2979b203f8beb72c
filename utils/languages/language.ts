import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import type { LanguageCode } from './language-code.ts';
import type { QuotingWords } from './quoting-words.ts';

/** All word lists of one language. */
export interface Language {
  code: LanguageCode;
  /**
   * The most frequent words that are not frequent in another supported language, for detecting the language of a text.
   */
  commonWords: readonly string[];
  /** Boilerplate around articles. */
  boilerplate: BoilerplateBook;
  /** Phrases with which sites ask for something. */
  begging: PhraseBook;
  /** Word lists for attributing quotes. */
  quoting: QuotingWords;
}
