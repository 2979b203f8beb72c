import type { PageSignals } from './page-signals.ts';

const grows = (value: number, scale: number, most = 9): number => Math.min(most, Math.log1p(value / scale));
const bit = (value: boolean): number => (value ? 1 : 0);

/**
 * Where the sum of the evidence starts: the fit's own, moved by 0.1, since an article that was missed costs the reader
 * more than a page that was read for nothing.
 */
const BIAS = -0.49;

/**
 * What the signals weigh: log-odds that the page is one article, fitted by logistic regression on labelled saved
 * pages; positive speaks for it. Counts grow on a logarithmic scale; some signals only mean something together.
 *
 * @returns weight, value, weight, value and so on, in the order the fit knows them by: one flat list, as this runs on
 *   every page
 */
export function evidenceOf(s: PageSignals): number[] {
  const typed = bit(s.ldNews + s.ldArticle > 0);
  const untyped = 1 - typed;
  return [
    // ldTyped
    0.94,
    typed,
    // ogOrLd
    1.1,
    bit(s.ogArticle + typed > 0),
    // ogOther
    -0.55,
    s.ogOther * (1 - s.ogArticle) * untyped,
    // shop
    -1.66,
    s.shop,
    // ldProduct
    -0.17,
    s.ldProduct,
    // ldProductAlone
    -0.27,
    s.ldProduct * untyped,
    // ldForum
    -1.96,
    s.ldForum,
    // ldListing
    -1.19,
    s.ldListing,
    // ldAuthor
    0.64,
    s.ldAuthor,
    // ldDate
    -0.56,
    s.ldDate,
    // published
    1.23,
    s.published,
    // titleListing
    -2.4,
    s.titleListing,
    // titleAsks
    1.39,
    s.titleAsks,
    // readingTime
    -1.49,
    s.readingTime,
    // urlFront
    -2.37,
    s.urlFront,
    // urlListing
    -1.78,
    s.urlListing,
    // urlSearch
    -1.43,
    s.urlSearch,
    // urlForum
    -3.78,
    s.urlForum * untyped,
    // urlProduct
    -2.21,
    s.urlProduct * untyped,
    // urlReference
    -2.01,
    s.urlReference * untyped,
    // urlArticle
    1.38,
    s.urlArticle,
    // urlDate
    0.58,
    s.urlDate,
    // slugWords
    0.48,
    Math.min(6, s.slugWords) / 2,
    // bareSlug
    -1.81,
    bit(s.slugWords < 3 && s.urlId + s.urlDate === 0),
    // oneH1
    -0.62,
    bit(s.h1 === 1),
    // h1Words
    0.65,
    Math.min(9, s.h1Words) / 3,
    // dated
    1.7,
    s.dated,
    // inArticle
    0.84,
    s.inArticle,
    // run
    0.74,
    grows(s.run, 300, 2.7),
    // noLinkedHeadline
    -0.21,
    bit(s.linkedHeadlines === 0),
    // headings
    -0.55,
    grows(s.headings, 5),
    // captions
    0.78,
    grows(s.captions, 1, 3),
    // anyCaption
    1.49,
    bit(s.captions > 0),
    // comments
    1.25,
    s.comments,
    // fields
    -0.5,
    grows(s.fields, 3, 3),
    // buttons
    -0.46,
    grows(s.buttons, 3),
    // shopClass
    -1.84,
    s.shopClass,
  ];
}

/** @returns the evidence added up; above 0 the page is taken for an article */
export function weigh(s: PageSignals): number {
  const evidence = evidenceOf(s);
  let sum = BIAS;
  for (let i = 0; i < evidence.length; i += 2) sum += (evidence[i] ?? 0) * (evidence[i + 1] ?? 0);
  return sum;
}
