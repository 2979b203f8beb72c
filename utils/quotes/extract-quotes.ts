import { findQuotes } from './find-quotes.ts';
import { chooseLanguage } from './languages/choose-language.ts';
import { loadWords, type OnLoadError, type WordsReader } from './languages/load-words.ts';
import { registerLanguages } from './model/lexicon.ts';
import { loadTagger, type TaggerReader } from './tagging/load-tagger.ts';
import type { Quotation, Quote, QuoteInput } from './types.ts';
import { UNCASED_LANGUAGES } from './uncased/all-uncased.ts';

/** How to read the files of a language outside a browser, where they can't be fetched. */
export interface LanguageFiles {
  readWords: WordsReader;
  readTagger: TaggerReader;
  /** Called if a file can't be read; by default the error is logged, and the text is read without the file. */
  onLoadError?: OnLoadError;
}

/**
 * Loads the data for the language of an article's text, once.
 *
 * @param files by default, the extension's own files are fetched
 * @returns the language to read the text in, see `chooseLanguage`
 */
export async function loadLanguageFor({ text, lang }: QuoteInput, files?: LanguageFiles): Promise<string> {
  const language = chooseLanguage(lang, text);
  registerLanguages(UNCASED_LANGUAGES);
  await Promise.all([
    loadWords(language, files?.readWords, files?.onLoadError),
    loadTagger(language, files?.readTagger, files?.onLoadError),
  ]);
  return language;
}

/**
 * Finds the quotes of an article with their speakers.
 *
 * @param language from `loadLanguageFor`
 * @param onQuotations receives the quoted passages before their speakers are known
 */
export function extractQuotesIn(
  language: string,
  { text, title, excerpt, byline }: QuoteInput,
  onQuotations?: (quotations: readonly Quotation[]) => void,
): Quote[] {
  return findQuotes(text, { lang: language, title, excerpt, byline }, {}, onQuotations);
}

/** Finds the quotes of an article after loading the data for its language. */
export async function extractQuotes(input: QuoteInput, files?: LanguageFiles): Promise<Quote[]> {
  return extractQuotesIn(await loadLanguageFor(input, files), input);
}
