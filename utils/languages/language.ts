import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import type { LanguageCode } from './language-code.ts';
import type { QuotingWords } from './quoting-words.ts';

/** Everything Offprint knows of one language. */
export interface Language {
  code: LanguageCode;
  /** The commonest words that no other language here shares: they tell the language of a text. */
  commonWords: readonly string[];
  /** What sites print around an article. */
  boilerplate: BoilerplateBook;
  /** What sites beg with. */
  begging: PhraseBook;
  /** What tells who said what. */
  quoting: QuotingWords;
}
