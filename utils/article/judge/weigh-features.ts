import type { PageFeatures } from './page-features.ts';

const grows = (value: number, scale: number, most = 9): number => Math.min(most, Math.log1p(value / scale));
const bit = (value: boolean): number => (value ? 1 : 0);

/** Intercept of the fit plus 0.5, since a missed article costs the user more than reading a page in vain. */
const BIAS = -1.33;

/**
 * Weights in log-odds that the page is an article. Fitted by logistic regression with `tools/fit/fit-judge-weights.ts`,
 * which prints them and the intercept, on 761 labelled saved pages. In cross-validation by site, 542 of 542 articles are
 * accepted and 213 of 219 others refused; by set of pages, 539 and 215.
 */
const WEIGHTS = {
  ldTyped: 1.22,
  ldProductAlone: -3.82,
  ldForum: -5.64,
  ldAuthor: 1.42,
  shop: -0.43,
  anyDate: 2.08,
  dated: 1.68,
  amp: 1.4,
  undatedInSequence: -2.58,
  titleListing: -4.15,
  titleAsks: 2.17,
  readingTime: -1.22,
  urlFront: -4.39,
  urlListing: -1.87,
  urlSearch: -0.43,
  urlForum: -3.92,
  urlCommunity: -5.44,
  urlProduct: -2.79,
  urlReference: -4.59,
  urlArticle: 2.66,
  slugWords: 1.06,
  bareSlug: -2.98,
  h1Words: 0.76,
  h1InArticle: 1.07,
  run: 0.79,
  headings: -0.98,
  captions: 2.26,
  comments: 2.67,
  buttons: -0.63,
  selects: -2.51,
  shopClass: -2.9,
};

type Evidence = Record<keyof typeof WEIGHTS, number>;

/**
 * The features in the form and order of `WEIGHTS`: counts on a logarithmic scale, and combinations of features.
 */
export function evidenceOf(features: PageFeatures): Evidence {
  const typed = bit(features.ldNews + features.ldArticle > 0);
  const untyped = 1 - typed;
  const anyDate = bit(features.published + features.dated + features.timed > 0);
  return {
    ldTyped: typed,
    shop: features.shop,
    ldProductAlone: features.ldProduct * untyped,
    ldForum: features.ldForum,
    ldAuthor: features.ldAuthor,
    anyDate,
    amp: features.amp,
    undatedInSequence: features.inSequence * (1 - anyDate),
    titleListing: features.titleListing,
    titleAsks: features.titleAsks,
    readingTime: features.readingTime,
    urlFront: features.urlFront,
    urlListing: features.urlListing,
    urlSearch: features.urlSearch,
    urlForum: features.urlForum * untyped,
    urlCommunity: features.urlCommunity * untyped,
    urlProduct: features.urlProduct * untyped,
    urlReference: features.urlReference * untyped,
    urlArticle: features.urlArticle,
    slugWords: Math.min(6, features.slugWords) / 2,
    bareSlug: bit(features.slugWords < 3 && features.urlId + features.urlDate === 0),
    h1Words: Math.min(9, features.h1Words) / 3,
    h1InArticle: features.h1InArticle,
    dated: features.dated,
    run: grows(features.run, 300, 2.7),
    headings: grows(features.headings, 5),
    captions: grows(features.captions, 1, 3),
    comments: features.comments,
    buttons: grows(features.buttons, 3),
    selects: grows(features.selects, 1, 2),
    shopClass: features.shopClass,
  };
}

const NAMES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** @returns the sum of the evidence; positive for an article */
export function weigh(features: PageFeatures): number {
  const evidence = evidenceOf(features);
  return NAMES.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS);
}
