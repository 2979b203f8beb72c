import { findQuotes } from './find-quotes.ts';
import { chooseLanguage } from './languages/choose-language.ts';
import { loadWordsOf, type OnUnreadable, type WordsReader } from './languages/load-words.ts';
import { registerLanguages } from './model/lexicon.ts';
import { loadTaggerOf, type TaggerFileReader } from './tagging/load-tagger.ts';
import type { Quotation, Quote, QuoteQuestion } from './types.ts';
import { UNCASED_LANGUAGES } from './uncased/all-uncased.ts';

/** How to read the files of a language outside a browser, where they can't be fetched. */
export interface LanguageFiles {
  readWords: WordsReader;
  readTagger: TaggerFileReader;
  /** Called if a file can't be read; by default the error is logged, and the text is read without the file. */
  onUnreadable?: OnUnreadable;
}

/**
 * Loads the data for the language of an article's text, once.
 *
 * @param files by default, the extension's own files are fetched
 * @returns the language to read the text in, see `chooseLanguage`
 */
export async function prepareToQuote({ text, lang }: QuoteQuestion, files?: LanguageFiles): Promise<string> {
  const language = chooseLanguage(lang, text);
  registerLanguages(UNCASED_LANGUAGES);
  await Promise.all([
    loadWordsOf(language, files?.readWords, files?.onUnreadable),
    loadTaggerOf(language, files?.readTagger, files?.onUnreadable),
  ]);
  return language;
}

/**
 * Finds the quotes of an article with their speakers.
 *
 * @param language from `prepareToQuote`
 * @param onQuotations receives the quoted passages before their speakers are known
 */
export function quoteArticleIn(
  language: string,
  { text, title, excerpt, byline }: QuoteQuestion,
  onQuotations?: (quotations: readonly Quotation[]) => void,
): Quote[] {
  return findQuotes(text, { lang: language, title, excerpt, byline }, {}, onQuotations);
}

/** Finds the quotes of an article after loading the data for its language. */
export async function quoteArticle(question: QuoteQuestion, files?: LanguageFiles): Promise<Quote[]> {
  return quoteArticleIn(await prepareToQuote(question, files), question);
}
