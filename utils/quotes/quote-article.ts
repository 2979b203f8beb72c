import { runAtOnce, type Steps } from '../page/in-slices.ts';
import { findQuotesInSteps } from './find-quotes.ts';
import { ALL_LANGUAGES } from './languages/all-languages.ts';
import { chooseLanguage } from './languages/choose-language.ts';
import { learnLanguages } from './model/lexicon.ts';
import type { QuoteQuestion } from './question.ts';
import { loadTaggerOf } from './tagging/load-tagger.ts';
import type { Quotation, Quote } from './types.ts';

/**
 * Finds the quotes of an article with their speakers, in the language that its text is in.
 *
 * @param onQuotations told what is quoted, before it is known by whom
 */
export function* quoteArticleInSteps(
  { text, lang, title, excerpt, byline }: QuoteQuestion,
  onQuotations?: (quotations: readonly Quotation[]) => void,
): Steps<Quote[]> {
  learnLanguages(ALL_LANGUAGES);
  const context = { lang: chooseLanguage(lang, text), title, excerpt, byline };
  return yield* findQuotesInSteps(text, context, onQuotations);
}

/** Loads what the language of an article needs beyond words, once. */
export async function prepareToQuote({ text, lang }: QuoteQuestion): Promise<void> {
  await loadTaggerOf(chooseLanguage(lang, text));
}

/** Finds the quotes of an article at once, when everything for its language is there. */
export async function quoteArticle(question: QuoteQuestion): Promise<Quote[]> {
  await prepareToQuote(question);
  return runAtOnce(quoteArticleInSteps(question));
}
