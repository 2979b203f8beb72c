import { findQuotes } from './find-quotes.ts';
import { chooseLanguage } from './languages/choose-language.ts';
import { loadWordsOf, type OnUnreadable, type WordsReader } from './languages/load-words.ts';
import { learnLanguages } from './model/lexicon.ts';
import { loadTaggerOf, type TaggerFileReader } from './tagging/load-tagger.ts';
import type { Quotation, Quote, QuoteQuestion } from './types.ts';
import { UNCASED_LANGUAGES } from './uncased/all-uncased.ts';

/** How the files of a language are read where there are none to fetch: outside of a browser. */
export interface LanguageFiles {
  readWords: WordsReader;
  readTagger: TaggerFileReader;
  /** Without it, a file that can't be read is told on the console, and the text is read without it. */
  onUnreadable?: OnUnreadable;
}

/**
 * Loads what is needed for the language that an article's text is in, once.
 *
 * @param files without them, the extension's own are fetched
 * @returns the language to read it in, see `chooseLanguage`
 */
export async function prepareToQuote({ text, lang }: QuoteQuestion, files?: LanguageFiles): Promise<string> {
  const language = chooseLanguage(lang, text);
  learnLanguages(UNCASED_LANGUAGES);
  await Promise.all([
    loadWordsOf(language, files?.readWords, files?.onUnreadable),
    loadTaggerOf(language, files?.readTagger, files?.onUnreadable),
  ]);
  return language;
}

/**
 * Finds the quotes of an article with their speakers.
 *
 * @param language of `prepareToQuote`
 * @param onQuotations told what is quoted, before it is known by whom
 */
export function quoteArticleIn(
  language: string,
  { text, title, excerpt, byline }: QuoteQuestion,
  onQuotations?: (quotations: readonly Quotation[]) => void,
): Quote[] {
  return findQuotes(text, { lang: language, title, excerpt, byline }, {}, onQuotations);
}

/** Finds the quotes of an article, when everything for its language is there. */
export async function quoteArticle(question: QuoteQuestion, files?: LanguageFiles): Promise<Quote[]> {
  return quoteArticleIn(await prepareToQuote(question, files), question);
}
