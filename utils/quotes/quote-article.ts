import { runAtOnce, type Steps } from '../page/in-slices.ts';
import { findQuotesInSteps } from './find-quotes.ts';
import { ALL_LANGUAGES } from './languages/all-languages.ts';
import { chooseLanguage } from './languages/choose-language.ts';
import { learnLanguages } from './model/lexicon.ts';
import type { Quotation, Quote } from './types.ts';

/**
 * An article as the engine is asked about it. Plain data: it goes from a tab to a worker. What the page's layout says
 * of a quotation would be told here; today the engine reads the text alone.
 */
export interface QuoteQuestion {
  text: string;
  /** BCP 47, as the page states it. */
  lang: string | null;
  title: string | null;
  excerpt: string | null;
  byline: string | null;
}

/** What of an article the engine is told. */
export function questionOf({ text, lang, title, excerpt, byline }: QuoteQuestion): QuoteQuestion {
  return { text, lang, title, excerpt, byline };
}

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

/** The same at once. */
export function quoteArticle(question: QuoteQuestion): Quote[] {
  return runAtOnce(quoteArticleInSteps(question));
}
