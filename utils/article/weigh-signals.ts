import type { PageSignals } from './page-signals.ts';

const grows = (value: number, scale: number, most = 9): number => Math.min(most, Math.log1p(value / scale));
const bit = (value: boolean): number => (value ? 1 : 0);

/** Where the sum of the evidence starts. */
const BIAS = -0.35;

/**
 * What the signals weigh: log-odds that the page is one article, fitted by logistic regression on labelled saved
 * pages; positive speaks for it. Counts grow on a logarithmic scale; some signals only mean something together.
 *
 * @returns pairs of weight and value, in the order the fit knows them by
 */
export function evidenceOf(s: PageSignals): [weight: number, value: number][] {
  const typed = bit(s.ldNews + s.ldArticle > 0);
  const untyped = 1 - typed;
  return [
    // ldTyped
    [0.87, typed],
    // ogOrLd
    [1.34, bit(s.ogArticle + typed > 0)],
    // modifiedOnly
    [-1.71, s.modified * (1 - s.published) * untyped],
    // ogOther
    [-0.61, s.ogOther * (1 - s.ogArticle) * untyped],
    // shop
    [-2.87, s.shop],
    // unstated
    [-0.46, untyped * (1 - s.ogArticle) * (1 - s.published) * (1 - s.author)],
    // ldProduct
    [-0.48, s.ldProduct],
    // ldProductAlone
    [-0.6, s.ldProduct * untyped],
    // ldForum
    [-1.33, s.ldForum],
    // ldListing
    [-3.62, s.ldListing],
    // published
    [0.95, s.published],
    // author
    [0.47, s.author],
    // amp
    [0.9, s.amp],
    // titleListing
    [-1.82, s.titleListing],
    // generator
    [-2.02, s.generator],
    // urlFront
    [-1.98, s.urlFront],
    // urlListing
    [-2.28, s.urlListing],
    // urlSearch
    [-1.48, s.urlSearch],
    // urlForum
    [-4.27, s.urlForum * untyped],
    // urlProduct
    [-3.06, s.urlProduct * untyped],
    // urlReference
    [-1.3, s.urlReference * untyped],
    // urlService
    [-1.27, s.urlService * (1 - s.ldNews)],
    // urlArticle
    [1.27, s.urlArticle],
    // urlDate
    [0.55, s.urlDate],
    // slugWords
    [0.45, Math.min(6, s.slugWords) / 2],
    // bareSlug
    [-2.18, bit(s.slugWords < 3 && s.urlId + s.urlDate === 0)],
    // shallow
    [-0.56, bit(s.depth <= 1)],
    // oneH1
    [-0.8, bit(s.h1 === 1)],
    // h1Words
    [0.77, Math.min(9, s.h1Words) / 3],
    // h1Title
    [0.5, s.h1Title],
    // oneArticle
    [0.38, bit(s.articles === 1)],
    // oneTime
    [0.89, bit(s.times === 1 || s.times === 2)],
    // run
    [0.75, grows(s.run, 300, 2.7)],
    // runShare
    [0.91, s.prose > 0 ? s.run / s.prose : 0],
    // prose
    [0.3, grows(s.prose, 400, 3)],
    // links
    [-0.05, grows(s.links, 50)],
    // linkedHeadlines
    [0.17, grows(s.linkedHeadlines, 3)],
    // listOfHeadlines
    [-0.32, bit(s.linkedHeadlines > 8 && s.run < 700)],
    // headings
    [-0.55, grows(s.headings, 5)],
    // buttons
    [-0.53, grows(s.buttons, 3)],
  ];
}

/** @returns the evidence added up; above 0 the page is taken for an article */
export const weigh = (s: PageSignals): number =>
  evidenceOf(s).reduce((sum, [weight, value]) => sum + weight * value, BIAS);
