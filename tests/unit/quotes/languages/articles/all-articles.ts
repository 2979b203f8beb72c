import { dutchArticles } from './dutch.ts';
import { frenchArticles } from './french.ts';
import { germanArticles } from './german.ts';
import { italianArticles } from './italian.ts';
import { polishArticles } from './polish.ts';
import { portugueseArticles } from './portuguese.ts';
import { spanishArticles } from './spanish.ts';
import { ukrainianArticles } from './ukrainian.ts';

/** Invented articles by language. */
export const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  uk: ukrainianArticles,
  de: germanArticles,
  fr: frenchArticles,
  es: spanishArticles,
  it: italianArticles,
  nl: dutchArticles,
  pl: polishArticles,
  pt: portugueseArticles,
};
