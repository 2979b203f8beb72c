import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { LanguageData } from '../quotes/languages/language.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import type { LanguageCode } from './language-code.ts';

/** Everything Offprint knows of one language. */
export interface Language {
  code: LanguageCode;
  /** What sites print around an article. */
  boilerplate: BoilerplateBook;
  /** What sites beg with. */
  begging: PhraseBook;
  /** What tells who said what. */
  quoting: LanguageData;
}
