import { czechArticles } from './czech.ts';
import { danishArticles } from './danish.ts';
import { dutchArticles } from './dutch.ts';
import { frenchArticles } from './french.ts';
import { germanArticles } from './german.ts';
import { italianArticles } from './italian.ts';
import { norwegianArticles } from './norwegian.ts';
import { polishArticles } from './polish.ts';
import { portugueseArticles } from './portuguese.ts';
import { russianArticles } from './russian.ts';
import { spanishArticles } from './spanish.ts';
import { swedishArticles } from './swedish.ts';
import { turkishArticles } from './turkish.ts';
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
  cs: czechArticles,
  da: danishArticles,
  no: norwegianArticles,
  ru: russianArticles,
  sv: swedishArticles,
  tr: turkishArticles,
};
