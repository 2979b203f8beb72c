import type { PageFeatures } from './page-features.ts';

const logScale = (value: number, scale: number, max = 9): number => Math.min(max, Math.log1p(value / scale));
const toNumber = (value: boolean): number => (value ? 1 : 0);

/** Intercept of the regression plus 0.5, because a missed article is worse for the user than a false positive. */
const BIAS = -1.33;

/**
 * Weights of the features, as log-odds that the page is an article. Fitted by logistic regression on 761 labelled saved pages
 * with `tools/fit/fit-judge-weights.ts`, which prints them and the intercept. In cross-validation by site, 542 of 542 articles
 * are accepted and 213 of 219 other pages rejected; by set of pages, 539 and 215.
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

type Inputs = Record<keyof typeof WEIGHTS, number>;

/**
 * Converts features to the inputs of the regression, in the order of `WEIGHTS`: scales counts logarithmically, and combines
 * features.
 */
export function computeInputs(features: PageFeatures): Inputs {
  const hasArticleType = toNumber(features.ldNews + features.ldArticle > 0);
  const hasNoArticleType = 1 - hasArticleType;
  const anyDate = toNumber(features.published + features.dated + features.timed > 0);
  return {
    ldTyped: hasArticleType,
    shop: features.shop,
    ldProductAlone: features.ldProduct * hasNoArticleType,
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
    urlForum: features.urlForum * hasNoArticleType,
    urlCommunity: features.urlCommunity * hasNoArticleType,
    urlProduct: features.urlProduct * hasNoArticleType,
    urlReference: features.urlReference * hasNoArticleType,
    urlArticle: features.urlArticle,
    slugWords: Math.min(6, features.slugWords) / 2,
    bareSlug: toNumber(features.slugWords < 3 && features.urlId + features.urlDate === 0),
    h1Words: Math.min(9, features.h1Words) / 3,
    h1InArticle: features.h1InArticle,
    dated: features.dated,
    run: logScale(features.run, 300, 2.7),
    headings: logScale(features.headings, 5),
    captions: logScale(features.captions, 1, 3),
    comments: features.comments,
    buttons: logScale(features.buttons, 3),
    selects: logScale(features.selects, 1, 2),
    shopClass: features.shopClass,
  };
}

const INPUT_NAMES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** @returns the weighted sum; positive for an article */
export function computeScore(features: PageFeatures): number {
  const inputs = computeInputs(features);
  return INPUT_NAMES.reduce((sum, name) => sum + WEIGHTS[name] * inputs[name], BIAS);
}
